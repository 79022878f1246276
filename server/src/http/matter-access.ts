import { normalIdNo } from '../identity/identity.ts';
import { readStream } from '../journal/actions.ts';
import type { Recorded } from '../journal/journal.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { pinnedBundle } from '../matter/actions.ts';
import { type Bundle, matterStream, type MatterView, type SubmittedMatter, viewMatter } from '../matter/matter.ts';
import { matterRefusals } from '../matter/refusals.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { httpRefusals } from './refusals.ts';

/** A matter that the caller may see. */
export interface OpenedMatter {
  readonly matterNo: string;
  readonly caller: Caller;
  readonly events: readonly Recorded[];
  readonly view: MatterView;
  readonly submitted: SubmittedMatter;
  readonly bundle: Bundle;
}

/**
 * The matter, if it concerns the caller: his own or his principal's, one at the centre for its clerks, one in which his organ
 * leads or has an item. Any other is for him as if it did not exist.
 */
export async function openMatter(
  platform: Platform,
  caller: Caller | undefined,
  matterNo: string,
): Promise<OpenedMatter | Refusal> {
  if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
  const events = await readStream(platform.journal, platform.realm, matterStream(matterNo));
  const view = viewMatter(events);
  const { submitted } = view;
  const bundle = pinnedBundle(platform, view);
  if (submitted === undefined || bundle === undefined || !concerns(platform, caller, submitted, bundle))
    return refuse(matterRefusals, 'unknown-matter');
  return { matterNo, caller, events, view, submitted, bundle };
}

function concerns(platform: Platform, caller: Caller, submitted: SubmittedMatter, bundle: Bundle): boolean {
  if (caller.kind === 'applicant') {
    const own = normalIdNo(caller.applicant.idNo);
    const parties = [submitted.applicant.idNo, ...(submitted.agent === undefined ? [] : [submitted.agent.idNo])];
    return parties.some((idNo) => normalIdNo(idNo) === own);
  }
  return matterPost(platform, caller, { submitted, bundle }) !== undefined;
}

/** The post by which somebody of the staff sees the matter: one that has to do with it before the one that supervises everything. */
export function matterPost(
  platform: Platform,
  { posts }: Extract<Caller, { kind: 'staff' }>,
  { submitted, bundle }: Pick<OpenedMatter, 'submitted' | 'bundle'>,
): string | undefined {
  const organs = new Set([
    bundle.lead,
    ...submitted.children.flatMap(({ itemId }) => {
      const item = platform.items.get(`item/${itemId}`)?.view.versions.at(-1)?.item;
      return item === undefined ? [] : [item.dept];
    }),
  ]);
  const handling = posts.find((post) => {
    if (post.kind === 'windowClerk') return (post.centre ?? post.organ) === platform.centre;
    return !['supervisor', 'operator', 'centreManager'].includes(post.kind) && organs.has(post.organ);
  });
  return (handling ?? posts.find(({ kind }) => kind === 'supervisor'))?.kind;
}

/** The organs in which the caller decides and answers for decisions; a window hands evidence on and judges none. */
export function organsOf(caller: Caller): readonly string[] {
  if (caller.kind === 'applicant') return [];
  const judging = ['postedOfficer', 'chiefRepresentative', 'departmentHead'];
  return [...new Set(caller.posts.filter(({ kind }) => judging.includes(kind)).map(({ organ }) => organ))];
}
