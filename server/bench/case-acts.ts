import { randomBytes } from 'node:crypto';
import type { AcceptanceOutcome } from '../src/acceptance/acceptance.ts';
import type { Application, Call } from '../src/application/application.ts';
import { applyAtWindow, type DeskPorts, sign } from '../src/decision/actions.ts';
import { deliver, deliveryRobot } from '../src/delivery/actions.ts';
import type { Actor, Performed } from '../src/journal/journal.ts';
import { uuidv7 } from '../src/kernel/ids.ts';
import type { Refusal } from '../src/kernel/refusal.ts';
import { instantInChina } from '../src/kernel/time.ts';

/** The acts of a two-signature case, one for each moment of law that stands alone, in order. */
export const twoSignatureActs = ['apply', 'propose', 'decide', 'deliver'] as const;
/** A class-0 case: receipt, acceptance and decision by the rule set in one act, then electronic service. */
export const automaticActs = ['register', 'deliver'] as const;

export type ActName = (typeof twoSignatureActs)[number] | (typeof automaticActs)[number];

/** One request of a client; the first act of a case has no number yet. */
export interface ActRequest {
  readonly act: ActName;
  readonly requestId: string;
  readonly on: string;
  readonly caseNo: string;
}

export const handlerId = 'hr-officer-1';
/** The authorisation on which both signatures rest. */
export const signingMandateNo = 'YH-B-HR-2025';

/** Where acts happen. */
export interface Place {
  readonly ports: DeskPorts;
  /** The hashes of the decision letter and of the evidence that the signer is shown. */
  readonly shown: (caseNo: string, call: Call, decision: Conclusion) => Promise<Shown>;
}

type Decision = Parameters<typeof sign>[3]['decision'];
export type Shown = Pick<Decision, 'documentHash' | 'evidenceHash'>;

/** A decision before its signer was shown anything. */
export type Conclusion = Omit<Decision, keyof Shown | 'recusal'>;

/** Carries out `request` through the modules' own actions. */
export function performAct(place: Place, request: ActRequest): Promise<Performed | Refusal> {
  const { actor, time, verb } = acts[request.act];
  const { requestId, on, caseNo } = request;
  return verb(place, { actor, requestId, at: instantInChina(on, time) }, caseNo);
}

export function caseNoOf(performed: Performed): string {
  return performed.stream.slice('case/'.length);
}

/** The random part of request ids, drawn once: it is the clients' work, which other machines do. */
const random = randomBytes(10);

export function freshRequestId(): string {
  random.writeUInt32BE((random.readUInt32BE(6) + 1) >>> 0, 6);
  return uuidv7(Math.floor(performance.timeOrigin + performance.now()), random);
}

interface ActKind {
  readonly actor: Actor;
  readonly time: string;
  readonly verb: (place: Place, call: Call, caseNo: string) => Promise<Performed | Refusal>;
}

const clerk: Actor = { kind: 'person', id: 'clerk-1' };
const pin = '246810';
const accept: AcceptanceOutcome = { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] };

const acts = {
  apply: {
    actor: clerk,
    time: '09:30',
    verb: ({ ports }, call) => applyAtWindow(ports, call, licence, accept),
  },
  register: {
    actor: clerk,
    time: '09:30',
    verb: ({ ports }, call) => applyAtWindow(ports, call, registration, accept),
  },
  propose: {
    actor: { kind: 'person', id: handlerId },
    time: '10:00',
    verb: async (place, call, caseNo) =>
      sign(place.ports, call, caseNo, { decision: await decision(place, call, caseNo), pin, review: findings }),
  },
  decide: {
    actor: { kind: 'person', id: 'hr-chief' },
    time: '10:30',
    verb: async (place, call, caseNo) =>
      sign(place.ports, call, caseNo, { decision: await decision(place, call, caseNo), pin }),
  },
  deliver: {
    actor: deliveryRobot,
    time: '10:31',
    verb: ({ ports }, call, caseNo) => deliver(ports, call, caseNo, { method: 'electronic', recipient: '常源浩' }),
  },
} as const satisfies Record<ActName, ActKind>;

const common = {
  channel: 'window',
  route: 'normal',
  scope: { region: '110198' },
  truthStatement: true,
  eDelivery: true,
  humanDecision: false,
} as const;

/** 人力资源服务许可: two signatures, no visit. */
const licence: Application = {
  ...common,
  itemId: 'HR-01',
  applicant: {
    kind: 'legalPerson',
    name: '云河区某某人力资源有限公司',
    idType: 'uscc',
    idNo: '91110198YH0000001X',
    idOverrideReason: '演示数据',
    legalRepresentative: { name: '常源浩', idNo: '110198198601256910' },
  },
  form: { rules: true },
  materials: [
    { code: 'm.rule', source: 'paper' },
    { code: 'm.decl', source: 'paper' },
  ],
};

/** 个体工商户设立登记: decided by its rule set when every fact is verified. */
const registration: Application = {
  ...common,
  itemId: 'MK-02',
  applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
  form: { scopeStandard: true, preNeeded: false },
  materials: [],
};

const findings = {
  act: 'recordFindings' as const,
  findings: [],
  points: [0, 1, 2, 3].map((point) => ({ point, result: 'met' as const, evidence: '查验材料' })),
};

const conclusion: Conclusion = {
  outcome: 'GRANT',
  reason: '材料齐全,符合法定条件',
  facts: '',
  norms: [],
  forwardToHead: false,
};

async function decision({ shown }: Place, call: Call, caseNo: string): Promise<Decision> {
  return { ...conclusion, ...(await shown(caseNo, call, conclusion)), recusal: 'none' };
}
