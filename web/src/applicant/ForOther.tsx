import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import type { Applicant, Guide } from '../api/model.ts';
import { type AgentLetter, agentOf } from '../form/agent.ts';
import { LetterFields } from '../form/AgentFields.tsx';
import { applicationOf, type ApplicationFields } from '../form/application.ts';
import { useText } from '../text/text.ts';
import { applicantOf, PersonFields, type PersonFieldValues } from '../window/PersonFields.tsx';

export interface ApplyFields extends ApplicationFields {
  readonly forOther?: boolean;
  readonly person?: PersonFieldValues;
  readonly agent?: AgentLetter;
}

/** Whether one acts for another, for whom, and what his letter says (R15). */
export function ForOther(): ReactNode {
  const say = useText();
  const forOther: unknown = Form.useWatch('forOther');
  return (
    <>
      <Form.Item name="forOther" valuePropName="checked" className="tick">
        <Checkbox>{say('agent.forOther')}</Checkbox>
      </Form.Item>
      {forOther === true ? (
        <>
          <h2>{say('agent.forWhom')}</h2>
          <PersonFields />
          <LetterFields />
        </>
      ) : null}
    </>
  );
}

/** In one's own name, or as the agent of another under his letter (R15). */
export function wholeOf(
  guide: Guide,
  holder: Applicant,
  { forOther, person, agent = {}, ...fields }: ApplyFields,
): object {
  if (forOther !== true || person === undefined) {
    const printedAs = person?.printedAs?.trim() ?? '';
    return applicationOf(guide, { ...holder, ...(printedAs === '' ? {} : { printedAs }) }, 'online', fields);
  }
  const principal = applicantOf(person);
  const { name, idNo, phone } = holder;
  const self = { name, idNo, ...(phone === undefined ? {} : { phone }) };
  return {
    ...applicationOf(guide, principal, 'online', fields),
    agent: agentOf(self, principal, agent, [guide.itemId]),
  };
}
