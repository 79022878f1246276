import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Catalogue, type InputValue, isOfType, inputsFrom } from '../catalogue/catalogue.ts';
import { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { planOf, type Values } from './plan.ts';
import { type Identity, knownValues, type Question, questionsOf } from './questions.ts';
import type { SubmitMatter } from './view.ts';

/** Matters of the demo district, for tests and for the report on questions. */

const demo = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../db/demo/${name}`, import.meta.url), 'utf8'));

export const demoBundles: readonly Bundle[] = z
  .object({ bundles: z.array(Bundle) })
  .parse(demo('bundles.json')).bundles;

export const demoItems: ItemsInForce = new Map(
  Catalogue.parse(demo('catalogue.json')).items.map((item) => [item.id, item]),
);

export function demoBundle(id: string): Bundle {
  const found = demoBundles.find((bundle) => bundle.id === id);
  if (found === undefined) throw new Error(`no bundle ${id}`);
  return found;
}

/** Every answer that an ordinary person gives, with `answers` where the case is another one. */
export function exampleSubmission(
  bundle: Bundle,
  applicant: SubmitMatter['applicant'],
  answers: Values = {},
): SubmitMatter {
  const given = answered(bundle, applicant, answers);
  return {
    bundleId: bundle.id,
    bundleVersion: 1,
    applicant,
    channel: 'online',
    ...given,
    humanDecision: [],
    region: '110198',
    truthStatement: true,
    eDelivery: true,
  };
}

function answered(bundle: Bundle, identity: Identity, answers: Values) {
  // The deciding answers first: which other questions there are follows from them.
  const deciding = answersTo(
    askedOf(bundle, identity, answers).filter(({ decides }) => decides),
    answers,
  );
  // What is answered to one item may bring up another question of it.
  const forms = ownForms(askedOf(bundle, identity, deciding), answers);
  const questions = askedOf(bundle, identity, deciding, forms);
  const shared = questions.filter(({ name }) => !name.includes(' '));
  const own = ownOf(questions);
  return {
    answers: answersTo(shared, answers),
    papers: Object.fromEntries(
      shared.filter(({ type }) => type === 'material').map(({ name }) => [name, [{ source: 'paper' as const }]]),
    ),
    own: Object.fromEntries(
      [...own].map(([itemId, asked]) => [
        itemId,
        { form: ownForm(itemId, asked, answers), materials: ownMaterials(asked) },
      ]),
    ),
  };
}

function ownOf(questions: readonly Question[]): ReadonlyMap<string, readonly Question[]> {
  return Map.groupBy(
    questions.filter(({ name }) => name.includes(' ')),
    ({ name }) => name.split(' ')[0] ?? '',
  );
}

function ownForms(questions: readonly Question[], answers: Values): Readonly<Record<string, Values>> {
  return Object.fromEntries([...ownOf(questions)].map(([itemId, asked]) => [itemId, ownForm(itemId, asked, answers)]));
}

function askedOf(
  bundle: Bundle,
  identity: Identity,
  answers: Values,
  own: Readonly<Record<string, Values>> = {},
): readonly Question[] {
  const values = knownValues(bundle, answers, identity);
  const offered = questionsOf(bundle, demoItems, { plan: planOf(bundle, values), values, own }, identity);
  // An ordinary person opens nothing that he may leave out.
  return offered.filter(({ isOptional }) => isOptional !== true);
}

function answersTo(questions: readonly Question[], answers: Values): Record<string, InputValue> {
  return Object.fromEntries(
    questions.flatMap(({ name, type, known }) => {
      if (type === 'material' || (known !== undefined && !known.isCorrectable)) return [];
      return [[name, answers[name] ?? known?.value ?? plain(type, name)]];
    }),
  );
}

function ownForm(itemId: string, asked: readonly Question[], answers: Values): Record<string, InputValue> {
  const item = demoItems.get(itemId);
  const usual = item?.cases.find(({ expect }) => expect === 'APPROVE' || expect === 'APPROVE_PROMISE')?.inputs ?? {};
  return Object.fromEntries(
    asked
      .filter(({ type }) => type !== 'material')
      .map(({ name, type, options }) => {
        const line = name.slice(`${itemId} form.`.length);
        return [line, answers[name] ?? usual[line] ?? options?.[0]?.value ?? plain(type, line)];
      }),
  );
}

function ownMaterials(asked: readonly Question[]) {
  return asked
    .filter(({ type }) => type === 'material')
    .map(({ name }) => ({ code: name.split(' ')[1] ?? '', source: 'paper' as const }));
}

/** A harmless answer of the type. */
function plain(type: string, name: string): InputValue {
  if (type === 'date') return '2025-02-20';
  if (type === 'money') return 5000;
  const values: readonly InputValue[] = [false, 1, `示例${name}`, type.slice('enum('.length).split(/[,)]/)[0] ?? ''];
  const [input] = inputsFrom({ inputs: [{ name: 'a', type, source: 'form', label: 'a', labelEn: 'a' }] });
  const found = values.find((value) => input !== undefined && isOfType(input, value));
  if (found === undefined) throw new Error(`no plain answer for ${type}`);
  return found;
}
