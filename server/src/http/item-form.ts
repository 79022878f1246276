import { z } from 'zod';
import { applicationRefusals } from '../application/refusals.ts';
import { askedLines, InputValue, type Item, itemStream, versionInForce } from '../catalogue/catalogue.ts';
import { claimsOf, statuteOf } from '../consent/consent.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { LicenceAsked, licenceAskedBy } from './item-licences.ts';
import { Text } from './problem.ts';
import { AskedVersion, versionAsked } from './asked-version.ts';
import { route, type Route } from './route.ts';

const Question = z.object({
  name: z.string(),
  label: Text,
  help: Text,
  type: z.enum(['bool', 'int', 'number', 'string', 'date', 'money', 'choice']),
  options: z.array(z.object({ value: z.string(), label: Text })),
  required: z.boolean(),
  /** Asked only where earlier answers make it so; `listAskedQuestions` says whether they do. */
  isConditional: z.boolean(),
});

const Asked = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(['form', 'licence', 'commitment', 'provided']),
  necessity: z.enum(['required', 'conditional', 'deferrable']),
  /** Fetched from licences and shares, so that nobody has to bring it (R6). */
  isFetched: z.boolean(),
  /** No statute is enough to fetch it: he agrees to it by itself, or brings it (R21). */
  needsConsent: z.boolean(),
  acceptStandard: z.string(),
  /** The norm under which it is asked for. */
  basis: z.string().exactOptional(),
  /** R8: the listed service whose report this is; whoever may give it is for the applicant to choose. */
  intermediary: z.object({ code: z.string(), name: Text, basis: z.string(), paidBy: z.string() }).exactOptional(),
});

const FeeShown = z.object({
  code: z.string(),
  name: Text,
  standard: z.string(),
  basis: z.string(),
  reduction: z.string(),
});

const ItemForm = z
  .object({
    itemId: z.string(),
    version: z.int(),
    questions: z.array(Question),
    materials: z.array(Asked),
    /** R33: open only where the item stands on the public list and outside the excluded fields; the person is looked at later. */
    promise: z.object({ wording: Text, afterCheck: z.string() }).exactOptional(),
    fees: z.array(FeeShown),
    licence: LicenceAsked.exactOptional(),
  })
  .meta({ id: 'ItemForm', description: 'What an application for the item asks, in the order in which it asks' });

/** The application form of an item, as one fills it in. */
export function itemFormRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/items/:itemId/form',
      operationId: 'getItemForm',
      summary:
        'Questions and materials of an application for the item as it is in force now, or as a case keeps it (R13)',
      access: 'anybody',
      asks: z.strictObject({
        params: z.strictObject({ itemId: z.string().max(20) }),
        query: z.strictObject({ version: AskedVersion }),
      }),
      answer: ItemForm,
      async handle({ params: { itemId }, query, at }) {
        const found = versionAsked(platform.items.get(itemStream(itemId))?.view, query.version, at);
        if (found === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId });
        const { item, version } = found;
        const questions = item.form.map(({ name, label, help, type, options, required, when }) => ({
          name,
          label,
          help,
          type,
          required,
          isConditional: when !== null,
          options: options.map((option) => ({ ...option })),
        }));
        return {
          itemId,
          version,
          questions,
          materials: item.materials.map((one) => askedOf(item, one)),
          ...termsOf(item),
          ...licenceAskedBy(platform, item),
        };
      },
    }),
    askedRoute(platform),
  ];
}

/** Conditions of questions are judged here alone, so that the screen and the receipt of the application agree (R11). */
function askedRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/items/:itemId/asked-questions',
    operationId: 'listAskedQuestions',
    summary: 'Which questions of the form are asked of somebody who has answered so far; nothing is kept',
    access: 'anybody',
    isAct: false,
    asks: z.strictObject({
      params: z.strictObject({ itemId: z.string().max(20) }),
      body: z.strictObject({ form: z.record(z.string().max(60), InputValue) }),
    }),
    answer: z.object({ asked: z.array(z.string()) }),
    async handle({ params: { itemId }, body: { form }, at }) {
      const found = inForce(platform, itemId, at);
      if (found === undefined) return refuse(applicationRefusals, 'unknown-item', { itemId });
      return { asked: askedLines(found.item.form, form).map(({ name }) => name) };
    },
  });
}

function inForce(platform: Platform, itemId: string, at: Instant) {
  const held = platform.items.get(itemStream(itemId));
  return held === undefined ? undefined : versionInForce(held.view, at);
}

function askedOf(item: Item, material: Item['materials'][number]): z.input<typeof Asked> {
  const { code, name, nameEn, kind, necessity, replaceableBy, acceptStandard, intermediary, basis } = material;
  const listed = item.services.intermediaries.find((one) => one.code === intermediary && one.listed);
  return {
    code,
    name,
    nameEn,
    kind,
    necessity,
    acceptStandard,
    isFetched: kind !== 'form' && replaceableBy.length > 0,
    needsConsent: needsConsent(item, code),
    ...(basis === null ? {} : { basis: `《${basis.law}》${basis.article}` }),
    ...(listed === undefined
      ? {}
      : {
          intermediary: {
            code: listed.code,
            name: listed.name,
            basis: `《${listed.basis.law}》${listed.basis.article}`,
            paidBy: listed.paidBy,
          },
        }),
  };
}

function needsConsent(item: Item, code: string): boolean {
  const needed = claimsOf(item).find((claim) => claim.kind === 'material' && claim.code === code);
  return needed !== undefined && statuteOf(needed) === undefined;
}

function termsOf({ intake: { promise }, fees }: Item): Pick<z.input<typeof ItemForm>, 'promise' | 'fees'> {
  const lines = fees.lines.map(({ code, name, standard, basis, reduction }) => ({
    code,
    name,
    standard,
    reduction,
    basis: `《${basis.law}》${basis.article}`,
  }));
  if (!promise.offered) return { fees: lines };
  const { value = 0, unit = 'W' } = promise.afterCheck ?? {};
  return { fees: lines, promise: { wording: promise.wording, afterCheck: `${value}${unit}` } };
}
