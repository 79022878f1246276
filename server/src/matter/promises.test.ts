import { expect, test } from 'vitest';
import { calendar } from '../../test/story-cast.ts';
import { childApplication } from './child-application.ts';
import { demoBundle, demoItems, exampleSubmission } from './example-matters.ts';
import { matterFiles } from './matter-files.ts';
import { planOf } from './plan.ts';
import { deferrableIn, wrongPromises } from './promises.ts';
import { knownValues } from './questions.ts';
import { matterEvents, type SubmitMatter } from './view.ts';

const chang = {
  kind: 'naturalPerson',
  name: '常源浩',
  idType: 'citizenId',
  idNo: '110198198601256910',
} as const;

const monday = { calendar, on: '2025-03-03' };
const bundle = demoBundle('B-01');
const restaurant = { area: 220, chain: false, isPublicPlace: true };

/** A restaurant whose food permit, a matter of eight working days, is promised papers within `workingDays`. */
function promising(codes: string[], workingDays: number, itemId = 'MK-05'): SubmitMatter {
  const command = exampleSubmission(bundle, chang, restaurant);
  const before = command.own[itemId] ?? { form: {}, materials: [] };
  return { ...command, own: { ...command.own, [itemId]: { ...before, deferral: { codes, workingDays } } } };
}

function wrong(command: SubmitMatter, when = monday): readonly string[] {
  const plan = planOf(bundle, knownValues(bundle, command.answers, chang));
  return wrongPromises(bundle, demoItems, { plan, own: command.own }, when);
}

function item(itemId: string) {
  const found = demoItems.get(itemId);
  if (found === undefined) throw new Error(`no item ${itemId}`);
  return found;
}

test('R32: in a matter each item takes a promise of its own papers, within its own limit, and of no others', () => {
  expect(wrong(promising(['m.bl', 'm.health'], 8))).toEqual([]);
  expect(wrong(promising(['m.bl'], 9))).toEqual(['MK-05: 9']);
  expect(wrong(promising(['m.floor'], 3))).toEqual(['MK-05 m.floor']);
  // An item that is no part of this matter, and one that is decided on the day of its receipt.
  expect(wrong(promising(['m.bl'], 3, 'AG-01'))).toEqual(['AG-01 m.bl']);
  expect(wrong(promising(['m.bl'], 1, 'TX-01'))).toEqual(['TX-01 m.bl']);
});

test('R32: what may follow is offered where the item takes it, and not for a paper that the matter asks for', () => {
  const codes = (itemId: string, change: object = {}): readonly string[] =>
    deferrableIn(bundle, { ...item(itemId), ...change }).map(({ code }) => code);
  expect(codes('MK-05')).toEqual(['m.bl', 'm.health']);
  expect(codes('MK-05', { intake: { ...item('MK-05').intake, tolerant: false } })).toEqual([]);
  expect(codes('TX-01')).toEqual([]);
  const shared = { ...bundle, fields: bundle.fields.map((field) => ({ ...field, to: { 'MK-05': 'm.health' } })) };
  // What can be fetched is not asked for, shared or not (R6); it may be promised in case it is not found.
  expect(deferrableIn(shared, item('MK-05')).map(({ code }) => code)).toEqual(['m.bl', 'm.health']);
  const brought = item('MK-05').materials.map((one) => (one.code === 'm.health' ? { ...one, replaceableBy: [] } : one));
  const asking = { ...item('MK-05'), materials: brought };
  expect(deferrableIn(shared, asking).map(({ code }) => code)).toEqual(['m.bl']);
});

test('R32: the promise runs from the receipt of its own item, which may begin weeks after the matter', () => {
  const command = promising(['m.health'], 5);
  const files = matterFiles(command, { files: new Map(), caseBytes: 0 });
  const values = knownValues(bundle, command.answers, chang);
  const { children, leftOut, prompts } = planOf(bundle, values);
  const data = { ...command, ...files, matterNo: '1', bundleHash: '', children, leftOut, prompts };
  const matter = matterEvents.MatterSubmitted.parse(data);
  const child = (itemId: string, on: string) =>
    childApplication(matter, { bundle, items: demoItems, calendar, on }, item(itemId), {
      ...values,
      enterpriseUscc: '91110198MAYH00012J',
    });
  expect(child('MK-05', '2025-03-03').deferral).toEqual({ codes: ['m.health'], untilOn: '2025-03-10' });
  // Over the holidays of May: five working days later.
  expect(child('MK-05', '2025-04-28').deferral).toEqual({ codes: ['m.health'], untilOn: '2025-05-08' });
  expect(child('FR-01', '2025-03-03')).not.toHaveProperty('deferral');
});
