import type { Applicant, FactSource, FetchedMaterial, SourceAnswer } from '../application/application.ts';
import type { Item } from '../catalogue/catalogue.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { type Clock, dateInChina } from '../kernel/time.ts';
import type { LicencePorts } from './bringing.ts';
import { licencesOf } from './finding.ts';
import { type Licence, standingOn } from './licence.ts';

/**
 * What the library knows, before anything else is asked (R6): a material that a licence proves is fetched from it, and a question
 * that a licence answers is answered from it. Looked at in the moment of use (R46): a licence that has ended proves nothing,
 * and no other source stands in for it.
 */
export function libraryFacts(
  beyond: FactSource,
  ports: Pick<LicencePorts, 'journal' | 'realm'> & { readonly clock: Clock },
): FactSource {
  const held = (applicant: Applicant) => licencesOf(ports, applicant.idNo);
  const todayOn = () => dateInChina(ports.clock.now());
  return {
    credit: (applicant) => beyond.credit(applicant),
    async gather(query) {
      const { facts, materials } = await beyond.gather(query);
      const licences = await held(query.application.applicant);
      return { facts, materials: provenBy(licences, query.item, materials, todayOn()) };
    },
    async known(query) {
      const answers = await beyond.known(query);
      const own = answersOf(await held(query.applicant), query.item, todayOn());
      const isOwn = (answer: SourceAnswer) =>
        own.some((one) => one.name === answer.name && one.source === answer.source);
      return [...own, ...answers.filter((answer) => !isOwn(answer))];
    },
    async available(query) {
      const codes = (await beyond.available(query)).map((code) => ({ code, source: 'share' as const, reference: '' }));
      return provenBy(await held(query.applicant), query.item, codes, todayOn()).map(({ code }) => code);
    },
  };
}

/** The materials of the item, each with the licence that proves it; those whose licence has ended are left out. */
function provenBy(
  licences: readonly Licence[],
  item: Item,
  others: readonly FetchedMaterial[],
  on: string,
): readonly FetchedMaterial[] {
  return item.materials.flatMap(({ code, kind, necessity, replaceableBy }): readonly FetchedMaterial[] => {
    const other = others.filter((material) => material.code === code);
    if (kind === 'form' || necessity === 'conditional') return other;
    const own = licences.filter(({ typeId }) => replaceableBy.includes(typeId));
    const standing = own.find((licence) => standingOn(licence, on).status === 'valid');
    if (standing !== undefined) return [{ code, source: 'licence', reference: referenceTo(standing) }];
    // Somebody who holds another kind of proof, such as a share, is not sent home for an old licence.
    const isOnlyProof = replaceableBy.every((source) => source.startsWith('L-'));
    return own.length > 0 && isOnlyProof ? [] : other;
  });
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
