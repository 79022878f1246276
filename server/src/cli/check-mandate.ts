import { z } from 'zod';
import { InstantText } from '../identity/identity.ts';
import {
  Act,
  createMandateIndex,
  heldVersions,
  MandateLetter,
  mandateRefOf,
  type MandateIndex,
  type MandateView,
  namedPersons,
} from '../mandate/mandate.ts';
import { type CheckReport, newCheckReport } from './check-report.ts';

/** One version of a mandate and what became of it. Events on any version of a mandate concern the mandate. */
const GivenMandate = z.strictObject({
  letter: MandateLetter,
  /** When the last formality was done; null means never. Absent: in time for the first instant of the term. */
  publishedAt: InstantText.nullable().exactOptional(),
  /** Who has accepted; absent: everybody. */
  acceptedBy: z.array(z.string()).exactOptional(),
  events: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          at: InstantText,
          type: z.enum(['suspended', 'resumed']),
          holders: z.array(z.string()).exactOptional(),
        }),
        z.strictObject({ at: InstantText, type: z.literal('revoked') }),
      ]),
    )
    .exactOptional(),
});
type GivenMandate = z.infer<typeof GivenMandate>;

const GivenAct = z.strictObject({
  name: z.string().min(1),
  act: Act,
  /** `granted`, a refusal code, or the id of the rule or trigger that refuses. */
  expect: z.string().min(1),
  /** When granted: under which mandate, as `number` or `number/version`. */
  under: z.string().exactOptional(),
});

/** The shape of the file; described in docs/reference/check-mandate.md. */
export const MandateChecks = z.strictObject({ mandates: z.array(GivenMandate), acts: z.array(GivenAct) });

/** Puts every act to the mandates as they stood at its instant and compares the verdicts. Throws on a malformed file. */
export function checkMandate(input: unknown): CheckReport {
  const { mandates, acts } = MandateChecks.parse(input);
  const { expect, report } = newCheckReport();
  const turns = [...new Set(mandates.flatMap(({ events = [] }) => events.map(({ at }) => at)))].toSorted();
  const indexes = new Map<number, MandateIndex>();
  for (const given of acts) {
    // Between two events nothing about the mandates changes but the time, which the act carries itself.
    const past = turns.filter((at) => at <= given.act.at).length;
    const index = indexes.get(past) ?? indexAt(mandates, turns[past - 1] ?? '');
    indexes.set(past, index);
    const answer = index.find(given.act);
    if ('granted' in answer) {
      expect(given.name, 'granted', given.expect);
      const { mandateNo, version } = answer.ref;
      if (given.under !== undefined)
        expect(`${given.name} (under)`, given.under.includes('/') ? `${mandateNo}/${version}` : mandateNo, given.under);
    } else {
      expect(given.name, given.expect === answer.rule ? answer.rule : answer.code, given.expect);
    }
  }
  return report();
}

function indexAt(mandates: readonly GivenMandate[], lastAt: string): MandateIndex {
  const index = createMandateIndex();
  for (const [mandateNo, versions] of Map.groupBy(mandates, ({ letter }) => letter.mandateNo)) {
    index.put(mandateNo, heldVersions(viewAt(versions, lastAt), 1));
  }
  return index;
}

function viewAt(given: readonly GivenMandate[], lastAt: string): MandateView {
  const events = given.flatMap(({ events: its = [] }) => its).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const suspendedHolders = new Set<string>();
  let isSuspended = false;
  let isRevoked = false;
  for (const event of events.filter(({ at }) => at <= lastAt)) {
    if (event.type === 'revoked') isRevoked = true;
    else if (event.holders === undefined) isSuspended = event.type === 'suspended';
    else for (const holder of event.holders) suspendedHolders[event.type === 'suspended' ? 'add' : 'delete'](holder);
  }
  const versions = given.toSorted((a, b) => a.letter.version - b.letter.version).map(versionOf);
  return { versions, isSuspended, isRevoked, suspendedHolders: [...suspendedHolders], oversteps: [] };
}

function versionOf({ letter, publishedAt, acceptedBy }: GivenMandate): MandateView['versions'][number] {
  const organs = letter.construct === 'B' ? [] : [letter.grantee.code];
  return {
    letter,
    hash: mandateRefOf(letter).hash,
    stage: publishedAt === null ? 'filed' : 'published',
    draftedBy: '',
    signedFor: [letter.grantor.code],
    acceptedBy: acceptedBy ?? [...namedPersons(letter), ...organs],
    publishedAt: publishedAt ?? letter.term.from,
    isExpired: false,
  };
}
