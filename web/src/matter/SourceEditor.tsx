import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BundleDefinition } from '../api/matter-model.ts';
import { useText } from '../text/text.ts';
import type { ItemOption } from './WaveEditor.tsx';

type Source = BundleDefinition['fields'][number]['from'];
const kinds = ['asked', 'identity', 'fixed', 'output', 'fact'] as const;
const particulars = ['name', 'idNo', 'phone'] as const;

/** Where the value of a shared field comes from, with what each kind of source needs. */
export function SourceEditor({
  from,
  no,
  options,
  change,
}: {
  readonly from: Source;
  readonly no: number;
  readonly options: readonly ItemOption[];
  readonly change: (from: Source) => void;
}): ReactNode {
  const say = useText();
  return (
    <div className="columns">
      <Select
        aria-label={say('bundle.fieldSource', { no })}
        value={from.kind}
        options={kinds.map((value) => ({ value, label: say(`bundleSource.${value}`) }))}
        onChange={(kind: Source['kind']) => change(sourceOf(kind, options[0]?.value ?? ''))}
      />
      <Details from={from} label={say('bundle.sourceDetail', { no })} options={options} change={change} />
    </div>
  );
}

function Details({
  from,
  label,
  options,
  change,
}: {
  readonly from: Source;
  readonly label: string;
  readonly options: readonly ItemOption[];
  readonly change: (from: Source) => void;
}): ReactNode {
  const say = useText();
  switch (from.kind) {
    case 'asked':
      return null;
    case 'identity':
      return (
        <Select
          aria-label={label}
          value={from.of}
          options={particulars.map((value) => ({ value, label: say(`bundleIdentity.${value}`) }))}
          onChange={(of: (typeof particulars)[number]) => change({ ...from, of })}
        />
      );
    case 'fixed':
      return (
        <Input
          aria-label={label}
          value={String(from.value)}
          onChange={(e) => change({ ...from, value: fixedOf(e.target.value) })}
        />
      );
    case 'output':
      return (
        <>
          <Select
            mode="multiple"
            aria-label={say('bundle.sourceItems')}
            value={[...from.items]}
            options={[...options]}
            onChange={(items: string[]) => change({ ...from, items })}
          />
          <Input aria-label={label} value={from.output} onChange={(e) => change({ ...from, output: e.target.value })} />
        </>
      );
    case 'fact':
      return (
        <>
          <Select
            aria-label={say('bundle.sourceItems')}
            value={from.item}
            options={[...options]}
            onChange={(item: string) => change({ ...from, item })}
          />
          <Input aria-label={label} value={from.fact} onChange={(e) => change({ ...from, fact: e.target.value })} />
        </>
      );
    default:
      return from satisfies never;
  }
}

/** The same in every case: yes and no, a number, or words. */
function fixedOf(text: string): boolean | number | string {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function sourceOf(kind: Source['kind'], item: string): Source {
  switch (kind) {
    case 'asked':
      return { kind };
    case 'identity':
      return { kind, of: 'idNo' };
    case 'fixed':
      return { kind, value: '' };
    case 'output':
      return { kind, items: [item], output: 'documentNo' };
    case 'fact':
      return { kind, item, fact: 'fact' };
    default:
      return kind satisfies never;
  }
}
