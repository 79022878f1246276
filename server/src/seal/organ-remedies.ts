import type { LetterRequest } from '../application/application.ts';
import { type RemedyFacts, remedyParagraphs, type Subordination } from '../document/document.ts';
import type { DocumentRefusalCode } from '../document/refusals.ts';
import type { Organ } from '../identity/identity.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** Who reviews the acts of the organs of a place, and which court hears. */
export interface RemedyPlace {
  /** The government that reviews its departments (行政复议法 24). */
  readonly government: string;
  /** The court of the organs' place (行政诉讼法 18). */
  readonly court: string;
  readonly onlineReviewUrl?: string;
  /** By organ code: who reviews an organ under vertical leadership (行政复议法 27). */
  readonly superiors: Readonly<Record<string, string>>;
}

/** The remedies against a decision of the organ, in the very words of its letter (R67–R70); `name` as in `remedyParagraphs`. */
export function remediesAgainst(
  organ: Organ,
  place: RemedyPlace,
  { servedOnline, name }: { readonly servedOnline: boolean; readonly name: string },
): readonly string[] | Refusal<DocumentRefusalCode> {
  return remedyParagraphs(remedyOf({ servedOnline }, organ, place), name);
}

/** What the remedies against an act of the organ follow from (R67, R68). */
export function remedyOf(request: Pick<LetterRequest, 'servedOnline'>, organ: Organ, place: RemedyPlace): RemedyFacts {
  return {
    respondent: organ.name,
    subordination: subordinationOf(organ, place),
    court: place.court,
    servedOnline: request.servedOnline,
    ...(place.onlineReviewUrl === undefined ? {} : { onlineReviewUrl: place.onlineReviewUrl }),
  };
}

function subordinationOf(organ: Organ, place: RemedyPlace): Subordination {
  const superiorOrgan = place.superiors[organ.code];
  if (superiorOrgan !== undefined) return { kind: 'vertical', superiorOrgan };
  if (organ.vertical === null) return { kind: 'localDepartment', government: place.government };
  if (organ.vertical.includes('派出机构')) return { kind: 'districtBranch', government: place.government };
  // Unknown superior: the remedies are refused rather than guessed (R67).
  return { kind: 'vertical', superiorOrgan: '' };
}
