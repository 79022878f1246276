import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FormQuestion, ItemForm, Value } from '../api/model.ts';
import { answerText, AskedQuestion } from '../form/FormQuestion.tsx';
import { useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { Sharing } from '../consent/Sharing.tsx';
import type { HeldAnswer } from './steps.ts';

/** 我们已有: what need not be answered again, each with where it comes from, and open to correction (R47). */
export function KnownAnswers({
  form,
  known,
  organ,
}: {
  readonly form: ItemForm;
  readonly known: readonly HeldAnswer[];
  readonly organ: string;
}): ReactNode {
  const say = useText();
  const fetched = form.materials.filter(({ isFetched }) => isFetched);
  return (
    <>
      <h2>{say('known.title')}</h2>
      <p className="quiet">{say('known.hint')}</p>
      {known.map((answer) => {
        const question = form.questions.find(({ name }) => name === answer.name);
        return question === undefined ? null : <KnownLine key={answer.name} answer={answer} question={question} />;
      })}
      {fetched.length === 0 ? null : <Sharing materials={fetched} organ={organ} />}
    </>
  );
}

/** One of them: the answer, where it comes from, and a way to say otherwise. */
export function KnownLine({
  answer,
  question,
}: {
  readonly answer: HeldAnswer;
  readonly question: FormQuestion;
}): ReactNode {
  const say = useText();
  const form = Form.useFormInstance();
  const [isCorrecting, setCorrecting] = useState(false);
  const now: Value | undefined = Form.useWatch(['form', answer.name]);
  const label = say.of(question.label);
  const isCorrected = now !== undefined && now !== answer.value;
  const takeBack = (): void => {
    form.setFieldValue(['form', answer.name], answer.value);
    setCorrecting(false);
  };
  return (
    <div className="known-line">
      <p>
        <span aria-hidden>{'✔'}</span> {label} <strong>{answerText(answer.value, question, say)}</strong>
      </p>
      <p className="quiet">{useSourceWords(answer)}</p>
      {isCorrecting || isCorrected ? (
        <>
          <AskedQuestion question={question} />
          {isCorrected && answer.from === 'source' ? <p className="light-yellow">{say('known.corrected')}</p> : null}
          <Button size="small" onClick={takeBack}>
            {say('known.takeBack')}
          </Button>
        </>
      ) : (
        <>
          <Form.Item name={['form', answer.name]} noStyle>
            <HeldValue />
          </Form.Item>
          <Button
            size="small"
            onClick={() => setCorrecting(true)}
            aria-label={say('known.correctOne', { name: label })}
          >
            {say('known.correct')}
          </Button>
        </>
      )}
    </div>
  );
}

/** Keeps an answer in the form that is shown in words. */
function HeldValue(): null {
  return null;
}

function useSourceWords(answer: HeldAnswer): string {
  const say = useText();
  if (answer.from === 'situation') return say('known.fromSituation');
  if (answer.from === 'applicant') return say('known.fromApplicant');
  const { from, sourceName = '', itemName = '', receivedOn = '' } = answer;
  if (from === 'source') return say('known.fromSource', { source: sourceName ?? '' });
  const on = receivedOn === '' ? '' : dateText(receivedOn, todayInChina(), say.language);
  return say('known.fromCase', { item: itemName ?? '', on });
}
