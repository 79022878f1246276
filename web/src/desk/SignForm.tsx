import { Button, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CaseView, DecisionDraft } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { type Conclusion, conclusionOf, relations, type SignFields } from './conclusion.ts';
import { Exceptions } from './Exceptions.tsx';
import { SignDialog } from './SignDialog.tsx';

const outcomes = ['GRANT', 'GRANT_ON_PROMISE', 'REFUSE'] as const;

/** The conclusion first; the exact document before the PIN. */
export function SignForm({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const [conclusion, setConclusion] = useState<Conclusion>();
  const [form] = Form.useForm<SignFields>();
  const outcome: unknown = Form.useWatch('outcome', form);
  const drafting = useAct<DecisionDraft>(`/cases/${encodeURIComponent(found.caseNo)}/decision/draft`);
  const draft = (fields: SignFields): void => {
    const concluded = conclusionOf(fields);
    setConclusion(concluded);
    drafting.mutate(concluded.draft);
  };
  const rules = [{ required: true, message: say('form.required') }];
  const first = found.route === 'promise' ? 'GRANT_ON_PROMISE' : 'GRANT';
  return (
    <>
      <Form
        name="sign"
        form={form}
        layout="vertical"
        initialValues={{ outcome: found.signatures[0]?.outcome ?? first }}
        onFinish={draft}
      >
        <Form.Item name="outcome" label={say('sign.outcome')} rules={rules}>
          <Radio.Group
            aria-label={say('sign.outcome')}
            options={outcomes.map((value) => ({ value, label: say(`outcome.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={say('sign.reason')} rules={rules}>
          <Input.TextArea rows={2} />
        </Form.Item>
        {outcome === 'REFUSE' ? (
          <>
            <Form.Item name="facts" label={say('sign.facts')} rules={rules}>
              <Input.TextArea rows={2} />
            </Form.Item>
            <Form.Item name="norms" label={say('sign.norms')} rules={rules}>
              <Input.TextArea rows={2} />
            </Form.Item>
          </>
        ) : null}
        <Form.Item name="recusal" label={say('sign.recusal')} rules={rules}>
          <Select
            aria-label={say('sign.recusal')}
            options={relations.map((value) => ({ value, label: say(`relation.${value}`) }))}
          />
        </Form.Item>
        <Exceptions found={found} />
        {drafting.error === null ? null : <Trouble error={drafting.error} />}
        <Button type="primary" htmlType="submit" block loading={drafting.isPending}>
          {say('sign.show')}
        </Button>
      </Form>
      {drafting.data === undefined || conclusion === undefined ? null : (
        <SignDialog
          caseNo={found.caseNo}
          conclusion={conclusion}
          draft={drafting.data}
          close={() => drafting.reset()}
        />
      )}
    </>
  );
}
