import { Button, Checkbox, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Applicant, Value } from '../api/model.ts';
import { usePlan } from '../api/matter-reads.ts';
import { useSession } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, MustSignIn, Trouble } from '../frame/Answers.tsx';
import { useGo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { applicantOf, emptyPerson, PersonFields, type PersonFieldValues } from '../window/PersonFields.tsx';
import { OneQuestion } from './OneQuestion.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { nextUnanswered, questionsLeft, submissionOf } from './submission.ts';

/** One matter: each question once, one a screen, then what follows from the answers, then the submission. */
export function BeginMatterPage(): ReactNode {
  const session = useSession();
  return (
    <Loaded query={session}>
      {(known) => {
        if (known === null) return <MustSignIn />;
        const { applicant } = known.account;
        return applicant === undefined ? <AtCounter /> : <Flow applicant={applicant} channel="online" />;
      }}
    </Loaded>
  );
}

/** At the window the clerk enters who stands before him; then the same questions follow. */
function AtCounter(): ReactNode {
  const say = useText();
  const [applicant, setApplicant] = useState<Applicant>();
  if (applicant !== undefined) return <Flow applicant={applicant} channel="window" />;
  return (
    <Airy>
      <h1>{say('matter.whoApplies')}</h1>
      <Form
        layout="vertical"
        initialValues={{ person: emptyPerson }}
        onFinish={({ person }: { readonly person: PersonFieldValues }) => setApplicant(applicantOf(person))}
      >
        <PersonFields atCounter />
        <Button type="primary" htmlType="submit" block>
          {say('matter.next')}
        </Button>
      </Form>
    </Airy>
  );
}

export type Answers = Readonly<Record<string, Value>>;

function Flow({
  applicant,
  channel,
}: {
  readonly applicant: Applicant;
  readonly channel: 'online' | 'window';
}): ReactNode {
  const bundleId = useNamed('bundleId');
  const [answers, setAnswers] = useState<Answers>({});
  const query = usePlan(bundleId, answers);
  return (
    <Loaded query={query} isPage>
      {(plan) => {
        const question = nextUnanswered(plan, answers);
        if (question !== undefined) {
          const { done, all } = questionsLeft(plan, answers);
          return (
            <Airy>
              <OneQuestion
                key={question.name}
                question={question}
                place={{ no: done + 1, of: all }}
                answer={(value) => setAnswers({ ...answers, [question.name]: value })}
                {...(Object.keys(answers).length === 0
                  ? {}
                  : { back: () => setAnswers(Object.fromEntries(Object.entries(answers).slice(0, -1))) })}
              />
            </Airy>
          );
        }
        return (
          <Airy>
            <PlanSummary plan={plan} answers={answers} change={() => setAnswers({})} />
            <Send body={submissionOf(bundleId, plan, { applicant, channel, answers })} />
          </Airy>
        );
      }}
    </Loaded>
  );
}

function Send({ body }: { readonly body: object }): ReactNode {
  const say = useText();
  const go = useGo();
  const [isTrue, setTrue] = useState(false);
  const sending = useAct<{ readonly matterNo: string }>('/matters');
  const send = (): void =>
    sending.mutate({ ...body, truthStatement: isTrue }, { onSuccess: ({ matterNo }) => go(paths.matter(matterNo)) });
  return (
    <>
      <p className="tick">
        <Checkbox checked={isTrue} onChange={({ target }) => setTrue(target.checked)}>
          {say('apply.truth')}
        </Checkbox>
      </p>
      {sending.error === null ? null : <Trouble error={sending.error} retry={send} />}
      <Button type="primary" block loading={sending.isPending} onClick={send}>
        {say('matter.submit')}
      </Button>
    </>
  );
}
