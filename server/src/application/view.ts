import { z } from 'zod';
import { InputValue } from '../catalogue/catalogue.ts';
import { type Recorded, rememberFold } from '../journal/journal.ts';
import { type CaseState, caseStateAfter } from './case-state.ts';
import { Application, Deferral, FetchedMaterial, PrintedName, SuppliedMaterial } from './form.ts';
import type { Discrepancy } from './prefill.ts';

/** A fact that the platform asked for itself; `receipt` proves the answer (R20, R46). */
export const GatheredFact = z.object({
  name: z.string(),
  value: InputValue,
  source: z.enum(['share', 'rule', 'config']),
  verified: z.boolean(),
  receipt: z.string(),
});
export type GatheredFact = Readonly<z.infer<typeof GatheredFact>>;

export interface ReceivedApplication extends Application {
  readonly caseNo: string;
  readonly itemVersion: number;
  readonly itemHash: string;
}

/** The application as the stream tells it now. */
export interface ApplicationView {
  readonly state: CaseState;
  readonly caseNo: string;
  readonly received: ReceivedApplication | undefined;
  readonly receivedAt: string;
  readonly receivedBy: string;
  /** The instant from which the five days of R25 run: first receipt, then the receipt of the corrections. */
  readonly completeSinceAt: string;
  readonly form: Readonly<Record<string, InputValue>>;
  readonly materials: readonly (SuppliedMaterial | FetchedMaterial)[];
  readonly gathered: readonly GatheredFact[];
  /** Where the applicant and a source say different things, and nobody knows yet who is right (R47). */
  readonly discrepancies: readonly Discrepancy[];
  /** The kinds of the letters that have gone out, in order. */
  readonly letters: readonly string[];
  /** Letters that a robot could not make when statute decided, with the reason; they stay owed until they go out. */
  readonly owedLetters: readonly OwedLetter[];
}

export type OwedLetter = z.infer<typeof OwedLetter>;
const OwedLetter = z.object({ documentKind: z.string(), code: z.string() });

export type CaseReceived = ReceivedApplication;

/** Folds the application's own events; the state covers the whole case. */
export const viewApplication = rememberFold<ApplicationView>(
  {
    state: 'new',
    caseNo: '',
    received: undefined,
    receivedAt: '',
    receivedBy: '',
    completeSinceAt: '',
    form: {},
    materials: [],
    gathered: [],
    discrepancies: [],
    letters: [],
    owedLetters: [],
  },
  (view, event) => ({ ...view, ...changeOf(view, event), state: caseStateAfter(view.state, event.type) }),
);

const ReceivedData = Application.extend({ caseNo: z.string(), itemVersion: z.int(), itemHash: z.string() });
const Supplied = z.object({
  materials: z.array(SuppliedMaterial),
  form: z.record(z.string(), InputValue),
  deferral: Deferral.exactOptional(),
});
const Gathered = z.object({
  materials: z.array(FetchedMaterial),
  facts: z.array(GatheredFact),
});
const Noted = z.object({
  discrepancies: z.array(
    z.object({
      name: z.string(),
      value: InputValue,
      stated: InputValue,
      source: z.string(),
      sourceName: z.string(),
      organ: z.string(),
      receipt: z.string(),
    }),
  ),
});
const Sealed = z.object({ documentKind: z.string() });
const Written = z.object({ printedAs: PrintedName });

function changeOf(view: ApplicationView, event: Recorded): Partial<ApplicationView> {
  switch (event.type) {
    case 'CaseReceived': {
      const received = ReceivedData.parse(event.data);
      const { caseNo, form, materials } = received;
      const since = { receivedAt: event.at, completeSinceAt: event.at, receivedBy: event.actor.id };
      return { received, caseNo, form, materials, ...since };
    }
    case 'FactsGathered': {
      const { facts, materials } = Gathered.parse(event.data);
      return { gathered: [...view.gathered, ...facts], materials: [...view.materials, ...materials] };
    }
    case 'CorrectionSupplied':
    case 'ToleratedMaterialsSupplied':
    case 'StatementCorrected': {
      const supplied = Supplied.parse(event.data);
      const merged = {
        form: { ...view.form, ...supplied.form },
        materials: [...view.materials, ...supplied.materials],
      };
      const discrepancies = view.discrepancies.flatMap((one) => {
        const stated = supplied.form[one.name] ?? one.stated;
        return stated === one.value ? [] : [{ ...one, stated }];
      });
      const told = { ...merged, discrepancies };
      if (event.type !== 'CorrectionSupplied') return told;
      return { ...told, received: withPromise(view.received, supplied.deferral), completeSinceAt: event.at };
    }
    case 'DiscrepancyNoted':
      return { discrepancies: [...view.discrepancies, ...Noted.parse(event.data).discrepancies] };
    case 'LetterSealed':
    case 'DecisionSealed': {
      const { documentKind } = Sealed.parse(event.data);
      const owedLetters = view.owedLetters.filter((owed) => owed.documentKind !== documentKind);
      return { letters: [...view.letters, documentKind], owedLetters };
    }
    case 'LetterNotMade':
      return { owedLetters: [...view.owedLetters, OwedLetter.parse(event.data)] };
    case 'PrintedNameRecorded': {
      const { printedAs } = Written.parse(event.data);
      const { received } = view;
      return received === undefined
        ? {}
        : { received: { ...received, applicant: { ...received.applicant, printedAs } } };
    }
    default:
      return {};
  }
}

/** R32: a promise that answers a notice joins the one of the application; one case has one day, and the last one is signed. */
function withPromise(
  received: ReceivedApplication | undefined,
  deferral: Deferral | undefined,
): ReceivedApplication | undefined {
  if (received === undefined || deferral === undefined) return received;
  const codes = [...new Set([...(received.deferral?.codes ?? []), ...deferral.codes])];
  return { ...received, deferral: { codes, untilOn: deferral.untilOn } };
}
