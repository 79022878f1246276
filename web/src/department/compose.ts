import type { Letter, LetterItem, NamedPerson } from '../api/mandate-model.ts';
import { personsOf } from '../desk/review.ts';
import { chinaDateOf, startOf } from './term.ts';

/** What the composer changes; everything else comes from the letter that it starts from. */
export interface ComposeFields {
  readonly mandateNo: string;
  readonly grantees?: readonly {
    readonly personId?: string;
    readonly name?: string;
    readonly role?: 'handler' | 'chief';
    readonly deputyOf?: string;
  }[];
  readonly lists?: Readonly<Record<string, ListChoice>>;
  readonly regions: string;
  readonly areaMax?: number | null;
  readonly amountMax?: number | null;
  readonly headcountMax?: number | null;
  readonly from: string;
  readonly to: string;
}

/** `out` takes the item out of the letter. */
export type ListChoice = '0' | '1' | '2' | 'in' | 'out';

export function fieldsOf(letter: Letter): ComposeFields {
  const { areaMax, amountMax, headcountMax, regions } = letter.scope;
  return {
    mandateNo: letter.mandateNo,
    grantees: (letter.grantees ?? []).map(({ personId, name, role, deputyOf }) => ({
      personId,
      name,
      role,
      ...(deputyOf === undefined ? {} : { deputyOf }),
    })),
    lists: Object.fromEntries(letter.items.map((item) => [keyOfItem(item.itemId), choiceOf(item)])),
    regions: regions.join(', '),
    areaMax: areaMax ?? null,
    amountMax: amountMax ?? null,
    headcountMax: headcountMax ?? null,
    from: chinaDateOf(letter.term.from),
    to: chinaDateOf(letter.term.to),
  };
}

/** The letter as the fields change it. */
export function letterOf(base: Letter, version: number, fields: ComposeFields): Letter {
  const { areaMax: _a, amountMax: _b, headcountMax: _c, ...scope } = base.scope;
  const items = base.items.flatMap((item) => itemAs(item, fields.lists?.[keyOfItem(item.itemId)]));
  const kept = new Set(items.map(({ itemId }) => itemId));
  return {
    ...base,
    mandateNo: fields.mandateNo.trim(),
    version,
    ...(base.construct === 'B' ? { grantees: (fields.grantees ?? []).map((person) => personAs(base, person)) } : {}),
    items,
    ruleSets: base.ruleSets.filter(({ itemId }) => kept.has(itemId)),
    scope: {
      ...scope,
      regions: personsOf(fields.regions),
      ...(typeof fields.areaMax === 'number' ? { areaMax: fields.areaMax } : {}),
      ...(typeof fields.amountMax === 'number' ? { amountMax: fields.amountMax } : {}),
      ...(typeof fields.headcountMax === 'number' ? { headcountMax: fields.headcountMax } : {}),
    },
    term: { from: startOf(fields.from), to: startOf(fields.to) },
  };
}

/** One difference between two letters, for the reader. */
export type Change =
  | { readonly kind: 'added' | 'removed'; readonly what: string }
  | {
      readonly kind: 'changed';
      readonly what: 'term' | 'areaMax' | 'amountMax' | 'headcountMax' | 'regions' | `item ${string}`;
      readonly before: string;
      readonly after: string;
    };

/** What a lawyer wants to see first: people and items in and out, limits and term moved. */
export function changesOf(before: Letter, after: Letter): readonly Change[] {
  const people = (letter: Letter): readonly string[] =>
    (letter.grantees ?? []).map(({ name, role }) => `${name} ${role}`);
  const items = (letter: Letter): readonly string[] => letter.items.map(({ itemId, name }) => `${itemId} ${name}`);
  const figure = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const moved = (['areaMax', 'amountMax', 'headcountMax'] as const).map((what) => ({
    kind: 'changed' as const,
    what,
    before: figure(before.scope[what]),
    after: figure(after.scope[what]),
  }));
  const term = ({ from, to }: Letter['term']): string => `${chinaDateOf(from)} – ${chinaDateOf(to)}`;
  const lists = after.items.flatMap((item) => {
    const was = before.items.find(({ itemId }) => itemId === item.itemId);
    return was === undefined
      ? []
      : [
          {
            kind: 'changed' as const,
            what: `item ${item.itemId} ${item.name}` as const,
            before: String(was.list),
            after: String(item.list),
          },
        ];
  });
  const changed: readonly Change[] = [
    ...lists,
    ...moved,
    {
      kind: 'changed',
      what: 'regions',
      before: before.scope.regions.join(' '),
      after: after.scope.regions.join(' '),
    },
    { kind: 'changed', what: 'term', before: term(before.term), after: term(after.term) },
  ];
  return [
    ...inAndOut(people(before), people(after)),
    ...inAndOut(items(before), items(after)),
    ...changed.filter((change) => change.kind !== 'changed' || change.before !== change.after),
  ];
}

/** A dash in a field's name is fine, a dot would be a path. */
export function keyOfItem(itemId: string): string {
  return itemId.replaceAll('.', '_');
}

function choiceOf({ list }: LetterItem): ListChoice {
  return list === null ? 'in' : list === 0 ? '0' : list === 1 ? '1' : '2';
}

function itemAs(item: LetterItem, choice: ListChoice | undefined): readonly LetterItem[] {
  switch (choice) {
    case 'out':
      return [];
    case '0':
      return [{ ...item, list: 0 }];
    case '1':
      return [{ ...item, list: 1 }];
    case '2':
      return [{ ...item, list: 2 }];
    case 'in':
    case undefined:
      return [item];
    default:
      return choice satisfies never;
  }
}

type GivenPerson = NonNullable<ComposeFields['grantees']>[number];

/** A deputy whom the letter knew keeps the reasons for which he steps in; a new one steps in for all of them. */
function personAs(
  base: Letter,
  { personId = '', name = '', role = 'handler', deputyOf = '' }: GivenPerson,
): NamedPerson {
  const known = base.grantees?.find((person) => person.personId === personId);
  const person = { personId: personId.trim(), name: name.trim(), role };
  if (deputyOf.trim() === '') return person;
  const activation = known?.activation ?? ['absent', 'onLeave', 'recused', 'overload'];
  return { ...person, deputyOf: deputyOf.trim(), activation };
}

function inAndOut(before: readonly string[], after: readonly string[]): readonly Change[] {
  return [
    ...after.filter((what) => !before.includes(what)).map((what) => ({ kind: 'added' as const, what })),
    ...before.filter((what) => !after.includes(what)).map((what) => ({ kind: 'removed' as const, what })),
  ];
}
