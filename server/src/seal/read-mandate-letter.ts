import type { ItemView } from '../catalogue/catalogue.ts';
import { type LetterContent, printMandate } from '../document/document.ts';
import { type Journal, perform, readStream } from '../journal/actions.ts';
import type { Held, Register } from '../journal/register.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import { type MandateView, mandateStream, type VersionView } from '../mandate/mandate.ts';
import { sealLetter, type SealPorts } from './actions.ts';
import { DEVELOPMENT_NOTE, type LetterPlace } from './case-letters.ts';
import {
  mandateLetterForbidden,
  type MandateLetterFacts,
  mandateLetterStream,
  sealMandateLetter,
  viewMandateLetter,
} from './mandate-letter.ts';
import { SEALING_ROBOT, type SealApplied, type SealView } from './seal.ts';

/** What the letters of mandates are printed and sealed in. */
export interface MandateLetterPorts extends SealPorts {
  readonly journal: Journal;
  readonly realm: string;
  readonly mandates: Pick<Register<MandateView>, 'get'>;
  readonly seals: Pick<Register<SealView>, 'list'>;
  readonly place: Pick<LetterPlace, 'verification'>;
  readonly items: Pick<Register<ItemView>, 'get'>;
}

export interface MandateLetters {
  /** The letter of a version as it is printed, with these notes at the foot of every page. */
  readonly print: (version: VersionView, on: Instant, notes: readonly string[]) => LetterContent;
  /** The sealed letter of a version: the first who asks has it sealed, on record. Refused while it is not in force. */
  readonly read: (mandateNo: string, version: number, at: Instant) => Promise<SealApplied | Refusal>;
  /** The same where it was sealed already; undefined while it was not. */
  readonly find: (mandateNo: string, version: number) => Promise<SealApplied | undefined>;
}

/** The letters of mandates 委托书、授权书 as sealed documents, printed from the records that are enforced. */
export function mandateLetters(ports: MandateLetterPorts): MandateLetters {
  const { journal, realm } = ports;
  const find = async (mandateNo: string, version: number): Promise<SealApplied | undefined> =>
    viewMandateLetter(await readStream(journal, realm, mandateLetterStream(mandateNo, version)));
  return {
    print: (version, on, notes) => contentOf(ports, version, { on, notes }),
    find,
    async read(mandateNo, version, at) {
      const known = await find(mandateNo, version);
      if (known !== undefined) return known;
      const refused = await sealNow(ports, { mandateNo, version }, at);
      if (refused !== undefined) return refused;
      const sealed = await find(mandateNo, version);
      if (sealed === undefined) throw new Error(`the letter of ${mandateNo} was sealed and is not on record`);
      return sealed;
    },
  };
}

interface Named {
  readonly mandateNo: string;
  readonly version: number;
}

/** One request id for all who ask, so that of two at once one seals and the other is given that answer. */
async function sealNow(
  ports: MandateLetterPorts,
  { mandateNo, version }: Named,
  at: Instant,
): Promise<Refusal | undefined> {
  const stream = mandateLetterStream(mandateNo, version);
  const performed = await perform(ports.journal, sealMandateLetter, {
    realm: ports.realm,
    stream,
    actor: { kind: 'robot', id: SEALING_ROBOT },
    requestId: stream,
    at,
    command: { docNo: `${mandateNo}-${version}` },
    async facts(events): Promise<MandateLetterFacts> {
      const mandate = ports.mandates.get(mandateStream(mandateNo));
      const found = mandate?.view.versions.find(({ letter }) => letter.version === version);
      const grantor = found?.letter.grantor.uscc ?? '';
      const seal = organSealOf(ports, grantor);
      const letter = found?.letter;
      const other = letter === undefined || letter.construct === 'B' ? undefined : letter.grantee.uscc;
      const grantee = other === undefined ? undefined : { uscc: other, seal: organSealOf(ports, other) };
      const facts = { mandate, version, grantor, seal, ...(grantee === undefined ? {} : { grantee }), printedHash: '' };
      // Nothing is sealed that will be refused, or that is there already.
      const isDone = viewMandateLetter(events) !== undefined || mandateLetterForbidden(facts, at) !== undefined;
      if (isDone || found === undefined || seal === undefined) return facts;
      const made = await sealed(ports, { found, seal, coSeal: grantee?.seal }, at);
      return isRefusal(made) ? { ...facts, made } : { ...facts, made: made.applied, printedHash: made.printedHash };
    },
  });
  return isRefusal(performed) ? performed : undefined;
}

async function sealed(
  ports: MandateLetterPorts,
  {
    found,
    seal,
    coSeal,
  }: {
    readonly found: VersionView;
    readonly seal: Held<SealView>;
    readonly coSeal: Held<SealView> | undefined;
  },
  at: Instant,
) {
  const { made } = seal.view;
  if (made === undefined) throw new Error('a seal in use was made');
  const on = found.publishedAt ?? at;
  const content = contentOf(ports, found, { on, notes: made.development ? [DEVELOPMENT_NOTE] : [] });
  const { sealId, kind: sealKind } = made;
  const renderedAt = instantInChina(dateInChina(on));
  const co = coSeal?.view.made === undefined ? {} : { coSealId: coSeal.view.made.sealId };
  const request = { content, sealId, sealKind, ...co, keeper: SEALING_ROBOT, at, renderedAt };
  const letter = await sealLetter(request, ports);
  return isRefusal(letter) ? letter : { applied: letter.applied, printedHash: content.mandate?.hash ?? '' };
}

/** 许可法24: the letter bears the grantor's own seal. */
function organSealOf({ seals }: MandateLetterPorts, grantor: string): Held<SealView> | undefined {
  return seals
    .list()
    .find(({ view: { state, made } }) => state === 'inUse' && made?.organ === grantor && made.kind === 'organSeal');
}

/** The date is that of the publication, so that the same version always gives the same bytes. */
function contentOf(
  { place, items }: MandateLetterPorts,
  { letter }: VersionView,
  { on, notes }: { readonly on: Instant; readonly notes: readonly string[] },
): LetterContent {
  // Business item code (33 characters) of an item; its id where the library has none.
  const itemCode = (itemId: string) => items.get(`item/${itemId}`)?.view.versions.at(-1)?.item.bizCode ?? itemId;
  const docNo = `${letter.mandateNo}-${letter.version}`;
  return printMandate(letter, { docNo, on: dateInChina(on), verification: place.verification(docNo), itemCode, notes });
}
