import { recordOf } from '../acceptance/actions.ts';
import { type Authority, type CasePorts, findOrgan } from '../application/application.ts';
import { checkELicenceId } from '../catalogue/catalogue.ts';
import {
  endingDecision,
  type Ending,
  endingNotice,
  type LetterContent,
  letterDate,
  type LetterFrame,
  type Verification,
  withChinesePunctuation,
} from '../document/document.ts';
import type { Organ } from '../identity/identity.ts';
import type { FenceUse, NewEvent } from '../journal/journal.ts';
import type { Held, Register } from '../journal/register.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant, instantInChina } from '../kernel/time.ts';
import { prepareLetter, type RemedyPlace, remedyOf, sealLetter, type SealPorts } from '../seal/actions.ts';
import { sealRefusals } from '../seal/refusals.ts';
import { maySeal, SEALING_ROBOT, SEALS_FOR_LETTER, type SealUse, type SealView } from '../seal/seal.ts';
import { ANSWER_DAYS, type ActLetter } from './ending-course.ts';
import type { Licence } from './licence.ts';
import { type ActOnLicence, LETTERS } from './life.ts';

/** What the letters of acts on licences are made in. */
export interface ActLetterPorts {
  readonly sealPorts: SealPorts;
  readonly seals: Pick<Register<SealView>, 'list'>;
  readonly place: RemedyPlace & { readonly verification: (docNo: string) => Verification };
  readonly organs: CasePorts['organs'];
}

/** Letters as they are composed: of which act, on whose authority, when. */
export interface LetterOccasion {
  readonly licence: Licence;
  readonly command: ActOnLicence;
  readonly authority: Authority;
  /** Whether it will reach the holder electronically: the letter then names the online channel (R69). */
  readonly servedOnline: boolean;
  readonly at: Instant;
}

/** The letter under its seal: the event of its sealing, and the fence of the seal. */
export interface SealedActLetter {
  readonly ref: ActLetter;
  readonly event: NewEvent;
  readonly fences: readonly FenceUse[];
}

/** 文种 in the number series of the organ (R103). */
const SERIES = {
  endingNotice: '告',
  suspensionDecision: '扣',
  withdrawalDecision: '撤回',
  annulmentDecision: '撤',
  forfeitureDecision: '吊',
  cancellationDecision: '注',
} as const satisfies Record<Ending | 'endingNotice', string>;

/**
 * 云市监吊字〔2025〕第008-MK05202503040001号: the type and serial of the licence make it the licence's own within the organ's series, and no
 * counter is needed; a further letter of the kind counts on.
 */
function docNoOf({ licence, command, at }: LetterOccasion, kind: keyof typeof SERIES, organ: Organ): string {
  const id = checkELicenceId(licence.licenceNo);
  if (!id.valid) throw new RangeError(`${licence.licenceNo} is no identifier of a licence`);
  // What is only intended is nobody's business: who knows the licence must not be able to guess the number of the notice (R103).
  const notGuessable = kind === 'endingNotice' ? `-${sm3Hex(canonicalJson(command)).slice(0, 6).toUpperCase()}` : '';
  const before = licence.course.letters.filter(({ applied }) => applied.documentKind === kind).length;
  const again = before === 0 ? '' : `-${before + 1}`;
  return `${organ.abbreviation}${SERIES[kind]}字〔${dateInChina(at).slice(0, 4)}〕第${id.type.slice(-3)}-${id.serial}${again}${notGuessable}号`;
}

/** The letter as it will be signed; undefined for an act that issues none. */
export async function draftActLetter(
  ports: ActLetterPorts,
  occasion: LetterOccasion,
): Promise<ActLetter | Refusal | undefined> {
  if (LETTERS[occasion.command.act] === undefined) return undefined;
  const content = composeActLetter(ports, occasion);
  if (isRefusal(content)) return content;
  const prepared = await prepareLetter({ content, at: renderedAt(occasion) }, ports.sealPorts);
  return isRefusal(prepared) ? prepared : { docNo: content.docNo, documentHash: prepared.hash };
}

/** Seals the letter whose draft was signed, and none other (R82). */
export async function sealActLetter(
  ports: ActLetterPorts,
  occasion: LetterOccasion,
  ref: ActLetter,
): Promise<SealedActLetter | Refusal> {
  const content = composeActLetter(ports, occasion);
  if (isRefusal(content)) return content;
  const organ = organOf(ports, occasion.licence);
  const seal = sealFor(ports, organ, content.kind);
  if (seal?.view.made === undefined) return refuse(sealRefusals, 'seal-not-in-use', { organ: organ.name });
  const { sealId, kind: sealKind } = seal.view.made;
  const { at } = occasion;
  const lastSignedHash = ref.documentHash;
  const request = {
    content,
    sealId,
    sealKind,
    keeper: SEALING_ROBOT,
    at,
    renderedAt: renderedAt(occasion),
    lastSignedHash,
  };
  const sealed = await sealLetter(request, ports.sealPorts);
  if (isRefusal(sealed)) return sealed;
  const refusal = maySeal(seal.view, {
    documentKind: content.kind,
    documentHash: sealed.signedHash,
    lastSignedHash,
    caseState: stateOfLetter(occasion.licence, content.docNo),
    grantor: organ.uscc,
    keeper: { kind: 'robot', id: SEALING_ROBOT },
    at,
  });
  if (refusal !== undefined) return refusal;
  const event = { type: 'LetterSealed', data: sealed.applied };
  return { ref, event, fences: [{ key: seal.key, epoch: seal.epoch, mode: 'pass' }] };
}

