import { Button, Checkbox, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Applicant, Guide } from '../api/model.ts';
import { useGuide } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { keyOf } from '../form/application.ts';
import { FileOrPaper } from '../form/FileOrPaper.tsx';
import { Question } from '../form/Question.tsx';
import { Loaded, MustSignIn, Nothing, Trouble } from '../frame/Answers.tsx';
import { useGo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { Airy } from '../frame/Airy.tsx';
import { useText } from '../text/text.ts';
import { PrintedAs } from '../form/PrintedAs.tsx';
import { emptyPerson } from '../window/PersonFields.tsx';
import { type ApplyFields, ForOther, wholeOf } from './ForOther.tsx';
import { itemName } from './item-words.ts';
import { Renewal } from './Renewal.tsx';

/** One application: what we know is shown, each question is asked once. */
export function ApplyPage(): ReactNode {
  const say = useText();
  const guide = useGuide(useNamed('itemId'));
  const session = useSession();
  return (
    <Loaded query={session}>
      {(known) => {
        if (known === null) return <MustSignIn />;
        const { applicant } = known.account;
        if (applicant === undefined)
          return (
            <Airy>
              <Nothing title={say('apply.staffOnly')} />
            </Airy>
          );
        return (
          <Loaded query={guide} isPage>
            {(found) => <ApplyForm guide={found} applicant={applicant} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
}

function ApplyForm({ guide, applicant }: { readonly guide: Guide; readonly applicant: Applicant }): ReactNode {
  const say = useText();
  const go = useGo();
  const [form] = Form.useForm<ApplyFields>();
  const [missing, setMissing] = useState(0);
  const forOther: unknown = Form.useWatch('forOther', form);
  const sending = useAct<{ readonly caseNo: string }>('/cases');
  const send = (fields: ApplyFields): void =>
    sending.mutate(wholeOf(guide, applicant, fields), { onSuccess: ({ caseNo }) => go(paths.myCase(caseNo)) });
  const questions = guide.inputs.filter(({ source }) => source === 'form');
  return (
    <Airy>
      <h1>{say('apply.title', { name: itemName(guide, say.language) })}</h1>
      <h2>{say('apply.who')}</h2>
      <ul className="have">
        <li>
          {applicant.name} <span className="quiet">{say('apply.verified')}</span>
        </li>
        <li>
          {say(`idType.${applicant.idType}`)} <code>{masked(applicant.idNo)}</code>
        </li>
      </ul>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        initialValues={{ eDelivery: true, person: emptyPerson }}
        onFinish={send}
        onFinishFailed={({ errorFields }) => setMissing(errorFields.length)}
      >
        {forOther === true ? null : <PrintedAs name={applicant.name} />}
        {applicant.kind === 'naturalPerson' ? <ForOther /> : null}
        <h2>{say('apply.questions')}</h2>
        {questions.length === 0 ? <p>{say('apply.noQuestions')}</p> : null}
        {questions.map((input) => (
          <Question key={input.name} input={input} name={['form', input.name]} />
        ))}
        <MaterialTicks guide={guide} />
        <Renewal guide={guide} />
        <Declarations guide={guide} />
        {missing === 0 ? null : (
          <p role="alert" className="form-errors">
            {say('form.errors', { count: missing })}
          </p>
        )}
        {sending.error === null ? null : <Trouble error={sending.error} retry={() => form.submit()} />}
        <Button type="primary" htmlType="submit" block loading={sending.isPending}>
          {say('apply.submit')}
        </Button>
      </Form>
    </Airy>
  );
}

function MaterialTicks({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText();
  const asked = guide.materials.filter(({ kind, replaceableBy }) => kind !== 'form' && replaceableBy.length === 0);
  const fetched = guide.materials.filter(({ replaceableBy }) => replaceableBy.length > 0);
  if (asked.length + fetched.length === 0) return null;
  return (
    <>
      <h2>{say('apply.materials')}</h2>
      {fetched.length === 0 ? null : (
        <ul className="have">
          {fetched.map(({ code, name }) => (
            <li key={code}>
              {name} <span className="quiet">{say('guide.weFetch')}</span>
            </li>
          ))}
        </ul>
      )}
      {asked.map(({ code, name, kind }) =>
        kind === 'commitment' ? (
          <Form.Item key={code} name={['materials', keyOf(code)]} valuePropName="checked" className="tick">
            <Checkbox>{say('apply.promiseMaterial', { name })}</Checkbox>
          </Form.Item>
        ) : (
          <FileOrPaper key={code} code={code} name={name} paper={say('apply.havePaper', { name })} />
        ),
      )}
    </>
  );
}

function Declarations({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText();
  const message = say('apply.truthNeeded');
  const isTicked = (_rule: unknown, value: unknown): Promise<void> =>
    value === true ? Promise.resolve() : Promise.reject(new Error(message));
  return (
    <>
      {guide.promiseOffered ? (
        <Form.Item name="byPromise" valuePropName="checked" className="tick">
          <Checkbox>{say('apply.byPromise')}</Checkbox>
        </Form.Item>
      ) : null}
      {guide.signClass === 0 ? (
        <Form.Item name="humanDecision" valuePropName="checked" className="tick">
          <Checkbox>{say('apply.humanDecision')}</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item name="eDelivery" valuePropName="checked" className="tick">
        <Checkbox>{say('apply.eDelivery')}</Checkbox>
      </Form.Item>
      <Form.Item name="truthStatement" valuePropName="checked" rules={[{ validator: isTicked }]} className="tick">
        <Checkbox>{say('apply.truth')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** Enough to know one's own number by. */
function masked(idNo: string): string {
  return idNo.length < 10 ? idNo : `${idNo.slice(0, 6)}${'*'.repeat(idNo.length - 10)}${idNo.slice(-4)}`;
}
