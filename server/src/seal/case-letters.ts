import type {
  DraftLetter,
  LetterBody,
  LetterPort,
  LetterRequest,
  SealedLetter as SealedCaseLetter,
} from '../application/application.ts';
import {
  acceptanceNotice,
  correctionNotice,
  extensionNotice,
  grantDecision,
  hearingNotice,
  nonAcceptanceNotice,
  paperDecisionRecord,
  refusalDecision,
  specialProcedureNotice,
  terminationNotice,
  withChinesePunctuation,
  type LetterContent,
  type LetterFrame,
  type RemedyFacts,
  type Verification,
} from '../document/document.ts';
import type { DocumentRefusalCode } from '../document/refusals.ts';
import { organStream, type Organ } from '../identity/identity.ts';
import type { Held, Register } from '../journal/register.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { instantInChina } from '../kernel/time.ts';
import { prepareLetter, sealLetter, type SealPorts } from './actions.ts';
import { docNoOf } from './letter-number.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import { type RemedyPlace, remedyOf } from './organ-remedies.ts';
import { SEALING_ROBOT, SEALS_FOR_LETTER, maySeal, type SealView } from './seal.ts';

/** What the letters of a district say besides the case; `main.ts` gives it from the configuration. */
export interface LetterPlace extends RemedyPlace {
  readonly enquiry: string;
  readonly verification: (docNo: string) => Verification;
  readonly isLicence: (itemId: string) => boolean;
  /** Personal status knows no electronic instrument: the grant is made on paper (R84, 电子签名法 3). */
  readonly paperInstrument: (itemId: string) => 'marriage' | 'adoption' | undefined;
}

export interface CaseLetterPorts extends SealPorts {
  readonly organs: Pick<Register<Organ | undefined>, 'get'>;
  readonly seals: Pick<Register<SealView>, 'list'>;
  readonly place: LetterPlace;
}

/** Printed at the foot of every page under a seal of a software key. */
export const DEVELOPMENT_NOTE = '本件加盖开发测试用电子印章，不具有法律效力。';

/** The letters of cases: composed in the grantor's name, printed, and sealed with its seal in use. */
export function caseLetters(ports: CaseLetterPorts): LetterPort {
  return {
    async draft(request): Promise<DraftLetter | Refusal> {
      const letter = composeCaseLetter(request, ports);
      if (isRefusal(letter)) return letter;
      const prepared = await prepareLetter({ content: letter, at: renderedAt(request) }, ports);
      if (isRefusal(prepared)) return prepared;
      return { documentHash: prepared.hash, docNo: letter.docNo, pdf: prepared.pdf };
    },
    seal: (request) => sealCaseLetter(request, ports),
    missingIn: (name) => ports.renderer.missingIn(name),
  };
}

/** What the letter of a request says; the same request gives the same letter, so a draft can be signed and then sealed. */
export function composeCaseLetter(
  request: LetterRequest,
  ports: Pick<CaseLetterPorts, 'organs' | 'place' | 'seals'>,
): LetterContent | Refusal<DocumentRefusalCode | SealRefusalCode> {
  const organ = getOrgan(request, ports);
  const instrument = ports.place.paperInstrument(request.itemId);
  if (instrument !== undefined && request.body.kind === 'grantDecision')
    return refuse(sealRefusals, 'paper-only-instrument', { instrument });
  const docNo = docNoOf(request, organ);
  const development = sealFor(request, organ, ports)?.view.made?.development ?? true;
  const frame: LetterFrame = {
    organ: organ.name,
    docNo,
    addressee: request.addressee,
    on: request.on,
    verification: ports.place.verification(docNo),
    record: request.record,
    notes: development ? [DEVELOPMENT_NOTE] : [],
  };
  const letter = bodyOf(request, frame, { remedy: remedyOf(request, organ, ports.place), place: ports.place });
  return isRefusal(letter) ? letter : withChinesePunctuation(letter);
}

async function sealCaseLetter(request: LetterRequest, ports: CaseLetterPorts): Promise<SealedCaseLetter | Refusal> {
  const letter = composeCaseLetter(request, ports);
  if (isRefusal(letter)) return letter;
  const organ = getOrgan(request, ports);
  const seal = sealFor(request, organ, ports);
  if (seal?.view.made === undefined) return refuse(sealRefusals, 'seal-not-in-use', { organ: organ.name });
  const { sealId, kind } = seal.view.made;
  const sealed = await sealLetter(
    { content: letter, sealId, sealKind: kind, keeper: SEALING_ROBOT, at: request.at, renderedAt: renderedAt(request) },
    ports,
  );
  if (isRefusal(sealed)) return sealed;
  // The step that asked compares this hash with the one signed, in the commit that appends the event (R82).
  const refusal = maySeal(seal.view, {
    documentKind: letter.kind,
    documentHash: sealed.signedHash,
    lastSignedHash: sealed.signedHash,
    caseState: 'readyToSeal',
    grantor: organ.uscc,
    keeper: { kind: 'robot', id: SEALING_ROBOT },
    at: request.at,
  });
  if (isRefusal(refusal)) return refusal;
  const isDecision = letter.kind === 'grantDecision' || letter.kind === 'refusalDecision';
  return {
    documentHash: sealed.signedHash,
    docNo: letter.docNo,
    event: { type: isDecision ? 'DecisionSealed' : 'LetterSealed', data: sealed.applied },
    fences: [{ key: seal.key, epoch: seal.epoch, mode: 'pass' }],
  };
}

