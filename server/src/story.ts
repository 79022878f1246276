/**
 * Read this first: the modules in the order of one case. A module imports only from the modules above it, and there only
 * the front file, `refusals.ts` or `actions.ts`; of the first two any file. `server/test/architecture.test.ts` enforces it.
 */
export const story = [
  { name: 'kernel', says: 'database, configuration, clock, ids, canonical JSON, log, refusal: no word of the domain' },
  { name: 'journal', says: 'append-only streams of events, perform() as the one door for change, fences, outbox' },
  { name: 'ledger', says: 'transparency log over the journal: entries, tiles, checkpoints, witnesses, proofs' },
  { name: 'reading', says: 'who read what of whom: noted before it is shown, told to the person concerned' },
  { name: 'identity', says: 'persons, organs, posts, rosters, sessions: who may be here at all' },
  { name: 'confirmation', says: 'passkeys and one-time codes: how an officer confirms what he signs' },
  { name: 'calendar', says: 'working days, limits, and clocks that only statute stops' },
  { name: 'catalogue', says: 'the items 事项: materials, review points, decision rules, sign classes, versions' },
  { name: 'guide', says: 'how people find their matter in their own words, and what they read before they apply' },
  { name: 'mandate', says: 'the mandate 委托书 as text and as code: composed, signed, in force, checked at every act' },
  {
    name: 'material',
    says: 'files that people hand in: looked at, kept by their content, taken away when nobody needs them',
  },
  {
    name: 'consent',
    says: 'what holders agree to show, to whom and for what; codes at windows; the grounds on which claims leave their sources',
  },
  { name: 'application', says: 'what the applicant submits' },
  { name: 'acceptance', says: 'five outcomes, one correction notice, deemed acceptance' },
  { name: 'review', says: 'review points, site visits, special procedures that statute lets stop the clock' },
  { name: 'decision', says: 'proposals, at most two signatures by different people, grant and refusal' },
  { name: 'fee', says: 'fees with their basis: payment notice, payment, reduction; what a fee may hold back' },
  { name: 'document', says: 'official letters and licences as PDF, kept by their content' },
  { name: 'seal', says: 'seal keys and certificates, the seal-use register, sealed documents' },
  { name: 'licence', says: 'e-licence library 电子证照库: issued with the decision, renewed, changed, ended, shown' },
  { name: 'delivery', says: 'service of documents on the applicant' },
  { name: 'matter', says: 'one matter 一件事: one application, several cases, each with its own clock and remedies' },
  { name: 'desk', says: 'work lists per role; only reads' },
] as const satisfies readonly { readonly name: string; readonly says: string }[];

/** The doors: thin, one file per module. They may import any module; nothing imports a door. */
export const doors = ['http', 'robots', 'cli'] as const;
