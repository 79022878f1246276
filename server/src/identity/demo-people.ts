import { z } from 'zod';
import type { Actor, Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import {
  appointHead,
  assignPost,
  declareRelation,
  enrolPerson,
  establishOrgan,
  type Identity,
  issueCertificate,
} from './staff-acts.ts';
import { Applicant } from './applicant.ts';
import { EstablishOrgan } from './organ.ts';
import { AssignPost, DeclareRelation, EnrolPerson } from './person-steps.ts';
import { openAccounts, registerApplicant } from './sign-in.ts';

const BilingualText = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const DemoApplicant = z
  .looseObject({ nameEn: z.string().min(1) })
  .transform(({ nameEn: _shownOnly, ...applicant }) => applicant)
  .pipe(Applicant);

/** The people of the fictional district: `db/demo/people.json`. */
export const DemoPeople = z.strictObject({
  notice: BilingualText,
  realm: z.string().min(1),
  organs: z.array(EstablishOrgan.extend({ headPersonId: z.string().min(1) })),
  people: z.array(
    EnrolPerson.extend({
      nameEn: z.string().min(1),
      certificate: z.string().min(1).nullable(),
      posts: z.array(AssignPost.shape.post).min(1),
      relations: z.array(DeclareRelation),
    }),
  ),
  applicants: z.array(DemoApplicant),
  /** One sign-in for every role, to be printed at start. */
  demoSignIns: z.array(
    z.strictObject({
      login: z.string().min(1),
      kind: z.enum(['staff', 'applicant']),
      role: BilingualText,
      name: BilingualText,
      password: z.string().min(1),
    }),
  ),
});
export type DemoPeople = z.infer<typeof DemoPeople>;

/** Enters the demo district. Every act has a fixed request id, so that loading it twice changes nothing. */
export async function loadDemoPeople(identity: Identity, demo: DemoPeople, at: Instant): Promise<void> {
  await Promise.all(demo.organs.map((organ) => loadOrgan(identity, organ, at)));
  await Promise.all(demo.people.map((person) => loadPerson(identity, person, at)));
  await Promise.all(demo.organs.map((organ) => loadHead(identity, organ, at)));
  await Promise.all(demo.applicants.map((applicant) => registerApplicant(identity, applicant)));
  const [first] = demo.demoSignIns;
  if (first === undefined) return;
  const staff = demo.people.map(({ personId }) => ({ login: personId, kind: 'staff' as const, holderId: personId }));
  const applicants = demo.applicants.map(({ applicantId }) => ({
    login: applicantId,
    kind: 'applicant' as const,
    holderId: applicantId,
  }));
  await openAccounts(identity, [...staff, ...applicants], { password: first.password, at });
}

type DemoOrgan = DemoPeople['organs'][number];
type DemoPerson = DemoPeople['people'][number];

const LOADER: Actor = { kind: 'operator', id: 'demo-loader' };

async function loadOrgan(
  identity: Identity,
  { headPersonId: _later, ...organ }: DemoOrgan,
  at: Instant,
): Promise<void> {
  done(await establishOrgan(identity, { command: organ, actor: LOADER, requestId: `demo/organ/${organ.code}`, at }));
}

async function loadHead(identity: Identity, { code, headPersonId }: DemoOrgan, at: Instant): Promise<void> {
  const command = { personId: headPersonId };
  done(await appointHead(identity, { organ: code, command, actor: LOADER, requestId: `demo/organ/${code}/head`, at }));
}

async function loadPerson(identity: Identity, person: DemoPerson, at: Instant): Promise<void> {
  const { nameEn: _shownOnly, certificate, posts, relations, ...command } = person;
  const { personId } = person;
  const act = (name: string) => ({ personId, actor: LOADER, requestId: `demo/person/${personId}/${name}`, at });
  done(await enrolPerson(identity, { ...act('enrol'), command }));
  for (const post of posts) done(await assignPost(identity, { ...act(post.postId), command: { post } }));
  for (const relation of relations) {
    done(await declareRelation(identity, { ...act(`relation/${relation.label}`), command: relation }));
  }
  if (certificate !== null)
    done(await issueCertificate(identity, { ...act('certificate'), command: { serial: certificate } }));
}

/** Demo data that the rules refuse is a fault of the data. */
function done(answer: Performed | Refusal): void {
  if (isRefusal(answer)) throw new Error(`demo people: ${answer.code} ${JSON.stringify(answer.detail)}`);
}
