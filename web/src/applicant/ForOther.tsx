import { Checkbox, Form, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Applicant, Guide, ItemForm } from '../api/model.ts';
import { useSharingLetters } from '../api/sharing-letters.ts';
import { comma } from '../consent/ChooseClaims.tsx';
import { type AgentLetter, agentOf } from '../form/agent.ts';
import { LetterFields } from '../form/AgentFields.tsx';
import { applicationOf, type ApplicationFields } from '../form/application.ts';
import { LicenceFields } from '../form/LicenceFields.tsx';
import { useText } from '../text/text.ts';
import { applicantOf, PersonFields, type PersonFieldValues } from '../window/PersonFields.tsx';

export interface ApplyFields extends ApplicationFields {
  readonly forOther?: boolean;
  readonly person?: PersonFieldValues;
  readonly agent?: AgentLetter;
  /** The letter under which papers of the principal are fetched on consent. */
  readonly sharingLetter?: string;
}

/** Whether one acts for another, for whom, and what his letter says (R15). */
export function ForOther({ form }: { readonly form: ItemForm }): ReactNode {
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
          <LicenceFields form={form} />
          <SharingLetterField itemId={form.itemId} />
        </>
      ) : null}
    </>
  );
}

/** In one's own name, or as the agent of another under his letter (R15). */
export function wholeOf(
  guide: Guide,
  holder: Applicant,
  { forOther, person, agent = {}, sharingLetter: _letter, ...fields }: ApplyFields,
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

/** The letters on record under which he may have papers of his principal fetched for this item (R15, 个保法29). */
function SharingLetterField({ itemId }: { readonly itemId: string }): ReactNode {
  const say = useText();
  const { data } = useSharingLetters();
  const letters = data?.received.filter((letter) => letter.itemId === itemId && letter.canShow) ?? [];
  if (letters.length === 0) return <p className="quiet">{say('agent.noSharing')}</p>;
  const options = letters.map(({ letterId, principalName, claims }) => {
    const names = claims.map(({ label }) => say.of(label)).join(comma(say.language));
    return { value: letterId, label: say('agent.sharingOption', { name: principalName, claims: names }) };
  });
  return (
    <Form.Item name="sharingLetter" label={say('agent.sharing')}>
      <Select aria-label={say('agent.sharing')} allowClear options={options} />
    </Form.Item>
  );
}
