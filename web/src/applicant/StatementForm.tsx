import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView, Value } from '../api/model.ts';
import { useFormOf } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import { answersOf, type ApplicationFields } from '../form/application.ts';
import { AskedQuestion } from '../form/FormQuestion.tsx';
import { Trouble } from '../frame/Answers.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { isRoute } from './steps.ts';

/** What the applicant stated, open to his own correction as long as the case allows it (R47). */
export function StatementForm({
  found,
  isCounter = false,
}: {
  readonly found: CaseView;
  /** A clerk takes it in from somebody at his window. */
  readonly isCounter?: boolean;
}): ReactNode {
  const say = useText();
  const { data: asked } = useFormOf(found);
  const [form] = Form.useForm<ApplicationFields>();
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/statements`);
  // What was never asked in this situation is not asked now; the promise route was chosen once (R33).
  const questions = asked?.questions.filter(({ name }) => found.form[name] !== undefined && !isRoute(name)) ?? [];
  if (!isOpen(found.can['correctStatement']) || questions.length === 0) return null;
  const send = (fields: ApplicationFields): void =>
    sending.mutate({ materials: [], form: changedOf(found.form, answersOf(fields.form)) });
  return (
    <details className="apart no-print">
      <summary>{say(isCounter ? 'window.answers' : 'case.answers')}</summary>
      <Form name="statement" form={form} layout="vertical" initialValues={{ form: found.form }} onFinish={send}>
        {questions.map((question) => (
          <AskedQuestion key={question.name} question={{ ...question, required: true }} />
        ))}
        {sending.error === null ? null : <Trouble error={sending.error} retry={() => form.submit()} />}
        <Button htmlType="submit" loading={sending.isPending}>
          {say('case.correctAnswers')}
        </Button>
      </Form>
    </details>
  );
}

function changedOf(before: Readonly<Record<string, Value>>, after: Readonly<Record<string, Value>>): object {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name] !== value));
}
