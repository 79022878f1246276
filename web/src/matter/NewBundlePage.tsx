import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { BundleDefinition, BundleRow } from '../api/matter-model.ts';
import { useBundles } from '../api/matter-reads.ts';
import { useFoundItems } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { Loaded, MustSignIn } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { BundleEditor } from './ComposeBundlePage.tsx';

/** A new matter begins with its name and its items; order, branches and questions follow in the editor. */
export function NewBundlePage(): ReactNode {
  const bundles = useBundles();
  const session = useSession();
  const [start, setStart] = useState<BundleDefinition>();
  return (
    <Loaded query={session}>
      {(known) => {
        if (known === null) return <MustSignIn />;
        const lead = known.account.posts?.[0]?.organ ?? '';
        return (
          <Loaded query={bundles} isPage>
            {(rows) =>
              start === undefined ? (
                <Beginning begin={(given) => setStart(blankBundle(nextCode(rows), lead, given))} />
              ) : (
                <BundleEditor start={start} found={{ bundleId: start.id, can: {} }} />
              )
            }
          </Loaded>
        );
      }}
    </Loaded>
  );
}

interface Given {
  readonly name: string;
  readonly nameEn: string;
  readonly items: readonly string[];
}

function Beginning({ begin }: { readonly begin: (given: Given) => void }): ReactNode {
  const say = useText();
  const items = useFoundItems('');
  const rules = [{ required: true, message: say('form.required') }];
  const options = (items.data ?? []).map(({ itemId, name, nameEn }) => ({
    value: itemId,
    label: `${itemId} ${say.of({ zh: name, en: nameEn })}`,
  }));
  return (
    <div className="desk-page">
      <h1>{say('bundle.new')}</h1>
      <p>{say('bundle.newHint')}</p>
      <Form layout="vertical" onFinish={begin}>
        <Form.Item name="name" label={say('bundle.name')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="nameEn" label={say('bundle.nameEn')} rules={rules}>
          <Input />
        </Form.Item>
        <Form.Item name="items" label={say('bundle.items')} rules={rules}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {say('matter.next')}
        </Button>
      </Form>
    </div>
  );
}

/** The code after the highest that is taken. */
function nextCode(rows: readonly BundleRow[]): string {
  const taken = rows.map(({ bundleId }) => Number(bundleId.slice('B-'.length)));
  return `B-${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
}

/** All items at once, until somebody puts them in order. */
function blankBundle(id: string, lead: string, { name, nameEn, items }: Given): BundleDefinition {
  return { id, name, nameEn, lead, items: [...items], waves: [[...items]], founds: null, fields: [], rules: [] };
}
