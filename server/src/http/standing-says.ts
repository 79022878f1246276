import type { LetterKind } from '../document/document.ts';
import type { Recorded } from '../journal/journal.ts';
import type { Text } from '../kernel/refusal.ts';
import type { LicenceStatus } from '../licence/licence.ts';
import type { MandateState } from '../mandate/mandate.ts';
import { type SealApplied, sealEvents, sealsLetter } from '../seal/seal.ts';

/** What the register says to whoever asks by a number, in sentences without any person. */

const ENDINGS = {
  withdrawalDecision: { zh: '撤回', en: 'withdrawn' },
  annulmentDecision: { zh: '撤销', en: 'annulled' },
  forfeitureDecision: { zh: '吊销', en: 'revoked as a penalty' },
  cancellationDecision: { zh: '注销', en: 'cancelled' },
} as const satisfies Partial<Record<LetterKind, Text>>;

interface Ending {
  readonly docNo: string;
  readonly word: Text;
}

/** The later letter of the same stream that took the decision of this number away (R91–R93); undefined while none did. */
export function endingOf(events: readonly Recorded[], no: string): Ending | undefined {
  const letters = events.filter(sealsLetter).map(({ data }) => sealEvents.SealApplied.parse(data));
  const index = letters.findIndex(({ docNo }) => docNo === no);
  const isEnded = letters[index]?.documentKind === 'grantDecision' || letters[index]?.documentKind === 'licence';
  return isEnded ? letters.slice(index + 1).flatMap(ending)[0] : undefined;
}

function ending({ documentKind, docNo }: SealApplied): readonly Ending[] {
  switch (documentKind) {
    case 'withdrawalDecision':
    case 'annulmentDecision':
    case 'forfeitureDecision':
    case 'cancellationDecision':
      return [{ docNo, word: ENDINGS[documentKind] }];
    default:
      return [];
  }
}

export const standingSays = {
  unknown: {
    zh: '登记簿中没有这个文书编号。编号有误，或者文书不是本平台出具的。',
    en: 'The register knows no document of this number: it is mistyped, or the document was not issued here.',
  },
  stands: {
    zh: '登记在册；登记簿中没有撤回、撤销、吊销或者注销它的决定。',
    en: 'On the register; no decision there withdraws, annuls, revokes or cancels it.',
  },
  granted: {
    zh: '登记在册；本案没有撤回、撤销、吊销或者注销它的决定。由它颁发证照的，证照是否有效按证照编号查询。',
    en: 'On the register; no decision of its case withdraws, annuls, revokes or cancels it. Whether a licence that it brought stands is asked by the number of the licence.',
  },
  ended: ({ docNo, word }: Ending): Text => ({
    zh: `已由${docNo}${word.zh}，不再有效。`,
    en: `It was ${word.en} by ${docNo} and no longer stands.`,
  }),
} as const;

/** What the e-licence library says of a licence, by how it stands. */
export const licenceSays = {
  valid: { state: 'stands', says: { zh: '证照在册有效。', en: 'The licence is on the register and valid.' } },
  suspended: {
    state: 'notNow',
    says: { zh: '证照已被暂扣，现在不能使用。', en: 'The licence is suspended and may not be used now.' },
  },
  expired: { state: 'ended', says: { zh: '证照有效期已经届满。', en: 'The term of the licence is over.' } },
  withdrawn: {
    state: 'ended',
    says: { zh: '证照已被撤回，不再有效。', en: 'The licence was withdrawn and no longer stands.' },
  },
  annulled: {
    state: 'ended',
    says: { zh: '证照已被撤销，不再有效。', en: 'The licence was annulled and no longer stands.' },
  },
  forfeited: {
    state: 'ended',
    says: { zh: '证照已被吊销，不再有效。', en: 'The licence was revoked as a penalty and no longer stands.' },
  },
  cancelled: {
    state: 'ended',
    says: { zh: '证照已经注销，不再有效。', en: 'The licence was cancelled and no longer stands.' },
  },
  replaced: {
    state: 'ended',
    says: {
      zh: '这是证照的旧版本，已由新版本代替。',
      en: 'This is an earlier version of the licence; a newer one has taken its place.',
    },
  },
} as const satisfies Record<LicenceStatus | 'replaced', { readonly state: string; readonly says: Text }>;

const STATES = {
  drafted: ['notNow', '尚未公布，没有效力', 'is not published and has no force'],
  reviewed: ['notNow', '尚未公布，没有效力', 'is not published and has no force'],
  signed: ['notNow', '尚未公布，没有效力', 'is not published and has no force'],
  accepted: ['notNow', '尚未公布，没有效力', 'is not published and has no force'],
  filed: ['notNow', '尚未公布，没有效力', 'is not published and has no force'],
  published: ['notNow', '已公布，期限尚未开始', 'is published; its term has not begun'],
  active: ['stands', '现行有效', 'is in force'],
  suspended: [
    'notNow',
    '已暂停，暂停期间不得据以办理',
    'is suspended; nothing may be done under it until it is resumed',
  ],
  expired: ['ended', '期限已满，此前依其作出的决定不受影响', 'has expired; what was decided under it before stays'],
  revoked: ['ended', '已撤销，此前依其作出的决定不受影响', 'was revoked; what was decided under it before stays'],
  superseded: [
    'ended',
    '已被新版本取代，此前依其作出的决定不受影响',
    'was replaced by a newer version; what was decided under it before stays',
  ],
} as const satisfies Record<MandateState, readonly ['stands' | 'notNow' | 'ended', zh: string, en: string]>;

/** Whether a mandate in this state stands now. */
export function standingOfMandate(state: MandateState): 'stands' | 'notNow' | 'ended' {
  return STATES[state][0];
}

export function mandateSays(mandateNo: string, version: number, state: MandateState): Text {
  const [, zh, en] = STATES[state];
  return { zh: `委托书 ${mandateNo} 第${version}版${zh}。`, en: `Mandate ${mandateNo}, version ${version}, ${en}.` };
}