/** R82: under one number of the organ's series one letter is sealed, once. */
export function stateOfLetter({ course }: Pick<Licence, 'course'>, docNo: string): SealUse['caseState'] {
  return course.letters.some(({ applied }) => applied.docNo === docNo) ? 'sealed' : 'readyToSeal';
}

/** Midnight of the letter's date: what was confirmed in the morning and sealed in the afternoon has the same bytes. */
function renderedAt({ at }: LetterOccasion): Instant {
  return instantInChina(dateInChina(at));
}

function organOf(ports: ActLetterPorts, { organ: { code } }: Licence): Organ {
  const organ = findOrgan(ports, code);
  if (organ === undefined) throw new Error(`no organ ${code}`);
  return organ;
}

/** The organ's seal in use, the most special kind that the letter takes first. */
function sealFor(ports: ActLetterPorts, organ: Organ, letter: LetterContent['kind']): Held<SealView> | undefined {
  const own = ports.seals.list().filter(({ view }) => view.state === 'inUse' && view.made?.organ === organ.uscc);
  return SEALS_FOR_LETTER[letter]
    .map((kind) => own.find(({ view }) => view.made?.kind === kind))
    .find((seal) => seal !== undefined);
}

const DEVELOPMENT_NOTE = '本件加盖开发测试用电子印章，不具有法律效力。';

/** What the letter of an act says; the same occasion gives the same letter. */
export function composeActLetter(ports: ActLetterPorts, occasion: LetterOccasion): LetterContent | Refusal {
  const { licence, authority, servedOnline, at, command } = occasion;
  const organ = organOf(ports, licence);
  const kind = LETTERS[command.act];
  if (kind === undefined) throw new Error(`${command.act} issues no letter`);
  const docNo = docNoOf(occasion, kind, organ);
  const development = sealFor(ports, organ, kind)?.view.made?.development ?? true;
  const frame: LetterFrame = {
    organ: organ.name,
    docNo,
    addressee: licence.holder.name,
    on: dateInChina(at),
    verification: ports.place.verification(docNo),
    record: recordOf(authority),
    notes: development ? [DEVELOPMENT_NOTE] : [],
  };
  const { typeName, licenceNo, holder } = licence;
  const named = { ...frame, licence: `《${typeName}》`, licenceNo, holder: holder.name, norms: [command.basis] };
  if (command.act === 'announce') {
    const intended = LETTERS[command.intended];
    const lastDay = command.untilOn === undefined ? {} : { untilOn: command.untilOn };
    const said = { facts: [command.facts], reasons: [command.reason], answerWithinDays: ANSWER_DAYS, ...lastDay };
    return withChinesePunctuation(endingNotice({ ...named, intended, ...said }));
  }
  if (kind === 'endingNotice' || command.act === 'replace' || command.act === 'reinstate')
    throw new Error(`${command.act} issues no letter`);
  const letter = endingDecision({
    ...named,
    ending: kind,
    facts: [command.facts],
    reasons: reasonsOf(command),
    consequences: consequencesOf(command),
    remedy: remedyOf({ servedOnline }, organ, ports.place),
  });
  return isRefusal(letter) ? letter : withChinesePunctuation(letter);
}

type Ended = Exclude<ActOnLicence, { readonly act: 'announce' | 'replace' | 'reinstate' }>;

/** Each ground in the words of its article (许可法 8, 69, 70). */
const GROUND_WORDS = {
  lawChanged: '行政许可所依据的法律、法规、规章修改或者废止，为了公共利益的需要',
  factsChanged: '准予行政许可所依据的客观情况发生重大变化，为了公共利益的需要',
  abuseOfOffice: '行政机关工作人员滥用职权、玩忽职守作出准予行政许可决定',
  beyondPower: '超越法定职权作出准予行政许可决定',
  procedureBreached: '违反法定程序作出准予行政许可决定',
  holderUnqualified: '对不具备申请资格或者不符合法定条件的申请人准予行政许可',
  fraud: '被许可人以欺骗、贿赂等不正当手段取得行政许可',
  otherByLaw: '依法可以撤销行政许可的其他情形',
  expired: '行政许可有效期届满未延续',
  holderDied: '赋予公民特定资格的行政许可，该公民死亡或者丧失行为能力',
  holderDissolved: '法人或者其他组织依法终止',
  ended: '行政许可依法被撤销、撤回，或者行政许可证件依法被吊销',
  forceMajeure: '因不可抗力导致行政许可事项无法实施',
  onRequest: '持证主体申请注销',
} as const;

function reasonsOf(command: Ended): readonly string[] {
  const ground = 'ground' in command ? [`属于${GROUND_WORDS[command.ground]}的情形`] : [];
  const heard =
    'heard' in command && command.heard !== undefined ? [`对陈述、申辩和听证意见的复核：${command.heard}`] : [];
  const deliberated = command.act === 'forfeit' ? [`法制审核和集体讨论：${command.deliberation}`] : [];
  return [...ground, command.reason, ...heard, ...deliberated];
}

function consequencesOf(command: Ended): readonly string[] {
  switch (command.act) {
    case 'withdraw':
      return [`补偿：${command.compensation}`];
    case 'suspend':
      return command.untilOn === undefined ? [] : [`暂扣至${letterDate(command.untilOn)}，期满自行恢复效力`];
    case 'annul':
      // 许可法69(4), 79: what was got by fraud gives no interest that is protected, and bars for three years where life is concerned.
      return command.ground === 'fraud'
        ? ['基于该行政许可取得的利益不受保护；属于直接关系公共安全、人身健康、生命财产安全事项的，三年内不得再次申请']
        : ['合法权益因此受到损害的，本机关依法给予赔偿'];
    case 'forfeit':
    case 'cancel':
      return [];
    default:
      return command satisfies never;
  }
}