/** Midnight of the letter's date: the draft in the morning and the seal in the afternoon have the same bytes. */
function renderedAt(request: LetterRequest): string {
  return instantInChina(request.on);
}

function getOrgan(request: LetterRequest, ports: Pick<CaseLetterPorts, 'organs'>): Organ {
  const organ = ports.organs.get(organStream(request.organ))?.view;
  if (organ === undefined) throw new Error(`no organ ${request.organ}`);
  return organ;
}

/** The organ's seal in use, the most special kind that the document takes first. */
function sealFor(
  request: LetterRequest,
  organ: Organ,
  ports: Pick<CaseLetterPorts, 'seals'>,
): Held<SealView> | undefined {
  const own = ports.seals.list().filter(({ view }) => view.state === 'inUse' && view.made?.organ === organ.uscc);
  return SEALS_FOR_LETTER[request.body.kind]
    .map((kind) => own.find(({ view }) => view.made?.kind === kind))
    .find((seal) => seal !== undefined);
}

function bodyOf(
  request: LetterRequest,
  frame: LetterFrame,
  { remedy, place }: { readonly remedy: RemedyFacts; readonly place: LetterPlace },
): LetterContent | Refusal<DocumentRefusalCode> {
  const { body } = request;
  const isLicence = place.isLicence(request.itemId);
  const { caseNo, itemName, addressee: applicant } = request;
  const named = { ...frame, caseNo, itemName, applicant, isLicence };
  const { enquiry } = place;
  switch (body.kind) {
    case 'acceptanceNotice':
      return acceptanceNotice({ ...named, ...acceptanceOf(body), enquiry, ...limitOf(body) });
    case 'correctionNotice':
      return correctionNotice({
        ...named,
        receivedOn: body.receivedOn,
        correctBy: body.correctBy,
        defects: body.defects.map(defectOf),
        enquiry,
      });
    case 'nonAcceptanceNotice':
      return nonAcceptanceNotice({ ...named, ...body, matter: request.itemName, remedy });
    case 'specialProcedureNotice': {
      const neededText = `${body.workingDays}个工作日`;
      return specialProcedureNotice({ ...named, ...body, norm: body.basis, neededText, startsOn: request.on });
    }
    case 'hearingNotice':
      return hearingNotice({ ...named, ...body });
    case 'extensionNotice':
      return extensionNotice({
        ...named,
        ...body,
        extendedByText: `${body.workingDays}个工作日`,
        dueOn: body.newDueOn,
      });
    case 'terminationNotice':
      return terminationNotice({ ...named, reason: body.reason, norm: body.basis, remedy });
    case 'grantDecision':
      return grantDecision({ ...named, ...grantOf(body, request, isLicence), remedy });
    case 'refusalDecision': {
      const { acceptedOn, norms } = body;
      return refusalDecision({
        ...named,
        acceptedOn,
        norms,
        facts: [body.facts],
        reasons: [body.reason],
        remedy,
      });
    }
    case 'paperDecisionRecord':
      return paperDecisionRecord({ ...named, ...body, notes: [] });
    default:
      return body satisfies never;
  }
}

type Body<Kind extends LetterBody['kind']> = Extract<LetterBody, { readonly kind: Kind }>;

function acceptanceOf({ deemed, byRegistry, ...body }: Body<'acceptanceNotice'>) {
  if (!deemed) return body;
  return { ...body, deemed: byRegistry === true ? ('byRegistryRegulation' as const) : ('byLicensingLaw' as const) };
}

function limitOf({ acceptedOn, statutoryDueOn, promisedDueOn, provisional }: Body<'acceptanceNotice'>) {
  return promisedDueOn === acceptedOn ? {} : { limit: { statutoryDueOn, promisedDueOn, provisional } };
}

function defectOf({ what, need }: Body<'correctionNotice'>['defects'][number]) {
  const [material = what, ...rest] = what.split(/[:：]/u);
  return { material, defect: rest.length === 0 ? what : rest.join('：'), howToCorrect: need };
}

function grantOf(body: Body<'grantDecision'>, request: LetterRequest, isLicence: boolean) {
  const promise = ['本决定以告知承诺方式作出，应当履行承诺；经核查不符合承诺的，依法撤销本决定'];
  return {
    acceptedOn: body.acceptedOn,
    norms: [isLicence ? '《中华人民共和国行政许可法》第三十八条第一款' : '本事项实施清单载明的设定依据'],
    act: isLicence ? '准予行政许可' : '准予办理',
    reason: body.reason,
    terms: [
      { name: '事项', value: request.itemName },
      { name: '结果文书', value: body.result },
      ...(body.byRuleSet === undefined ? [] : [{ name: '作出方式', value: automaticText(body.byRuleSet) }]),
    ],
    ...(body.deemedRenewal === undefined ? {} : { deemedRenewal: body.deemedRenewal }),
    ...validityOf(body.validity),
    ...(body.onPromise ? { duties: promise } : {}),
  };
}

/** Without the catalogue's own mark that a figure is to be checked against its source, which is no part of a decision. */
function validityOf(text: string): { readonly validity?: string } {
  const validity = text.replace(/[(（]?[,，]?待核[)）]?/gu, '').trim();
  return validity === '' || validity === '-' ? {} : { validity };
}

/** A machine's decision says that it is one, and that a person decides on demand (个人信息保护法 24, R79). */
function automaticText(ruleSet: string): string {
  return `由经签发的规则集自动作出（规则集摘要：${ruleSet}），可以要求说明并由工作人员复核`;
}
