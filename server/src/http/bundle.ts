import { z } from 'zod';
import { ItemId } from '../catalogue/catalogue.ts';
import { findOrgan } from '../identity/actions.ts';
import type { Performed } from '../journal/journal.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type BundleCall, bundles, itemsInForce, knownFor } from '../matter/actions.ts';
import {
  Bundle,
  bundleFaults,
  bundleHash,
  BundleId,
  bundleInForce,
  bundleStream,
  type BundleView,
  DraftBundle,
  knownValues,
  PublishBundle,
  planOf,
  questionsOf,
  WithdrawBundle,
} from '../matter/matter.ts';
import { bundleRefusals } from '../matter/refusals.ts';
import type { Platform } from '../platform.ts';
import { Answers, identityOf, PlanAnswer, planAnswer } from './bundle-plan.ts';
import type { Caller, Role } from './caller.ts';
import { Can, canOf } from './case-can.ts';
import { applicantOf } from './draft.ts';
import { Text } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

/** Who composes a bundle: staff of departments; that it is the organ that leads is for the bundle itself to say. */
const composers = ['departmentStaff', 'departmentHead', 'legalReviewer'] as const satisfies readonly Role[];

const Params = z.strictObject({ bundleId: BundleId });
const Fault = z.object({ code: z.string(), place: z.string(), reason: z.string(), message: Text, remedy: Text });

const BundleRow = z
  .object({
    bundleId: z.string(),
    name: z.string(),
    nameEn: z.string(),
    lead: z.string(),
    leadName: z.string(),
    leadNameEn: z.string(),
    items: z.array(z.object({ itemId: z.string(), name: z.string(), nameEn: z.string() })),
    version: z.int().exactOptional(),
    hasDraft: z.boolean(),
  })
  .meta({ id: 'BundleRow' });

const BundleAnswer = BundleRow.extend({
  published: z.object({ bundle: Bundle, version: z.int(), effectiveFrom: z.string() }).exactOptional(),
  draft: z.object({ bundle: Bundle, hash: z.string(), by: z.string(), faults: z.array(Fault) }).exactOptional(),
  can: z.object({ withdraw: Can }),
}).meta({ id: 'Bundle', description: 'One matter 一件事 as it is in force, and its draft for the organ that leads' });

const BundlePerformed = z.object({ bundleId: z.string(), seq: z.int() }).meta({ id: 'BundlePerformed' });

/** The matters that one can begin, and their composing. */
export function bundleRoutes(platform: Platform): readonly Route[] {
  return [listRoute(platform), getRoute(platform), planRoute(platform), checkRoute(platform), ...verbs(platform)];
}

function listRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/bundles',
    operationId: 'listBundles',
    summary: 'One-matter bundles in force; staff of the lead organ see their drafts too',
    access: 'anybody',
    asks: z.strictObject({}),
    answer: z.object({ bundles: z.array(BundleRow) }),
    async handle({ caller, at }) {
      const rows = platform.bundles.list().flatMap(({ view }) => {
        const row = rowOf(platform, caller, view, at);
        return row === undefined ? [] : [row];
      });
      return { bundles: rows.toSorted((a, b) => (a.bundleId < b.bundleId ? -1 : 1)) };
    },
  });
}

function getRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/bundles/:bundleId',
    operationId: 'getBundle',
    summary: 'One bundle with its version in force, and its draft with every fault for the organ that leads',
    access: 'anybody',
    asks: z.strictObject({ params: Params }),
    answer: BundleAnswer,
    async handle({ params, caller, at }) {
      const view = platform.bundles.get(bundleStream(params.bundleId))?.view;
      const row = view === undefined ? undefined : rowOf(platform, caller, view, at);
      if (view === undefined || row === undefined) return refuse(bundleRefusals, 'unknown-bundle', params);
      const version = bundleInForce(view, at);
      const draft = leads(caller, view.draft?.bundle.lead) ? view.draft : undefined;
      return {
        ...row,
        can: { withdraw: canOf(againstWithdrawal(caller, version?.bundle.lead)) },
        ...(version === undefined
          ? {}
          : {
              published: { bundle: version.bundle, version: version.version, effectiveFrom: version.effectiveFrom },
            }),
        ...(draft === undefined
          ? {}
          : {
              draft: {
                bundle: draft.bundle,
                hash: draft.hash,
                by: draft.by,
                faults: faultsOf(platform, draft.bundle, at),
              },
            }),
      };
    },
  });
}

/** Who applies, where it is not the holder of the account: before a window, or represented by an agent (R15). */
const Who = z.strictObject({
  name: z.string().max(200),
  idNo: z.string().max(40),
  phone: z.string().max(40).exactOptional(),
});

/** What he does not let be fetched for an item: he is asked to bring it. */
const Declined = z.record(ItemId, z.array(z.string().max(60)).max(100)).default({});

function planRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/bundles/:bundleId/plan',
    operationId: 'planMatter',
    summary: 'Which items the answers given so far call for, and which questions are still to be asked, each once',
    access: 'anybody',
    isAct: false,
    asks: z.strictObject({
      params: Params,
      body: z.strictObject({
        answers: Answers,
        own: z.record(ItemId, Answers).default({}),
        who: Who.exactOptional(),
        declined: Declined,
      }),
    }),
    answer: PlanAnswer,
    async handle({ params, body, caller, at }) {
      const view = platform.bundles.get(bundleStream(params.bundleId))?.view;
      const version = view === undefined ? undefined : bundleInForce(view, at);
      if (version === undefined) return refuse(bundleRefusals, 'bundle-not-in-force', params);
      const identity = body.who ?? identityOf(caller);
      const { bundle } = version;
      const values = knownValues(bundle, body.answers, identity);
      const plan = planOf(bundle, values);
      const items = itemsInForce(platform, at);
      const fields =
        caller?.kind === 'applicant' && body.who === undefined
          ? await knownFor(platform, { actor: caller.actor, at }, applicantOf(caller), { bundle, plan, items })
          : new Map();
      const questions = questionsOf(
        bundle,
        items,
        { plan, values, own: body.own, declined: body.declined },
        { ...identity, fields },
      );
      return planAnswer(platform, { version: version.version, bundle, plan, questions }, at);
    },
  });
}

function checkRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/bundles/check',
    operationId: 'checkBundle',
    summary: 'Every fault of a draft, each with its place and its mend; nothing is kept',
    access: composers,
    isAct: false,
    asks: z.strictObject({ body: z.strictObject({ bundle: Bundle }) }),
    answer: z.object({ faults: z.array(Fault), hash: z.string() }),
    handle: async ({ body, at }) => ({
      faults: faultsOf(platform, body.bundle, at),
      hash: bundleHash(body.bundle),
    }),
  });
}

function verbs(platform: Platform): readonly Route[] {
  const verb = <Body>(
    of: {
      readonly path: string;
      readonly operationId: string;
      readonly summary: string;
      readonly body: z.ZodType<Body>;
    },
    perform: (call: BundleCall, body: Body) => Promise<Performed | Refusal>,
  ): Route =>
    route({
      method: 'POST',
      path: of.path,
      operationId: of.operationId,
      summary: of.summary,
      access: composers,
      asks: z.strictObject({ body: of.body }),
      answer: BundlePerformed,
      async handle({ body, caller, requestId, at }) {
        const { journal, realm } = platform;
        const actor = caller?.actor ?? { kind: 'operator' as const, id: '' };
        const items = itemsInForce(platform, at);
        return performed(
          await perform({ journal, realm, actor, requestId, at, items, organs: organsOf(caller) }, body),
        );
      },
    });
  return [
    verb(
      { path: '/bundles', operationId: 'draftBundle', summary: 'Writes the draft of a bundle', body: DraftBundle },
      bundles.draft,
    ),
    verb(
      {
        path: '/bundles/publication',
        operationId: 'publishBundle',
        summary: 'Publishes the draft: somebody other than its drafter, once it has no fault',
        body: PublishBundle,
      },
      bundles.publish,
    ),
    verb(
      {
        path: '/bundles/withdrawal',
        operationId: 'withdrawBundle',
        summary: 'Takes a bundle out of service; matters that run keep their version',
        body: WithdrawBundle,
      },
      bundles.withdraw,
    ),
  ];
}

function performed(answer: Performed | Refusal): z.input<typeof BundlePerformed> | Refusal {
  return isRefusal(answer) ? answer : { bundleId: answer.stream.slice('bundle/'.length), seq: answer.seq };
}

function faultsOf(platform: Platform, bundle: Bundle, at: Instant): z.input<typeof Fault>[] {
  return bundleFaults(bundle, itemsInForce(platform, at)).map(({ code, place, reason }) => {
    const { message, remedy } = bundleRefusals[code];
    return { code, place, reason, message, remedy };
  });
}

function organsOf(caller: Caller | undefined): readonly string[] {
  return caller?.kind === 'staff' ? caller.posts.map(({ organ }) => organ) : [];
}

function leads(caller: Caller | undefined, lead: string | undefined): boolean {
  return lead !== undefined && organsOf(caller).includes(lead);
}

/** Why the caller may not take the bundle out of service. */
function againstWithdrawal(caller: Caller | undefined, lead: string | undefined): Refusal | undefined {
  if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-permitted');
  if (lead === undefined) return refuse(bundleRefusals, 'bundle-not-in-force');
  return leads(caller, lead) ? undefined : refuse(bundleRefusals, 'bundle-not-lead', { lead });
}

/** A stranger sees what is in force; the organ that leads also what it is still writing. */
function rowOf(
  platform: Platform,
  caller: Caller | undefined,
  view: BundleView,
  at: Instant,
): z.input<typeof BundleRow> | undefined {
  const version = bundleInForce(view, at);
  const hasDraft = leads(caller, view.draft?.bundle.lead);
  const bundle = version?.bundle ?? (hasDraft ? view.draft?.bundle : undefined);
  if (bundle === undefined) return undefined;
  const items = itemsInForce(platform, at);
  const organ = findOrgan(platform.identity, bundle.lead);
  return {
    bundleId: bundle.id,
    name: bundle.name,
    nameEn: bundle.nameEn,
    lead: bundle.lead,
    leadName: organ?.name ?? bundle.lead,
    leadNameEn: organ?.nameEn ?? bundle.lead,
    items: bundle.items.map((itemId) => {
      const { name = itemId, nameEn = itemId } = items.get(itemId) ?? {};
      return { itemId: ItemId.parse(itemId), name, nameEn };
    }),
    ...(version === undefined ? {} : { version: version.version }),
    hasDraft,
  };
}
