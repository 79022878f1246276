import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { agentPowers } from './agent.ts';

/** The agent who stands at the counter for the applicant, and his letter (R15). */
export function AgentFields(): ReactNode {
  const say = useText();
  const isNamed: unknown = Form.useWatch(['agent', 'isNamed']);
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <>
      <Form.Item name={['agent', 'isNamed']} valuePropName="checked" className="tick">
        <Checkbox>{say('agent.named')}</Checkbox>
      </Form.Item>
      {isNamed === true ? (
        <fieldset className="beside">
          <legend>{say('agent.title')}</legend>
          <Form.Item name={['agent', 'name']} label={say('agent.name')} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['agent', 'idNo']} label={say('agent.idNo')} rules={rules}>
            <Input autoComplete="off" className="mono" />
          </Form.Item>
          <Form.Item name={['agent', 'phone']} label={say('agent.phone')}>
            <Input autoComplete="off" inputMode="tel" />
          </Form.Item>
          <LetterFields />
        </fieldset>
      ) : null}
    </>
  );
}

/** What the letter of authority says: powers, signature, term. */
export function LetterFields(): ReactNode {
  const say = useText();
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <>
      <Form.Item name={['agent', 'powers']} label={say('agent.powers')} rules={rules}>
        <Powers />
      </Form.Item>
      <Form.Item name={['agent', 'signedOn']} label={say('agent.signedOn')} rules={rules}>
        <Input type="date" />
      </Form.Item>
      <div className="columns">
        <Form.Item name={['agent', 'from']} label={say('agent.from')} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={['agent', 'to']} label={say('agent.to')} rules={rules}>
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}

/** The form says of every required field that it is; a group of boxes may not carry that word (ARIA 1.2, role group). */
function Powers({
  value = [],
  onChange,
}: {
  readonly value?: readonly string[];
  readonly onChange?: (chosen: readonly string[]) => void;
}): ReactNode {
  const say = useText();
  return (
    <Checkbox.Group
      aria-label={say('agent.powers')}
      value={[...value]}
      onChange={(chosen) => onChange?.(chosen)}
      options={agentPowers.map((power) => ({ value: power, label: say(`agentPower.${power}`) }))}
    />
  );
}

/** The other side, where interests are opposed: the seller of a flat (R17). */
export function OpposingFields(): ReactNode {
  const say = useText();
  const isNamed: unknown = Form.useWatch(['opposing', 'isNamed']);
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <>
      <Form.Item name={['opposing', 'isNamed']} valuePropName="checked" className="tick">
        <Checkbox>{say('opposing.named')}</Checkbox>
      </Form.Item>
      {isNamed === true ? (
        <fieldset className="beside">
          <legend>{say('opposing.title')}</legend>
          <Form.Item name={['opposing', 'name']} label={say('opposing.name')} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['opposing', 'idNo']} label={say('opposing.idNo')} rules={rules}>
            <Input autoComplete="off" className="mono" />
          </Form.Item>
          <Form.Item name={['opposing', 'agentIdNo']} label={say('opposing.agentIdNo')}>
            <Input autoComplete="off" className="mono" />
          </Form.Item>
          <Form.Item name={['opposing', 'applicantConsented']} valuePropName="checked" className="tick">
            <Checkbox>{say('opposing.applicantConsented')}</Checkbox>
          </Form.Item>
          <Form.Item name={['opposing', 'consented']} valuePropName="checked" className="tick">
            <Checkbox>{say('opposing.consented')}</Checkbox>
          </Form.Item>
        </fieldset>
      ) : null}
    </>
  );
}
