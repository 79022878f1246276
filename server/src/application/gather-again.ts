import type { UsedGround } from '../consent/consent.ts';
import type { Step } from '../journal/journal.ts';
import type { ApplicationView, GatheredFact, ReceiveFacts } from './application.ts';
import { viewApplication } from './application.ts';

/** What shares and licences answer now. */
export interface FoundNow {
  readonly facts: readonly GatheredFact[];
  readonly materials: ReceiveFacts['fetched'];
  readonly grounds: readonly UsedGround[];
}

/**
 * The platform asks its sources again when corrections come in: what was put right at its source counts from now on, and
 * nobody is refused on an answer of yesterday. Only what is new enters the record (R46).
 */
export const gatherAgain: Step<{ readonly purpose: string }, ApplicationView, FoundNow> = {
  name: 'gatherAgain',
  view: viewApplication,
  decide(view, { purpose }, found) {
    const { facts, materials } = newIn(view, found);
    if (facts.length + materials.length === 0) return { events: [] };
    const isNew = new Set([...facts.map(({ name }) => name), ...materials.map(({ code }) => code)]);
    const grounds = found.grounds
      .map((ground) => ({ ...ground, claims: ground.claims.filter(({ code }) => isNew.has(code)) }))
      .filter(({ claims }) => claims.length > 0);
    const basis = '《国务院关于在线政务服务的若干规定》第七条;《政务数据共享条例》';
    return { events: [{ type: 'FactsGathered', data: { facts, materials, purpose, basis, grounds } }] };
  },
};

/** What the record does not have yet. */
export function newIn(view: ApplicationView, found: FoundNow): Pick<FoundNow, 'facts' | 'materials'> {
  const known = new Map(view.gathered.map((fact) => [fact.name, fact]));
  const facts = found.facts.filter(({ name, value, verified }) => {
    const before = known.get(name);
    return before?.value !== value || before.verified !== verified;
  });
  const given = new Set(view.materials.map(({ code }) => code));
  return { facts, materials: found.materials.filter(({ code }) => !given.has(code)) };
}
