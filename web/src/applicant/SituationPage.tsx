import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Situation } from '../api/model.ts';
import { useSituation } from '../api/reads.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded } from '../frame/Answers.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { GoTo, useGo, useNamed, useViewed } from '../frame/navigation.tsx';
import { Said } from '../frame/Said.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

/** 情形引导: one question at a time, to the item that is needed and its exact list. The answers stand in the address. */
export function SituationPage(): ReactNode {
  const itemId = useNamed('itemId');
  const answers = useViewed('answers');
  const query = useSituation(itemId, answers);
  const say = useText();
  return (
    <Airy>
      <h1>{say('situation.title')}</h1>
      <Loaded query={query}>
        {(reached) => (
          <>
            <Answers start={itemId} reached={reached} />
            {reached.next === undefined ? (
              <Reached start={itemId} answers={answers} reached={reached} />
            ) : (
              <Ask start={itemId} answers={answers} next={reached.next} />
            )}
          </>
        )}
      </Loaded>
      {answers === '' ? null : (
        <p className="no-print">
          <GoTo to={paths.situation(itemId)}>{say('situation.again')}</GoTo>
        </p>
      )}
    </Airy>
  );
}

function Ask({
  start,
  answers,
  next,
}: {
  readonly start: string;
  readonly answers: string;
  readonly next: NonNullable<Situation['next']>;
}): ReactNode {
  const go = useGo();
  return (
    <section aria-labelledby="question">
      <h2 id="question">
        <Said text={next.question} />
      </h2>
      <div className="answer-list">
        {next.options.map(({ id, label }) => (
          <Button
            key={id}
            block
            onClick={() =>
              go(paths.situation(start, [answers, `${next.id}:${id}`].filter((one) => one !== '').join(',')))
            }
          >
            <Said text={label} />
          </Button>
        ))}
      </div>
    </section>
  );
}

/** What was answered so far; each can be answered again, and what came after it is asked anew. */
function Answers({ start, reached }: { readonly start: string; readonly reached: Situation }): ReactNode {
  const say = useText();
  if (reached.answered.length === 0) return null;
  const given = reached.answered.filter(({ carried }) => !carried);
  return (
    <section aria-label={say('situation.answers')}>
      <dl className="facts">
        {given.map(({ itemId, question, answer, questionId }, index) => (
          <div key={`${itemId} ${questionId}`}>
            <dt>
              <Said text={question} />
            </dt>
            <dd>
              <Said text={answer} />{' '}
              <GoTo to={paths.situation(start, addressOf(given.slice(0, index)))} className="no-print beside-text">
                {say('situation.change')}
                <span className="unseen">{say('situation.changeOf', { question: say.of(question) })}</span>
              </GoTo>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function addressOf(answered: Situation['answered']): string {
  return answered.map(({ questionId, optionId }) => `${questionId}:${optionId}`).join(',');
}

function Reached({
  start,
  answers,
  reached,
}: {
  readonly start: string;
  readonly answers: string;
  readonly reached: Situation;
}): ReactNode {
  const say = useText();
  const { itemId, name, variants, materials } = reached;
  const variant = variants.map((one) => say.of(one.en === '' ? { zh: one.zh, en: one.zh } : one)).join(' · ');
  const parts = ['bring', 'fetched', 'made'] as const;
  return (
    <section aria-labelledby="reached">
      <p className="quiet">{say('situation.reached')}</p>
      <h2 id="reached" className="reached">
        <ItemName name={name.zh} nameEn={name.en} />
      </h2>
      {variant === '' ? null : <p>{say('situation.variant', { variant })}</p>}
      <h3>{say('situation.list')}</h3>
      {materials.some(({ from }) => from === 'bring') ? null : <p>{say('situation.none')}</p>}
      {parts.map((part) => (
        <Part key={part} part={part} materials={materials.filter(({ from }) => from === part)} />
      ))}
      <p className="thumb no-print">
        <GoTo to={paths.apply(itemId, { situation: start, answers })} className="primary-link">
          {say('guide.apply')}
        </GoTo>{' '}
        <GoTo to={paths.item(itemId)}>{say('situation.guide')}</GoTo>
      </p>
    </section>
  );
}

function Part({
  part,
  materials,
}: {
  readonly part: Situation['materials'][number]['from'];
  readonly materials: Situation['materials'];
}): ReactNode {
  const say = useText();
  if (materials.length === 0) return null;
  return (
    <>
      <h4>{say(`situation.${part}`)}</h4>
      <ul className={part === 'fetched' ? 'have' : ''}>
        {materials.map(({ code, name, necessity, because }) => (
          <li key={code}>
            <Said text={name} />{' '}
            {necessity === 'deferrable' ? <span className="quiet">{say('necessity.deferrable')} </span> : null}
            {because === undefined ? null : (
              <span className="quiet">{say('situation.because', { answer: say.of(because.answer) })}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
