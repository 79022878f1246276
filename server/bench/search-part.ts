import { readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { Catalogue, type Item, itemHash, type ItemView } from '../src/catalogue/catalogue.ts';
import { openItemSearch, type SayingView } from '../src/guide/guide.ts';
import type { Held, Register } from '../src/journal/register.ts';
import type { Options } from './options.ts';
import { atMost, type Part, type Say } from './report.ts';
import { percentile } from './statistics.ts';

const ITEMS = 10_000;
const GOAL_MS = 30;
const QUESTIONS = 4_000;
const AT = '2026-03-02T01:00:00.000Z';

/** Finding among 10,000 items: milliseconds of one question, index included, and what a change costs the next question. */
export async function runSearch(options: Options, say: Say): Promise<Part> {
  const chance = drawing(20_260_302);
  const items = makeItems(chance);
  const sayings = makeSayings(items, chance);
  const registers = { items: registerOf(items.map(heldItem)), sayings: registerOf(sayings.map(heldSaying)) };
  const search = openItemSearch({ ...registers, organNames: (code) => [`${code}局`] });
  const before = process.memoryUsage().heapUsed;
  const build = timed(() => search.find('开饭店', AT));
  const megabytes = (process.memoryUsage().heapUsed - before) / 1_000_000;
  say(`${ITEMS} items and ${sayings.length} sayings indexed in ${Math.round(build)} ms, ${Math.round(megabytes)} MB`);
  const asked = questions(items, sayings, chance);
  for (const { text } of asked.slice(0, 500)) search.find(text, AT);
  const rounds = Array.from({ length: options.rounds }, () =>
    asked.map(({ kind, text }) => ({ kind, ms: timed(() => search.find(text, AT)) })),
  );
  const all = rounds.flat();
  const kinds = Map.groupBy(all, ({ kind }) => kind);
  const change = Array.from({ length: 20 }, (_, index) => {
    const item = items[index];
    if (item !== undefined) registers.items.put(heldItem({ ...item, name: `${item.name}（新）` }));
    return timed(() => search.find('开饭店', AT));
  });
  const of = (taken: readonly { readonly ms: number }[], percent: number) =>
    percentile(
      taken.map(({ ms }) => ms),
      percent,
    );
  return {
    part: `search among ${ITEMS} items`,
    figures: [
      { name: 'p50 of all questions', value: of(all, 50), unit: 'ms' },
      atMost('p95 of all questions', of(all, 95), 'ms', GOAL_MS),
      { name: 'p99 of all questions', value: of(all, 99), unit: 'ms' },
      ...Array.from(kinds, ([kind, taken]) => ({ name: `p95, ${kind}`, value: of(taken, 95), unit: 'ms' })),
      { name: 'first question, index built', value: build, unit: 'ms' },
      { name: 'question after one item changed, p95', value: percentile(change, 95), unit: 'ms' },
      { name: 'index', value: megabytes, unit: 'MB' },
    ],
    rounds: rounds.map((round) => ({ questions: round.length, p50: of(round, 50), p95: of(round, 95) })),
    notes: [`${sayings.length} sayings; questions: ${[...kinds.keys()].join(', ')}`],
    failed: false,
  };
}

type Drawing = (below: number) => number;

/** A repeatable row of numbers (Park–Miller), so that every run asks the same. */
function drawing(seed: number): Drawing {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function timed(work: () => unknown): number {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / 1_000_000;
}

const things =
  '餐饮 食品 药品 医疗器械 危险化学品 道路运输 建筑施工 城市绿化 排水 广告 出版物 演出 旅馆 游泳场所 美容 幼儿园 培训 养老 托育 兽药 种子 农药 渔业 林木 矿产 测绘 气象 电梯 锅炉 压力容器 燃气 供热 热力 水利 河道 桥梁 管线 停车 出租汽车 网约车 快递 烟草 彩票 拍卖 典当 保安 爆破 枪支 犬只 宗教 社会团体 基金会 律师 公证 会计 统计 档案 文物 广播 电视 网络文化 体育 彩民 救助 抚恤 生育 医保 社保 公积金 工伤 失业 就业 技能 职称'.split(
    ' ',
  );
const acts =
  '经营许可 设立登记 变更备案 注销 年度报告 资格认定 从业注册 延续 补证 换证 临时许可 建设审批 竣工验收 方案审查 占用审批 改建审核 安全评价备案 补贴申领 待遇核定 费用报销 证明开具 信息查询'.split(
    ' ',
  );
const places = '(一般) (连锁) (个体) (外资) (首次) (小型) (区级) (街道) (园区) (试点)'.split(' ');
const things2 =
  'food drug device chemical transport building greening drainage advertising publication performance hotel pool beauty kindergarten training care seed pesticide fishery timber mining mapping weather lift boiler gas heating water river bridge parking taxi courier tobacco lottery auction security dog charity lawyer notary accounting archive relic radio sport relief insurance fund injury skill'.split(
    ' ',
  );

const demo = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../db/demo/${name}`, import.meta.url), 'utf8'));

/** The demo items varied in name, code and materials: as many words, materials and rules as real ones. */
function makeItems(chance: Drawing): readonly Item[] {
  const { items } = Catalogue.parse(demo('catalogue.json'));
  return Array.from({ length: ITEMS }, (_, index) => {
    const pattern = items[index % items.length];
    if (pattern === undefined) throw new Error('no demo items');
    const id = `${letters(index)}-${String(index % 100).padStart(2, '0')}`;
    const name = `${pick(things, chance)}${pick(things, chance)}${pick(acts, chance)}${pick(places, chance)}`;
    const nameEn = `${pick(things2, chance)} and ${pick(things2, chance)} ${pick(['licence', 'filing', 'registration', 'approval'], chance)} ${index}`;
    const materials = pattern.materials.map((one, place) =>
      place % 2 === 0
        ? one
        : { ...one, name: `${pick(things, chance)}${pick(['方案', '图纸', '证明', '报告'], chance)}` },
    );
    const result = {
      ...pattern.result,
      document: `${pick(things, chance)}${pick(['许可证', '登记证', '备案凭证'], chance)}`,
    };
    const basicCode = String(110_000_000_000 + index);
    return { ...pattern, id, name, nameEn, materials, result, basicCode };
  });
}

function letters(index: number): string {
  const place = Math.floor(index / 100);
  return String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26));
}

/** Two sayings for every item, and the real ones. */
function makeSayings(items: readonly Item[], chance: Drawing): readonly SayingView[] {
  const real = z.record(z.string(), z.array(z.string())).parse(demo('sayings.json'));
  const made = items.flatMap(({ id }) =>
    [0, 1].map(
      () =>
        [
          `${pick(['开', '办', '卖', '修', '搞', '建'], chance)}${pick(things, chance)}${pick(['店', '厂', '公司', '证', '站', '馆'], chance)}`,
          id,
        ] as const,
    ),
  );
  const byText = Map.groupBy(made, ([saying]) => saying);
  const first = items[0]?.id ?? '';
  return [
    ...Object.keys(real).map((saying) => sayingOf(saying, [first])),
    ...Array.from(byText, ([saying, rows]) =>
      sayingOf(
        saying,
        rows.map(([, id]) => id),
      ),
    ),
  ];
}

function sayingOf(saying: string, itemIds: readonly string[]): SayingView {
  return { saying, itemIds: itemIds.slice(0, 20), declined: false, changes: [] };
}

interface Asked {
  readonly kind: string;
  readonly text: string;
}

/** As people ask: half by sayings and parts of names, the rest in pinyin, by initials, with slips, in sentences, in English, and for nothing there is. */
function questions(items: readonly Item[], sayings: readonly SayingView[], chance: Drawing): readonly Asked[] {
  const saying = () => sayings[chance(sayings.length)]?.saying ?? '';
  const item = () => items[chance(items.length)];
  const sounds = (text: string) => pinyin(text, { toneType: 'none', type: 'array' });
  const makers: readonly (readonly [string, () => string])[] = [
    ['saying', saying],
    ['part of a name', () => item()?.name.slice(chance(4), 4 + chance(5)) ?? ''],
    ['whole name', () => item()?.name ?? ''],
    ['sentence', () => `请问我想${saying()}需要什么材料去哪里办`],
    ['pinyin', () => sounds(saying()).join('')],
    [
      'initials',
      () =>
        sounds(saying())
          .map((sound) => sound.slice(0, 1))
          .join(''),
    ],
    ['wrong character', () => saying().replace(/.$/u, () => pick(things, chance).slice(0, 1))],
    ['slip of the keys', () => swapped(sounds(saying()).join(''), chance)],
    ['English', () => item()?.nameEn.split(' ').slice(0, 3).join(' ') ?? ''],
    ['code', () => item()?.id ?? ''],
    ['nothing there is', () => `${pick(['火星', '龙宫', '月球'], chance)}${pick(['移民', '探险', '漂流'], chance)}`],
    ['one common sign', () => pick(['证', '许可', '开', '登记'], chance)],
    [
      'a hundred characters',
      () =>
        items
          .slice(0, 12)
          .map(({ name }) => name)
          .join('')
          .slice(chance(20), 120),
    ],
  ];
  return Array.from({ length: QUESTIONS }, (_, index) => {
    const [kind = '', make = saying] = makers[index % makers.length] ?? [];
    return { kind, text: make() };
  });
}

function swapped(text: string, chance: Drawing): string {
  const at = chance(Math.max(1, text.length - 1));
  return `${text.slice(0, at)}${text.slice(at + 1, at + 2)}${text.slice(at, at + 1)}${text.slice(at + 2)}`;
}

function pick(from: readonly string[], chance: Drawing): string {
  return from[chance(from.length)] ?? '';
}

function heldItem(item: Item): Held<ItemView> {
  const version = { itemId: item.id, version: 1, item, hash: itemHash({ ...item, decide: [], effects: [] }) };
  return { key: `item/${item.id}`, epoch: 1, view: { versions: [{ ...version, publishedAt: AT, effectiveFrom: AT }] } };
}

function heldSaying(view: SayingView): Held<SayingView> {
  return { key: `saying/${view.saying}`, epoch: 1, view };
}

/** A register that holds what it is given: the journal's own reads from the database, which is not what is measured here. */
function registerOf<View>(all: readonly Held<View>[]): Register<View> & { readonly put: (one: Held<View>) => void } {
  const held = new Map(all.map((one) => [one.key, one]));
  let generation = 0;
  return {
    prefix: '',
    get: (key) => held.get(key),
    list: () => [...held.values()],
    generation: () => generation,
    apply: () => undefined,
    catchUp: async () => undefined,
    put(one) {
      held.set(one.key, one);
      generation += 1;
    },
  };
}
