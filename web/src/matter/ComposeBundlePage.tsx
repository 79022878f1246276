import { Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { BundleDefinition, BundleView } from '../api/matter-model.ts';
import { useBundle, useBundleCheck } from '../api/matter-reads.ts';
import { useFoundItems } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import { Loaded, Trouble } from '../frame/Answers.tsx';
import { useGo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { AskedActs } from '../frame/AskedAct.tsx';
import { BundleFrame } from './BundleFrame.tsx';
import { FaultList } from './FaultList.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { WaveEditor } from './WaveEditor.tsx';

/** A bundle as its lead organ composes it: items, order, branches, shared fields; every fault is told as one writes. */
export function ComposeBundlePage(): ReactNode {
  const query = useBundle(useNamed('bundleId'));
  return (
    <Loaded query={query} isPage>
      {(found) => {
        const start = found.draft?.bundle ?? found.published?.bundle;
        return start === undefined ? null : <BundleEditor key={found.bundleId} start={start} found={found} />;
      }}
    </Loaded>
  );
}

/** The parts of a bundle with what is wrong with them, told as one writes. */
export function BundleEditor({
  start,
  found,
}: {
  readonly start: BundleDefinition;
  readonly found: Pick<BundleView, 'bundleId' | 'draft'> & { readonly can: Partial<BundleView['can']> };
}): ReactNode {
  const say = useText();
  const go = useGo();
  const [bundle, setBundle] = useState(start);
  const items = useFoundItems('');
  const check = useBundleCheck(bundle);
  const drafting = useAct('/bundles');
  const publishing = useAct('/bundles/publication');
  const [fromOn, setFromOn] = useState('');
  const change = (part: Partial<BundleDefinition>): void => setBundle({ ...bundle, ...part });
  const options = (items.data ?? []).map(({ itemId, name }) => ({ value: itemId, label: `${itemId} ${name}` }));
  const publish = (): void =>
    publishing.mutate(
      {
        bundleId: bundle.id,
        hash: check.data?.hash ?? '',
        // Without a day it is in force at once, by the clock of the server.
        ...(fromOn === '' ? {} : { effectiveFrom: new Date(`${fromOn}T00:00:00+08:00`).toISOString() }),
      },
      { onSuccess: () => go(paths.matters()) },
    );
  const withdrawal = {
    can: found.can.withdraw,
    path: '/bundles/withdrawal',
    label: say('bundle.withdraw'),
    warning: say('bundle.withdrawWarning'),
    danger: true,
    fields: [{ name: 'reason', label: say('matter.why'), input: <Input /> }],
    bodyOf: (values: Readonly<Record<string, unknown>>) => ({ ...values, bundleId: found.bundleId }),
  };
  return (
    <div className="desk-page">
      <h1>{say('bundle.title', { name: bundle.name })}</h1>
      <div className="case-grid compose">
        <Form layout="vertical" component="div" className="pane">
          <BundleFrame bundle={bundle} options={options} change={change} />
          <Form.Item label={say('bundle.items')}>
            <Select
              mode="multiple"
              aria-label={say('bundle.items')}
              value={[...bundle.items]}
              options={options}
              onChange={(chosen: string[]) => change({ items: chosen })}
            />
          </Form.Item>
          <WaveEditor waves={bundle.waves} options={options} change={(waves) => change({ waves })} />
          <RuleEditor
            rules={bundle.rules}
            fields={bundle.fields}
            options={options}
            change={(rules) => change({ rules })}
          />
          <FieldEditor fields={bundle.fields} options={options} change={(fields) => change({ fields })} />
        </Form>
        <section className="pane rail" aria-label={say('bundle.faults')}>
          <FaultList query={check} options={options} />
          {drafting.error === null ? null : <Trouble error={drafting.error} />}
          {publishing.error === null ? null : <Trouble error={publishing.error} />}
          <Button block loading={drafting.isPending} onClick={() => drafting.mutate({ bundle })}>
            {say('bundle.save')}
          </Button>
          {drafting.isSuccess ? <output className="quiet">{say('bundle.saved')}</output> : null}
          {found.draft === undefined ? null : <p className="quiet">{say('bundle.draftBy', { by: found.draft.by })}</p>}
          <Form.Item label={say('bundle.from')}>
            <Input
              type="date"
              aria-label={say('bundle.from')}
              value={fromOn}
              onChange={({ target }) => setFromOn(target.value)}
            />
          </Form.Item>
          <Button type="primary" block loading={publishing.isPending} onClick={publish}>
            {say('bundle.publish')}
          </Button>
          {found.can.withdraw === undefined ? null : <AskedActs acts={[withdrawal]} />}
        </section>
      </div>
    </div>
  );
}
