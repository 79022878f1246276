import {
  type Applicant,
  Application,
  isAnswerTo,
  type SuppliedMaterial,
  whoApplies,
} from '../application/application.ts';
import { askedLines, type InputValue, type Item } from '../catalogue/catalogue.ts';
import type { Bundle, BundleField } from './bundle.ts';
import { deferralOf, type Promising } from './promises.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { isSameLine, linesListing, sharedAnswers } from './own-lines.ts';
import { sharingOf } from './sharing.ts';
import type { SubmittedMatter } from './view.ts';
import type { Values } from './plan.ts';

/**
 * The application of one child: what stands on the item's own list and nothing else (个保法6, R20–R22). Who applies is
 * told to every organ by law (许可法31, and R44 for who stands behind an enterprise).
 */
export function childApplication(
  matter: SubmittedMatter,
  { bundle, items, ...today }: { readonly bundle: Bundle; readonly items: ItemsInForce } & Promising,
  item: Item,
  values: Values,
): Application {
  const own = matter.own[item.id] ?? { form: {}, materials: [] };
  const given = bundle.fields.flatMap((field) => {
    const target = field.to[item.id];
    return target === undefined ? [] : [{ field, target, value: values[field.name] }];
  });
  const applicant = applicantOf(matter, bundle, item, values);
  const form = onlyAsked(item, {
    ...answersOfSiblings(matter, items, item),
    ...own.form,
    ...whoApplies(item, applicant),
    ...sharedAnswers(bundle, item, values),
  });
  const lines = given.filter(({ field }) => linesListing(item, field).length > 0);
  return Application.parse({
    itemId: item.id,
    applicant,
    ...besideOf(matter),
    channel: matter.channel,
    // R33: on the form and on the application it is one choice.
    route: form['byPromise'] === true ? 'promise' : 'normal',
    form,
    materials: materialsOf(
      matter,
      given.map(({ field, target }) => ({ field, target })),
      own.materials,
    ),
    scope: { region: matter.region, ...(typeof form['area'] === 'number' ? { area: form['area'] } : {}) },
    ...deferralOf(matter, item, today),
    humanDecision: matter.humanDecision.includes(item.id),
    truthStatement: matter.truthStatement,
    ...sharingOf(matter, item),
    eDelivery: matter.eDelivery,
    matter: {
      matterNo: matter.matterNo,
      fields: Object.fromEntries(
        lines.flatMap(({ field, value }) => (value === undefined ? [] : [[field.standard, value]])),
      ),
    },
  });
}

/** What was asked once for several items whose forms list the same line. */
function answersOfSiblings({ own }: SubmittedMatter, items: ItemsInForce, item: Item): Values {
  const given = Object.entries(own).flatMap(([itemId, { form }]) =>
    (items.get(itemId)?.form ?? []).flatMap((line) => {
      const value = form[line.name];
      return itemId === item.id || value === undefined ? [] : [{ line, value }];
    }),
  );
  return Object.fromEntries(
    item.form.flatMap((line): [string, InputValue][] => {
      const found = given.find((one) => isSameLine(one.line, line) && isAnswerTo(line, one.value));
      return found === undefined ? [] : [[line.name, found.value]];
    }),
  );
}

/** R11: an answer to a line that this situation does not ask is not handed on. */
function onlyAsked(item: Item, form: Values): Values {
  const asked = new Set(askedLines(item.form, form).map(({ name }) => name));
  const listed = new Set(item.form.map(({ name }) => name));
  return Object.fromEntries(Object.entries(form).filter(([name]) => asked.has(name) || !listed.has(name)));
}

function besideOf({ agent, opposing }: SubmittedMatter): Pick<Application, 'agent' | 'opposing'> {
  return { ...(agent === undefined ? {} : { agent }), ...(opposing === undefined ? {} : { opposing }) };
}

/** Shared papers reach each item that lists them; our own forms are filled in by the answers. */
function materialsOf(
  { papers }: SubmittedMatter,
  given: readonly { readonly field: BundleField; readonly target: string }[],
  own: readonly SuppliedMaterial[],
): readonly SuppliedMaterial[] {
  const shared = given.flatMap(({ field, target }): readonly SuppliedMaterial[] => {
    if (field.type !== 'material') return [];
    return (papers[field.name] ?? []).map((paper) => ({ code: target, ...paper }));
  });
  return [...shared, ...own];
}

/** Who applies for the item: whoever began the matter, or the enterprise that its first item brings into being. */
function applicantOf(matter: SubmittedMatter, bundle: Bundle, item: Item, values: Values): Applicant {
  const { founds } = bundle;
  if (founds === null) return { ...bareOf(matter.applicant), ...contactOf(bundle, item, values) };
  const founder = matter.applicant;
  const isFirst = founds.items.includes(item.id);
  if (isFirst && founder.kind === 'naturalPerson' && item.subject.includes('自然人'))
    return { ...bareOf(founder), ...contactOf(bundle, item, values) };
  const enterprise = {
    kind: 'legalPerson' as const,
    name: String(values[founds.name] ?? founder.name),
    legalRepresentative: founder.legalRepresentative ?? { name: founder.name, idNo: founder.idNo },
    ...contactOf(bundle, item, values),
  };
  // Until it is registered an enterprise has no code of its own: it is told by who founds it.
  if (isFirst) return { ...enterprise, idType: founder.idType, idNo: founder.idNo };
  return { ...enterprise, idType: 'uscc', idNo: String(values[founds.code] ?? '') };
}

function bareOf({ phone: _phone, address: _address, shareholders: _others, ...identity }: Applicant): Applicant {
  return identity;
}

function contactOf({ fields }: Bundle, item: Item, values: Values): Pick<Applicant, 'phone' | 'address'> {
  const given = (target: string): string | undefined => {
    const field = fields.find(({ to }) => to[item.id] === target);
    const value = field === undefined ? undefined : values[field.name];
    return value === undefined ? undefined : String(value);
  };
  const phone = given('applicant.phone');
  const address = given('applicant.address');
  return { ...(phone === undefined ? {} : { phone }), ...(address === undefined ? {} : { address }) };
}
