import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BundleDefinition } from '../api/matter-model.ts';
import { OrganSelect } from '../frame/OrganSelect.tsx';
import { useText } from '../text/text.ts';
import type { ItemOption } from './WaveEditor.tsx';

type Rule = BundleDefinition['rules'][number];
type Does = Rule['does'];
const kinds = ['replace', 'remove', 'add', 'hold', 'prompt', 'stop'] as const;

/** The branches: a condition in CEL, what follows from it, and the reason that the applicant is told. */
export function RuleEditor({
  rules,
  fields,
  options,
  change,
}: {
  readonly rules: readonly Rule[];
  /** What conditions may speak of. */
  readonly fields: BundleDefinition['fields'];
  readonly options: readonly ItemOption[];
  readonly change: (rules: Rule[]) => void;
}): ReactNode {
  const say = useText();
  const first = options[0]?.value ?? '';
  const set = (index: number, rule: Rule): void => change(rules.with(index, rule));
  return (
    <fieldset>
      <legend>{say('bundle.rules')}</legend>
      <p className="quiet">
        {say('bundle.inputs', { fields: fields.map(({ name, label }) => `${name} (${label.zh})`).join('、') })}
      </p>
      {rules.map((rule, index) => (
        <div key={index} className="pane">
          <Form.Item label={say('bundle.when', { no: index + 1 })}>
            <Input
              className="mono"
              aria-label={say('bundle.when', { no: index + 1 })}
              value={rule.when}
              onChange={(e) => set(index, { ...rule, when: e.target.value })}
            />
          </Form.Item>
          <div className="columns">
            <Form.Item label={say('bundle.does', { no: index + 1 })}>
              <Select
                aria-label={say('bundle.does', { no: index + 1 })}
                value={rule.does.kind}
                options={kinds.map((value) => ({ value, label: say(`bundleRule.${value}`) }))}
                onChange={(kind: Does['kind']) =>
                  set(index, { ...rule, does: doesOf(kind, itemsOf(rule.does), first) })
                }
              />
            </Form.Item>
            <Form.Item label={say('bundle.ruleItems', { no: index + 1 })}>
              <Select
                mode="multiple"
                aria-label={say('bundle.ruleItems', { no: index + 1 })}
                value={[...itemsOf(rule.does)]}
                options={[...options]}
                onChange={(items: string[]) => set(index, { ...rule, does: withItems(rule.does, items, first) })}
              />
            </Form.Item>
          </div>
          <Lifter does={rule.does} no={index + 1} change={(does) => set(index, { ...rule, does })} />
          <Form.Item label={say('bundle.why', { no: index + 1 })}>
            <Input
              aria-label={say('bundle.why', { no: index + 1 })}
              value={rule.why.zh}
              onChange={(e) => set(index, { ...rule, why: { ...rule.why, zh: e.target.value } })}
            />
          </Form.Item>
          <Form.Item label={say('bundle.whyEn', { no: index + 1 })}>
            <Input
              aria-label={say('bundle.whyEn', { no: index + 1 })}
              value={rule.why.en}
              onChange={(e) => set(index, { ...rule, why: { ...rule.why, en: e.target.value } })}
            />
          </Form.Item>
          <Button onClick={() => change(rules.toSpliced(index, 1))}>
            {say('bundle.removeRule', { no: index + 1 })}
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          change([...rules, { when: 'true', does: { kind: 'prompt', item: first }, why: { zh: '…', en: '…' } }])
        }
      >
        {say('bundle.addRule')}
      </Button>
    </fieldset>
  );
}

/** A hold may name the organ that lifts it; where it names none, the organs of its items do. */
function Lifter({
  does,
  no,
  change,
}: {
  readonly does: Does;
  readonly no: number;
  readonly change: (does: Does) => void;
}): ReactNode {
  const say = useText();
  if (does.kind !== 'hold') return null;
  return (
    <Form.Item label={say('bundle.liftedBy', { no })}>
      <OrganSelect
        label={say('bundle.liftedBy', { no })}
        except=""
        {...(does.liftedBy === undefined ? {} : { value: does.liftedBy })}
        onChange={(liftedBy) => change({ ...does, liftedBy })}
      />
    </Form.Item>
  );
}

/** Other items under the same consequence; the organ that lifts a hold stays. */
function withItems(does: Does, items: readonly string[], fallback: string): Does {
  const next = doesOf(does.kind, items, fallback);
  return does.kind === 'hold' && next.kind === 'hold' ? { ...does, items: next.items } : next;
}

/** The items of a consequence, whichever it is: it names one, two or several. */
function itemsOf(does: Does): readonly string[] {
  if ('items' in does) return does.items;
  return [...('item' in does ? [does.item] : []), ...('by' in does ? [does.by] : [])];
}

/** The consequence with as many items as it takes; one replaces the first by the second. */
function doesOf(kind: Does['kind'], items: readonly string[], fallback: string): Does {
  const [one = fallback, two = fallback] = items;
  switch (kind) {
    case 'replace':
      return { kind, item: one, by: two };
    case 'hold':
      return { kind, items: items.length === 0 ? [fallback] : [...items] };
    case 'remove':
    case 'add':
    case 'prompt':
      return { kind, item: items.at(-1) ?? fallback };
    case 'stop':
      return { kind };
    default:
      return kind satisfies never;
  }
}
