import { holderKey } from '../application/application.ts';
import type { Item, ItemView } from '../catalogue/catalogue.ts';
import { givePart, itemVersion } from '../consent/actions.ts';
import { claimsOf, type ConsentPolicy, consentPrefix, consentStream, isShown } from '../consent/consent.ts';
import { consentRefusals } from '../consent/refusals.ts';
import { identityRefusals } from '../identity/refusals.ts';
import type { Consequence } from '../journal/consequence.ts';
import type { Actor, Recorded } from '../journal/journal.ts';
import type { Register } from '../journal/register.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { type SubmitMatter, type SubmittedMatter, viewMatter } from './view.ts';

/**
 * 一件事一次同意: what is agreed to with the one application becomes a consent of its own for every item, in the commit of the
 * matter. Each is used with its child's receipt, once, and can be taken back until then (个保法14, 15).
 */

/** Whether the matter may rest on what was agreed: of the applicant's own account, for items that follow, by their own lists. */
export function checkSharing(
  { sharing = {}, agent }: SubmitMatter,
  actor: Actor,
  { planned, items }: { readonly planned: readonly string[]; readonly items: ItemsInForce },
): Refusal | undefined {
  const given = Object.entries(sharing).filter(([, { claims, declined }]) => claims.length + declined.length > 0);
  if (given.length === 0) return undefined;
  // What the letter of an agent says here is only told; a window hears no consent for whole matters (R15, 个保法29).
  if (agent !== undefined) return refuse(identityRefusals, 'agent-letter-missing', { matter: given.map(([id]) => id) });
  if (actor.kind !== 'applicant') return refuse(consentRefusals, 'consent-not-yours');
  for (const [itemId, { claims, declined }] of given) {
    const item = planned.includes(itemId) ? items.get(itemId) : undefined;
    const listed = new Set(item === undefined ? [] : shownOf(item));
    const keys = claims.map(({ kind, code }) => `${kind}:${code}`);
    const foreign = keys.filter((key) => !listed.has(key));
    const codes = new Set([...listed].map((key) => key.slice(key.indexOf(':') + 1)));
    const unlisted = [...foreign, ...declined.filter((code) => !codes.has(code))];
    if (unlisted.length > 0) return refuse(consentRefusals, 'consent-claim-not-needed', { itemId, claims: unlisted });
  }
  return undefined;
}

function shownOf(item: Item): readonly string[] {
  return claimsOf(item)
    .filter(isShown)
    .map(({ kind, code }) => `${kind}:${code}`);
}

/** The names of the consents of a matter, by item: known before the commit, for they say whose and of which matter they are. */
export function consentsOf(
  { sharing = {} }: SubmitMatter,
  subjectKey: string,
  matterNo: string,
): Readonly<Record<string, string>> {
  const prefix = consentPrefix(subjectKey).slice(consentStream('').length);
  const agreed = Object.entries(sharing).filter(([, { claims }]) => claims.length > 0);
  return Object.fromEntries(agreed.map(([itemId]) => [itemId, `${prefix}${matterNo}.${itemId}`]));
}

/** What the application of a child says of sharing; codes that its list has lost since are no longer of interest. */
export function sharingOf({ sharing, consents }: SubmittedMatter, item: Item): object {
  const own = sharing?.[item.id];
  if (own === undefined) return {};
  const consentId = consents?.[item.id];
  const listed = new Set(claimsOf(item).map(({ code }) => code));
  const declined = own.declined.filter((code) => listed.has(code));
  return { sharing: { ...(consentId === undefined ? {} : { consentId }), declined } };
}

export interface MatterConsentPorts {
  readonly realm: string;
  readonly consentPolicy: ConsentPolicy;
  readonly items: Register<ItemView>;
}

/** What the submission of a matter brings about: a consent for every item for which something was agreed to. */
export function matterConsents(
  { realm, consentPolicy: policy, items }: MatterConsentPorts,
  events: readonly Recorded[],
  made: readonly Recorded[],
): readonly Consequence[] {
  const submission = made.find(({ type }) => type === 'MatterSubmitted');
  if (submission === undefined) return [];
  const { submitted, stops } = viewMatter(events);
  if (submitted === undefined || stops.length > 0) return [];
  const { consents = {}, sharing = {}, matterNo, children, applicant } = submitted;
  const { actor, at } = submission;
  const subjectKey = holderKey(realm, applicant.idNo);
  return children.flatMap(({ itemId }): readonly Consequence[] => {
    const [consentId, agreed] = [consents[itemId], sharing[itemId]];
    const version = itemVersion({ items }, itemId, at);
    if (consentId === undefined || agreed === undefined || isRefusal(version)) return [];
    const command = { way: 'matter' as const, itemId, claims: agreed.claims, matterNo };
    const parts = [givePart(command, { version, subjectKey, policy })];
    return [{ stream: consentStream(consentId), requestId: `consent/${matterNo}/${itemId}`, actor, parts }];
  });
}
