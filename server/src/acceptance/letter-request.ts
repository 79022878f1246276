import type { Authority, LetterBody, LetterRequest, ReceivedApplication } from '../application/application.ts';
import type { ItemVersion } from '../catalogue/catalogue.ts';
import { codePointOf, isEveryday } from '../kernel/characters.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';

/** What the small print of a letter says about the power behind it. */
export function recordOf({ ref, office }: Authority): readonly string[] {
  if (ref !== undefined) return [`依据授权:${ref.mandateNo} 第${ref.version}版 摘要${ref.hash.slice(0, 16)}`];
  return office === undefined ? [] : ['由本机关负责人依法定职权作出'];
}

/** Whose case a letter is about, under which version of its item, and when it goes out. */
export interface LetterOccasion {
  readonly received: ReceivedApplication;
  /** The kinds of those that went out before. */
  readonly letters: readonly string[];
  readonly version: ItemVersion;
  readonly at: Instant;
}

/** The letter of a case in the name of the organ that the item belongs to (R103). */
export function letterRequest(
  { received, letters, version, at }: LetterOccasion,
  body: LetterBody,
  record: readonly string[],
): LetterRequest {
  return {
    caseNo: received.caseNo,
    itemId: version.itemId,
    itemName: version.item.name,
    organ: version.item.dept,
    addressee: received.applicant.printedAs ?? received.applicant.name,
    on: dateInChina(at),
    at,
    servedOnline: received.eDelivery,
    record: [...record, ...writtenOtherwise(received.applicant)],
    body,
    ordinal: letters.filter((kind) => kind === body.kind).length + 1,
  };
}

/** A letter that writes a name otherwise than the document says so, or it would seem to be another person's. */
function writtenOtherwise({ name, printedAs }: ReceivedApplication['applicant']): readonly string[] {
  if (printedAs === undefined) return [];
  const codes = [...name].filter((character) => !isEveryday(character)).map(codePointOf);
  return [`姓名(名称)含字库未收录的字,本文书以汉语拼音书写;以证件所载为准,各字编码:${codes.join(' ')}`];
}

/** A material or field by the name that the guide gives it. */
export function nameOf(version: ItemVersion, code: string): string {
  const { materials, inputs } = version.item;
  return materials.find((one) => one.code === code)?.name ?? inputs.find((one) => one.name === code)?.label ?? code;
}
