import { z } from 'zod';
import { InputValue } from '../catalogue/catalogue.ts';
import { holderKey } from '../identity/identity.ts';
import { part } from '../journal/actions.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { takeFiles } from '../material/actions.ts';
import { Claim, consentPrefix, Subject } from './consent.ts';
import { checkNumbers, findLetter, letterNow } from './letters.ts';
import { type ConsentCall, type ConsentPorts, itemVersion } from './ports.ts';
import { type ClaimSource, type Company, performReading, type ReadAt, type Redeemed } from './redeeming.ts';
import { consentRefusals } from './refusals.ts';
import { giveConsent } from './steps.ts';

/**
 * 纸质用证同意: who has no telephone signs at the counter what he agrees to, and nobody is sent away for it (北京2024-32, 个保法14).
 * The clerk has seen who he is, and keeps the signed form; what follows is the reading of a code, by the same rules and once.
 */
export const PaperConsent = z.strictObject({
  /** Who signs; for an agent whose letter is on record, the letter says who his principal is. */
  subject: Subject.exactOptional(),
  letterId: z.string().min(1).max(80).exactOptional(),
  itemId: z.string().max(20),
  caseNo: z.string().max(80).exactOptional(),
  claims: z.array(Claim).max(100),
  /** The upload of the signed form. */
  uploadId: z.uuid(),
  /** The clerk has compared the face and the document of whoever signed (R15). */
  identitySeen: z.literal(true),
  form: z.record(z.string().max(60), InputValue).exactOptional(),
});
export type PaperConsent = z.infer<typeof PaperConsent>;

/** Takes down what somebody signed at this window, and hands out the claims in the same commit. */
export async function readPaper<
  Answer extends { readonly name: string; readonly value: InputValue; readonly source: string },
>(
  ports: ConsentPorts & { readonly facts: ClaimSource<Answer> },
  call: ConsentCall,
  command: PaperConsent,
  { where, company }: { readonly where: ReadAt; readonly company?: Company | undefined },
): Promise<Redeemed<Answer> | Refusal> {
  const { itemId, caseNo, claims, letterId, uploadId, form } = command;
  const version = itemVersion(ports, itemId, call.at);
  if (isRefusal(version)) return version;
  const who = await whoSigns(ports, command);
  if (isRefusal(who)) return who;
  const { subject, agentKey } = who;
  const { realm, journal, consentPolicy: policy } = ports;
  const subjectKey = holderKey(realm, subject.idNo);
  const files = await takeFiles({ pool: journal.pool, realm }, call, [uploadId]);
  const agreed = { way: 'paper' as const, itemId, caseNo, claims, letterId };
  const first = part(giveConsent, agreed, async () => {
    const letter = await letterNow(ports, letterId);
    return { version, subjectKey, policy, letter, agentKey, document: files.get(uploadId) };
  });
  const { place, isCentre, applicantKey, answered } = where;
  return performReading(ports, call, {
    stream: `${consentPrefix(subjectKey)}${ports.consentId()}`,
    subject,
    reading: { itemId, caseNo, organ: version.item.dept, place, isCentre, applicantKey },
    item: version.item,
    answered: { ...answered, ...form },
    company,
    first,
    asked: { itemId, caseNo: caseNo ?? null, claims, letterId: letterId ?? null, uploadId, subjectKey },
  });
}

interface WhoSigns {
  readonly subject: Subject;
  readonly agentKey?: string;
}

async function whoSigns(ports: ConsentPorts, { subject, letterId }: PaperConsent): Promise<WhoSigns | Refusal> {
  if (letterId === undefined) {
    if (subject === undefined) return refuse(consentRefusals, 'consent-not-yours');
    return checkNumbers(subject) ?? { subject };
  }
  const found = await findLetter(ports, letterId);
  if (found === undefined) return refuse(consentRefusals, 'letter-unknown');
  return { subject: found.parties.principal, agentKey: found.letter.agentKey };
}
