import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BundleDefinition } from '../api/matter-model.ts';
import { OrganSelect } from '../frame/OrganSelect.tsx';
import { useText } from '../text/text.ts';
import type { ItemOption } from './WaveEditor.tsx';

/** What stands above the parts: code, names, the organ that leads, and whether an enterprise is founded on the way. */
export function BundleFrame({
  bundle,
  options,
  change,
}: {
  readonly bundle: BundleDefinition;
  readonly options: readonly ItemOption[];
  readonly change: (part: Partial<BundleDefinition>) => void;
}): ReactNode {
  const say = useText();
  return (
    <>
      <div className="columns">
        <Form.Item label={say('bundle.id')}>
          <Input aria-label={say('bundle.id')} value={bundle.id} onChange={(e) => change({ id: e.target.value })} />
        </Form.Item>
        <Form.Item label={say('bundle.name')}>
          <Input
            aria-label={say('bundle.name')}
            value={bundle.name}
            onChange={(e) => change({ name: e.target.value })}
          />
        </Form.Item>
        <Form.Item label={say('bundle.nameEn')}>
          <Input
            aria-label={say('bundle.nameEn')}
            value={bundle.nameEn}
            onChange={(e) => change({ nameEn: e.target.value })}
          />
        </Form.Item>
        <Form.Item label={say('bundle.lead')}>
          <OrganSelect label={say('bundle.lead')} except="" value={bundle.lead} onChange={(lead) => change({ lead })} />
        </Form.Item>
      </div>
      <Founding bundle={bundle} options={options} change={change} />
    </>
  );
}

/** The items that bring the enterprise into being, and the fields of its name and its code. */
function Founding({
  bundle: { founds, fields },
  options,
  change,
}: {
  readonly bundle: BundleDefinition;
  readonly options: readonly ItemOption[];
  readonly change: (part: Partial<BundleDefinition>) => void;
}): ReactNode {
  const say = useText();
  const names = fields.map(({ name, label }) => ({ value: name, label: `${label.zh} ${name}` }));
  const first = names[0]?.value ?? '';
  return (
    <div className="columns">
      <Form.Item label={say('bundle.founds')}>
        <Select
          mode="multiple"
          aria-label={say('bundle.founds')}
          value={[...(founds?.items ?? [])]}
          options={[...options]}
          onChange={(items: string[]) =>
            change({
              founds: items.length === 0 ? null : { name: founds?.name ?? first, code: founds?.code ?? first, items },
            })
          }
        />
      </Form.Item>
      {founds === null
        ? null
        : (['name', 'code'] as const).map((part) => (
            <Form.Item key={part} label={say(`bundleFounds.${part}`)}>
              <Select
                aria-label={say(`bundleFounds.${part}`)}
                value={founds[part]}
                options={names}
                onChange={(name: string) => change({ founds: { ...founds, [part]: name } })}
              />
            </Form.Item>
          ))}
    </div>
  );
}
