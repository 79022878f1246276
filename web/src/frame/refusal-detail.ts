import type { Refusal } from '../api/model.ts';
import type { Say } from '../text/text.ts';
import { dateText } from '../time/dates.ts';

type Detail = Refusal['detail'];

/** What a refusal knows beyond its words, for those that a person must know it of to go on: until when, which questions, how many. */
export function detailLines({ code, detail }: Pick<Refusal, 'code' | 'detail'>, say: Say): readonly string[] {
  switch (code) {
    case 're-application-barred':
      return barLines(detail, say);
    case 'quota-order':
      return [say('detail.queue', { before: wordOf(detail['earlierUndecided']), left: wordOf(detail['placesLeft']) })];
    case 'deferral-not-allowed':
      return dayOf(detail['latestOn'], say).map((on) => say('detail.latest', { on }));
    case 'matter-answers-wrong':
      return listOf(detail['questions']).map((line) => faultWords(line, say));
    case 'form-invalid':
      return listOf(detail['fields']).map((line) => faultWords(line, say));
    default:
      return [];
  }
}

/** R35: until when, on which decision, by which article. */
function barLines({ untilOn, article, decisionNo }: Detail, say: Say): readonly string[] {
  const until = dayOf(untilOn, say).map((on) => say('detail.until', { on }));
  const decided =
    typeof decisionNo === 'string' ? [say('detail.decision', { decisionNo, article: wordOf(article) })] : [];
  return [...until, ...decided];
}

function dayOf(value: Detail[string] | undefined, say: Say): readonly string[] {
  return typeof value === 'string' && value !== '' ? [dateText(value, '', say.language)] : [];
}

/** `seatCount: missing` in words. */
function faultWords(line: string, say: Say): string {
  const at = line.lastIndexOf(': ');
  const name = line.slice(0, at);
  switch (line.slice(at + 2)) {
    case 'missing':
      return say('detail.missing', { name });
    case 'type':
      return say('detail.type', { name });
    case 'not asked':
    case 'unknown':
      return say('detail.notAsked', { name });
    default:
      return line;
  }
}

function wordOf(value: Detail[string] | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listOf(value: Detail[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}
