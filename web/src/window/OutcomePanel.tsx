import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Can, CaseView, Guide } from '../api/model.ts';
import { CanNote } from '../frame/WhyNot.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { useText } from '../text/text.ts';
import { type OutcomeFields, outcomeKeys, outcomeLabels, type OutcomeName, outcomeOf, outcomes } from './outcome.ts';
import { OutcomeDetails } from './OutcomeDetails.tsx';

/** One of five outcomes, by key or click; then only what that outcome needs. */
export function OutcomePanel({
  guide,
  lines = guide.windowChecks,
  can = {},
  there = [],
  deferral,
  isBusy,
  settle,
}: {
  readonly guide: Guide;
  /** What the clerk looks at before he accepts; on a case only what its record does not prove (R30). */
  readonly lines?: Guide['windowChecks'];
  /** What the server says of each outcome on the case as it stands; more may become possible with what is entered. */
  readonly can?: Readonly<Record<string, Can>>;
  /** Papers that the case has: nobody promises them for later. */
  readonly there?: readonly string[];
  readonly deferral?: CaseView['deferral'];
  readonly isBusy: boolean;
  readonly settle: (outcome: object) => void;
}): ReactNode {
  const say = useText();
  const [chosen, setChosen] = useState<OutcomeName>('ACCEPT');
  const [form] = Form.useForm<OutcomeFields>();
  useKeys(Object.fromEntries(outcomes.map((name) => [outcomeKeys[name], () => setChosen(name)])));
  return (
    <>
      <p className="quiet">{say('window.resultHint')}</p>
      <fieldset className="outcomes" aria-label={say('window.result')}>
        {outcomes.map((name) => (
          <Button key={name} aria-pressed={chosen === name} onClick={() => setChosen(name)} block>
            <span>{say(outcomeLabels[name])}</span>
            <kbd>{outcomeKeys[name]}</kbd>
          </Button>
        ))}
      </fieldset>
      <Form
        key={chosen}
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={(fields) => settle(outcomeOf(chosen, fields))}
      >
        <CanNote can={can[`settleAcceptance.${chosen}`]} />
        <OutcomeDetails name={chosen} guide={guide} lines={lines} there={there} deferral={deferral} />
        <Button type="primary" htmlType="submit" block loading={isBusy}>
          {say('settle.do', { outcome: say(outcomeLabels[chosen]) })}
        </Button>
      </Form>
    </>
  );
}
