import type { Applicant, FactSource, SourceAnswer } from '../application/application.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { claimKey, type Paper } from '../consent/consent.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { dateInChina } from '../kernel/time.ts';
import type { LicencePorts } from './bringing.ts';
import { licencesOf } from './finding.ts';
import { type Licence, standingOn } from './licence.ts';

/**
 * What the library knows, before anything else is asked (R6): a material that a licence proves is fetched from it, and a question
 * that a licence answers is answered from it. Looked at in the moment of use (R46): of a type of licence that the library has,
 * no other source tells anything; a share of another kind may still prove the material.
 */
export function libraryFacts(beyond: FactSource, ports: Pick<LicencePorts, 'journal' | 'realm'>): FactSource {
  const held = (applicant: Pick<Applicant, 'idNo'>) => licencesOf(ports, applicant.idNo);
  return {
    credit: (query) => beyond.credit(query),
    gather: (query) => beyond.gather(query),
    async known(query) {
      const { item, wanted, applicant, at } = query;
      const isAsked = item.form.some(({ name, prefill }) => isOnLicence(prefill) && wanted.has(answerKey(name)));
      const [answers, licences] = await Promise.all([beyond.known(query), isAsked ? held(applicant) : []]);
      const own = answersOf(licences, item, dateInChina(at)).filter(({ name }) => wanted.has(answerKey(name)));
      const types = new Set(licences.map(({ typeId }) => typeId));
      return [...own, ...answers.filter(({ source }) => !types.has(source))];
    },
    async papers(query) {
      const { item, wanted, applicant, at } = query;
      const asked = item.materials.filter(({ code }) => wanted.has(claimKey({ kind: 'material', code })));
      const isAsked = asked.some(({ replaceableBy }) => isOnLicence(replaceableBy));
      const [others, licences] = await Promise.all([beyond.papers(query), isAsked ? held(applicant) : []]);
      const types = new Set(licences.map(({ typeId }) => typeId));
      const own = asked.flatMap((material) => papersFor(licences, material, dateInChina(at)));
      return [...own, ...others.filter(({ source }) => !types.has(source))];
    },
  };
}

function answerKey(name: string): string {
  return claimKey({ kind: 'answer', code: name });
}

function isOnLicence(sources: readonly string[]): boolean {
  return sources.some((source) => source.startsWith('L-'));
}

/** For each type of licence that proves a material the one that stands, or else the last that stood. */
function papersFor(
  licences: readonly Licence[],
  { code, kind, necessity, replaceableBy }: Item['materials'][number],
  on: string,
): readonly Paper[] {
  // What a situation may ask for is not fetched on the chance of it (个保法6).
  if (kind === 'form' || necessity === 'conditional') return [];
  return replaceableBy.flatMap((typeId): readonly Paper[] => {
    const own = licences.filter((licence) => licence.typeId === typeId);
    const best = own.find((licence) => standingOn(licence, on).status === 'valid') ?? own[0];
    return best === undefined ? [] : [paperOf(code, best, on)];
  });
}

function paperOf(code: string, licence: Licence, on: string): Paper {
  const { typeId, typeName, organ, validToOn, holder, licenceNo, version } = licence;
  const { status } = standingOn(licence, on);
  return {
    code,
    source: typeId,
    sourceName: typeName,
    organ: organ.code,
    status,
    validUntilOn: validToOn,
    holderIdNo: holder.idNo,
    licenceNo,
    reference: referenceTo(licence),
    // Proves which version was looked at and how it stood, without naming it in the record of a consent.
    receipt: `library/${sm3Hex(canonicalJson({ licenceNo, version, status, on })).slice(0, 32)}`,
  };
}

/** R46: which licence was relied on, and what it said then. */
function referenceTo(licence: Licence): string {
  const { licenceNo, holder, claims, validFromOn, validToOn } = licence;
  const seen = sm3Hex(canonicalJson({ licenceNo, holder, claims, validFromOn, validToOn }));
  return `${licenceNo}#${seen.slice(0, 32)}`;
}

function answersOf(licences: readonly Licence[], item: Item, on: string): readonly SourceAnswer[] {
  const standing = licences.filter((licence) => standingOn(licence, on).status === 'valid');
  return item.form.flatMap(({ name, prefill }) =>
    prefill.flatMap((source): readonly SourceAnswer[] => {
      const licence = standing.find(({ typeId, claims }) => typeId === source && claims[name] !== undefined);
      const value = licence?.claims[name]?.value;
      if (licence === undefined || value === undefined) return [];
      const { typeName, organ, licenceNo } = licence;
      return [{ name, value, source, sourceName: typeName, organ: organ.code, receipt: licenceNo }];
    }),
  );
}
