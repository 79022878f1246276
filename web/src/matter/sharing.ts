import type { NeededClaim, NeededClaims } from '../api/consent-model.ts';

/** What he does not let be fetched, item by item; he brings it himself. */
export type DeclinedByItem = Readonly<Record<string, readonly string[]>>;

/** What no norm opens is fetched only once he says so: nobody agrees by saying nothing (个保法14, R21). */
export function untilSaid(items: readonly NeededClaims[]): DeclinedByItem {
  const alone = items.map(({ itemId, claims }) => [itemId, claims.filter(needsWord).map(({ code }) => code)] as const);
  return Object.fromEntries(alone.filter(([, codes]) => codes.length > 0));
}

function needsWord({ isThere, statute }: NeededClaim): boolean {
  return isThere && statute === undefined;
}

/** The same choice with one line of one item the other way round. */
export function toggled(declined: DeclinedByItem, itemId: string, code: string): DeclinedByItem {
  const own = declined[itemId] ?? [];
  const next = own.includes(code) ? own.filter((one) => one !== code) : [...own, code];
  return { ...declined, [itemId]: next };
}

/**
 * What he brings instead, by item: papers that a norm would let be fetched and that he does not let be fetched. What nobody but
 * he could open and he has not ticked, is not asked of him on that account.
 */
export function broughtOf(items: readonly NeededClaims[], declined: DeclinedByItem): DeclinedByItem {
  const brought = items.map(({ itemId, claims }) => {
    const own = claims.filter((claim) => claim.isThere && !needsWord(claim));
    return [itemId, own.flatMap(({ code }) => (declined[itemId]?.includes(code) === true ? [code] : []))] as const;
  });
  return Object.fromEntries(brought.filter(([, codes]) => codes.length > 0));
}

/** The part of a matter that says, for each item, what he agrees to and what he brings: only what there is can be agreed to. */
export function sharingOfMatter(items: readonly NeededClaims[], declined: DeclinedByItem): object {
  const brought = broughtOf(items, declined);
  const given = items.flatMap(({ itemId, claims }) => {
    const agreed = claims.filter(({ isThere, code }) => isThere && declined[itemId]?.includes(code) !== true);
    const own = brought[itemId] ?? [];
    if (agreed.length + own.length === 0) return [];
    return [[itemId, { claims: agreed.map(({ kind, code }) => ({ kind, code })), declined: own }]];
  });
  return given.length === 0 ? {} : { sharing: Object.fromEntries(given) };
}
