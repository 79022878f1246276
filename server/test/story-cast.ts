import { readFileSync } from 'node:fs';
import type { Authority, GatheredFact, Handed, NamedLicence, SealedLetter } from '../src/application/application.ts';
import { officialNotices } from '../src/calendar/actions.ts';
import { workCalendar } from '../src/calendar/calendar.ts';
import { Catalogue, inputsFrom, inputsLeadingTo, type Item } from '../src/catalogue/catalogue.ts';
import type { Person } from '../src/identity/identity.ts';
import type { Actor } from '../src/journal/journal.ts';
import { sm3Hex } from '../src/kernel/digest.ts';
import { type Instant, instantInChina } from '../src/kernel/time.ts';

const demo = new URL('../../db/demo/catalogue.json', import.meta.url);
const catalogue = Catalogue.parse(JSON.parse(readFileSync(demo, 'utf8')));

/** The working days of 2025 as the State Council announced them. */
export const calendar = workCalendar(officialNotices);

export const applicant = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
} as const;
export const company = {
  kind: 'legalPerson',
  name: '云河区禾木餐饮有限公司',
  idType: 'uscc',
  idNo: '91110198MAYH00012J',
  legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
} as const;

/** 09:00 on the wall clock in Beijing. */
export function nineOn(on: string): Instant {
  return instantInChina(on, '09:00');
}

export function person(id: string): Actor {
  return { kind: 'person', id };
}

/** The mandate that stands behind the acts of a story; what it allows is no matter of the story. */
export const authority: Authority = { ref: { mandateNo: 'M-1', version: 1, hash: 'f'.repeat(64) }, fences: [] };

export function findItem(itemId: string): Item {
  const item = catalogue.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new Error(`no item ${itemId}`);
  return item;
}

export function robot(id: string): Actor {
  return { kind: 'robot', id };
}

/** A letter as sealed for `documentHash`. */
export function sealedLetter(documentHash: string): SealedLetter {
  return {
    documentHash,
    docNo: '云测字〔2025〕第1号',
    event: {
      type: 'DecisionSealed',
      data: {
        documentHash,
        documentKind: 'grantDecision',
        docNo: '云测字〔2025〕第1号',
        sealedHash: sm3Hex(documentHash),
        signedHash: documentHash,
      },
    },
    fences: [],
  };
}

/** Somebody on the staff. */
export function staff(personId: string, idNo: string, change: Partial<Person> = {}): Person {
  const details = {
    personId,
    name: personId,
    idNo,
    phone: '12001980000',
    employment: 'establishment',
    organ: 'MK',
  } as const;
  return {
    ...details,
    posts: [],
    relations: [],
    absences: [],
    status: 'active',
    certificate: 'valid',
    seq: 1,
    ...change,
  };
}

/** The item's inputs in the ordinary case, in which it is granted. */
export function approving(item: Item): Readonly<Record<string, GatheredFact['value']>> {
  const start = item.cases[0]?.inputs ?? {};
  const names = inputsFrom(item).map(({ name }) => name);
  const found = item.cases.find(({ expect }) => expect === 'APPROVE' || expect === 'APPROVE_PROMISE');
  return found?.inputs ?? inputsLeadingTo(item, start, names, ({ outcome }) => outcome === 'APPROVE') ?? start;
}

/** The evidence that a signer was shown, and that still stands when he signs. */
export const shownEvidence = { evidenceHash: sm3Hex('evidence'), evidenceShown: sm3Hex('evidence') };

/** An applicant whom nothing bars from applying, or from the promise route (R33, R35). */
export const nothingBars = { credit: { unrepairedFalsePromise: false }, bar: undefined };

/** A receipt without anything that other sources say, with names that every letter prints, and with a licence that fits where one is named. */
export function littleKnown({ dept, result: { licenceType } }: Item) {
  const licence: NamedLicence = {
    isOwn: true,
    organ: dept,
    typeId: licenceType ?? '',
    status: 'valid',
    validToOn: null,
  };
  return { unprintable: [], sources: [], bar: undefined, licence, inLibraryAs: undefined };
}

const scan = { hash: 'a'.repeat(64), size: 1000, mediaType: 'application/pdf', name: 'scan.pdf' } as const;

/** The uploads that a story's people have: short names that stand for them, and a case that is never full. */
export const handed: Handed = {
  files: new Map(['f', 'c'].map((uploadId) => [uploadId, scan])),
  caseBytes: 2 ** 40,
};
