import { findOrgan } from '../application/application.ts';
import {
  letterDate,
  licenceDocument,
  type LetterContent,
  type Verification,
  withChinesePunctuation,
} from '../document/document.ts';
import { checkELicenceId, type InputValue } from '../catalogue/catalogue.ts';
import { performParts, part } from '../journal/actions.ts';
import type { Step } from '../journal/journal.ts';
import type { Held, Register } from '../journal/register.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { sealLetter, type SealPorts } from '../seal/actions.ts';
import { maySeal, type SealApplied, SEALING_ROBOT, type SealUse, type SealView } from '../seal/seal.ts';
import { sealRefusals } from '../seal/refusals.ts';
import type { LicencePorts } from './bringing.ts';
import { type Licence, standingOn, viewLicence } from './licence.ts';
import { licenceRefusals } from './refusals.ts';

/** What the sealed document of a licence is made in. */
export interface DocumentPorts extends Pick<LicencePorts, 'journal' | 'realm' | 'organs'> {
  readonly sealPorts: SealPorts;
  readonly seals: Pick<Register<SealView>, 'list'>;
  /** Gives the code on the document, and the page that checks it. */
  readonly place: { readonly verification: (licenceNo: string) => Verification };
}

interface SealFacts {
  readonly seal: Held<SealView> | undefined;
  readonly uscc: string;
  readonly made: SealApplied | Refusal | undefined;
}

const DEVELOPMENT_NOTE = '本件加盖开发测试用电子印章，不具有法律效力。';

/** Seals the document of the version in use, once; only of a licence that stands (许可法 39, R82). */
export const sealDocument: Step<undefined, Licence | undefined, SealFacts> = {
  name: 'sealLicenceDocument',
  view: viewLicence,
  decide(view, _command, { seal, uscc, made }, { at }) {
    if (view === undefined) return refuse(licenceRefusals, 'unknown-licence');
    if (view.document !== undefined) return { events: [] };
    if (view.paper !== undefined) return refuse(licenceRefusals, 'licence-on-paper', { paperNo: view.paper.no });
    const { status } = standingOn(view, dateInChina(at));
    if (status !== 'valid') return refuse(licenceRefusals, 'licence-not-live', { status, act: 'sealDocument' });
    if (seal === undefined) return refuse(sealRefusals, 'seal-not-in-use', { organ: view.organ.name });
    const hash = made === undefined || isRefusal(made) ? '' : made.signedHash;
    const refusal = maySeal(seal.view, {
      documentKind: 'licence',
      documentHash: hash,
      lastSignedHash: hash,
      caseState: stateOfDocument(view, dateInChina(at)),
      grantor: uscc,
      keeper: { kind: 'robot', id: SEALING_ROBOT },
      at,
    });
    if (refusal !== undefined) return refusal;
    if (isRefusal(made)) return made;
    if (made === undefined) return { events: [] };
    return {
      events: [{ type: 'LetterSealed', data: made }],
      fences: [{ key: seal.key, epoch: seal.epoch, mode: 'pass' }],
    };
  },
};

/** A document is sealed once, and only of a licence that stands. */
export function stateOfDocument(licence: Licence, on: string): SealUse['caseState'] {
  if (licence.document !== undefined) return 'sealed';
  return standingOn(licence, on).status === 'valid' ? 'readyToSeal' : 'notReady';
}

/** The sealed document of a licence, made when it is first asked for; whoever comes later is given the same. */
export async function documentOf(ports: DocumentPorts, licence: Licence, at: Instant): Promise<SealApplied | Refusal> {
  if (licence.document !== undefined) return licence.document;
  const stream = licence.stream;
  // Two who ask at once are one act: the later repeats it.
  const requestId = `licence-document/${licence.licenceNo}`;
  const frame = { realm: ports.realm, stream, actor: { kind: 'robot', id: SEALING_ROBOT } as const, requestId, at };
  const sealed = part(sealDocument, undefined, async (events, context) => {
    const view = viewLicence(events);
    const uscc = findOrgan(ports, licence.organ.code)?.uscc ?? '';
    const seal = ports.seals
      .list()
      .find(({ view: { made, state } }) => state === 'inUse' && made?.kind === 'organSeal' && made.organ === uscc);
    const facts = { seal, uscc, made: undefined };
    if (view === undefined || seal === undefined || isRefusal(sealDocument.decide(view, undefined, facts, context)))
      return facts;
    const { sealId = '', kind = 'organSeal', development = true } = seal.view.made ?? {};
    const content = documentContent(
      view,
      ports.place.verification(certificateNo(view.licenceNo)),
      development,
      dateInChina(view.issuedAt),
    );
    const letter = { content, sealId, sealKind: kind, keeper: SEALING_ROBOT, at: context.at };
    const made = await sealLetter(letter, ports.sealPorts);
    return { ...facts, made: isRefusal(made) ? made : made.applied };
  });
  const done = await performParts(ports.journal, { ...frame, asked: licence.licenceNo }, [sealed]);
  if (isRefusal(done)) return done;
  const { events } = await ports.journal.read({ realm: ports.realm, stream, requestId: '' });
  return viewLicence(events)?.document ?? refuse(licenceRefusals, 'unknown-licence');
}

/** What the document says: what the licence says, with all but the ends of a citizen's number covered (个保法 28). */
export function documentContent(
  licence: Licence,
  verification: Verification,
  development: boolean,
  on: string,
): LetterContent {
  const { holder, claims, validFromOn, validToOn, termWords, basis, organ } = licence;
  const content = licenceDocument({
    organ: organ.name,
    docNo: certificateNo(licence.licenceNo),
    on,
    verification,
    record: [],
    notes: development ? [DEVELOPMENT_NOTE] : [],
    name: licence.typeName,
    holder: holder.name,
    holderNo: coveredNo(holder),
    contents: [
      // What the form left empty is no line of the licence; a letter prints no empty line.
      ...Object.values(claims)
        .map(({ title, value }) => ({ label: title.zh, value: printed(value) }))
        .filter(({ value }) => value.trim() !== ''),
      { label: '证照标识', value: licence.licenceNo },
    ],
    validFromOn,
    ...(validToOn === null ? {} : { validToOn }),
    ...(termWords === undefined ? {} : { termWords }),
    decisionNo: basis.decisionNo,
  });
  return withChinesePunctuation(content);
}

/** 证号: what people read out of the long identifier, its serial and version; the item and the day make it the district's own. */
export function certificateNo(licenceNo: string): string {
  const id = checkELicenceId(licenceNo);
  if (!id.valid) throw new RangeError(`${licenceNo} is no identifier of a licence`);
  return `${id.serial}.${id.version}`;
}

/** An organisation's code is public; of a person's number only the ends are shown. */
export function coveredNo({ idType, idNo }: Pick<Licence['holder'], 'idType' | 'idNo'>): string {
  return idType === 'uscc' ? idNo : `${idNo.slice(0, 3)}${'*'.repeat(Math.max(0, idNo.length - 7))}${idNo.slice(-4)}`;
}

function printed(value: InputValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? letterDate(text) : text;
}
