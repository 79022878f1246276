import { Button, Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import type { MatterQuestion } from '../api/matter-model.ts';
import type { Maker, Value } from '../api/model.ts';
import { FileField, type HeldFile } from '../form/FileField.tsx';
import { type AskedField, QuestionField } from '../form/FormQuestion.tsx';
import { MakerFields } from '../form/MakerFields.tsx';
import { fieldOf } from '../form/Question.tsx';
import { type Say, useText } from '../text/text.ts';
import type { OneAnswer } from './given.ts';

/** One question on a screen of its own: what it asks, for whom, and what is known already. */
export function OneQuestion({
  question,
  receivers,
  place,
  answer,
  back,
}: {
  readonly question: MatterQuestion;
  /** The names of the items that receive the answer. */
  readonly receivers: readonly string[];
  /** Absent for what may be left out: it is no question on the way. */
  readonly place?: { readonly no: number; readonly of: number };
  readonly answer: (given: OneAnswer) => void;
  readonly back?: () => void;
}): ReactNode {
  const say = useText();
  const { label, type, known, help } = question;
  return (
    <>
      <p className="quiet">{place === undefined ? say('optional.mark') : say('matter.place', place)}</p>
      <h1>{say.of(label)}</h1>
      {receivers.length === 0 ? null : (
        <p className="quiet">{say('matter.givenTo', { items: receivers.join(say.language === 'zh' ? '、' : ', ') })}</p>
      )}
      {help === undefined || help === null ? null : <p className="quiet">{say.of(help)}</p>}
      {known === undefined || known === null ? null : (
        <p className="have">
          {say('matter.known')}{' '}
          {known.of === undefined
            ? null
            : say(known.source === 'case' ? 'matter.knownFromCase' : 'matter.knownFrom', { of: known.of ?? '' })}
        </p>
      )}
      {type === 'material' ? (
        <Paper question={question} answer={answer} />
      ) : (
        <Answer question={question} answer={answer} />
      )}
      {back === undefined ? null : (
        <Button type="text" block onClick={back}>
          {say('matter.back')}
        </Button>
      )}
    </>
  );
}

interface Asked {
  readonly question: MatterQuestion;
  readonly answer: (given: OneAnswer) => void;
}

function Answer({ question, answer }: Asked): ReactNode {
  const say = useText();
  const { known } = question;
  return (
    <Form
      layout="vertical"
      initialValues={known === undefined || known === null ? {} : { value: known.value }}
      onFinish={({ value }: { readonly value?: Value }) => answer({ value: value ?? '' })}
    >
      <Form.Item name="value" rules={[{ required: true, message: say('form.required') }]}>
        <QuestionField question={askedField(question, say)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block>
        {say('matter.next')}
      </Button>
    </Form>
  );
}

interface PaperFields {
  readonly files?: Readonly<Record<string, readonly HeldFile[]>>;
  readonly makers?: Readonly<Record<string, Maker>>;
  readonly isTicked?: boolean;
}

/** A promise, or files, or the paper itself; what is not needed at once may be left for later. */
function Paper({ question, answer }: Asked): ReactNode {
  const say = useText();
  const { label, items, isPromise, namesMaker, isRequired, isOptional } = question;
  const message = say(isPromise === true ? 'matter.promiseNeeded' : 'matter.paperNeeded');
  const finish = ({ files, makers, isTicked }: PaperFields): void =>
    answer({
      ...(files?.['paper'] === undefined ? {} : { files: files['paper'] }),
      ...(makers?.['paper'] === undefined ? {} : { maker: makers['paper'] }),
      isTicked: isTicked === true,
    });
  return (
    <Form layout="vertical" onFinish={finish}>
      {items.length < 2 ? null : <p>{say('matter.bringPaper')}</p>}
      {isPromise === true ? null : (
        <Form.Item name={['files', 'paper']}>
          <FileField label={say.of(label)} />
        </Form.Item>
      )}
      {namesMaker === true ? <MakerFields code="paper" /> : null}
      <Form.Item
        name="isTicked"
        valuePropName="checked"
        dependencies={['files']}
        className="tick"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, ticked: unknown) =>
              ticked === true || hasFiles(getFieldValue(['files', 'paper']))
                ? Promise.resolve()
                : Promise.reject(new Error(message)),
          }),
        ]}
      >
        <Checkbox>
          {say(isPromise === true ? 'apply.promiseMaterial' : 'apply.havePaper', { name: say.of(label) })}
        </Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" block>
        {say('matter.next')}
      </Button>
      {isRequired || isOptional === true ? null : (
        <Button block onClick={() => answer({ value: false })}>
          {say('matter.paperLater')}
        </Button>
      )}
    </Form>
  );
}

function hasFiles(files: unknown): boolean {
  return Array.isArray(files) && files.length > 0;
}

const lineTypes = ['bool', 'int', 'number', 'string', 'date', 'money', 'choice'] as const;

/** The field of a question: of a line on an item's form, or of a field of the matter. */
function askedField({ label, type, options }: MatterQuestion, say: Say): AskedField {
  const line = lineTypes.find((one) => one === type);
  if (line !== undefined) return { label, type: line, options: options ?? [] };
  return fieldOf(label, { kind: 'enum', options: type.slice('enum('.length, -1).split(',') }, say);
}
