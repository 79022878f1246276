import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { CanNote, isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

/** Letters that statute has made due and no robot could make: why, and the way to send them (R25). */
export function OwedLetters({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const [form] = Form.useForm<{ readonly printedAs?: string }>();
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/owed-letter`);
  if (found.owedLetters.length === 0) return null;
  const isName = found.owedLetters.some(({ code }) => code === 'glyph-missing');
  const can = found.can['issueOwedLetter'];
  const issue = ({ printedAs = '' }: { readonly printedAs?: string }): void =>
    sending.mutate(printedAs.trim() === '' ? {} : { printedAs });
  return (
    <section className="pane">
      <h2>{say('owedLetter.title')}</h2>
      <p>{say(isName ? 'owedLetter.name' : 'owedLetter.other')}</p>
      <CanNote can={can} />
      <Form name="owedLetter" form={form} layout="vertical" onFinish={issue}>
        {isName ? (
          <Form.Item
            name="printedAs"
            label={say('person.printedAs')}
            rules={[{ required: true, message: say('form.required') }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
        ) : null}
        {sending.error === null ? null : <Trouble error={sending.error} />}
        <Button type="primary" htmlType="submit" disabled={!isOpen(can)} loading={sending.isPending}>
          {say('owedLetter.issue')}
        </Button>
      </Form>
    </section>
  );
}
