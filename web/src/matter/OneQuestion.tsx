import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { MatterQuestion } from '../api/matter-model.ts';
import type { Value } from '../api/model.ts';
import { AnswerField } from '../form/Question.tsx';
import { useText } from '../text/text.ts';

/** One question on a screen of its own: what it asks, for whom, and what is known already. */
export function OneQuestion({
  question,
  place,
  answer,
  back,
}: {
  readonly question: MatterQuestion;
  readonly place: { readonly no: number; readonly of: number };
  readonly answer: (value: Value) => void;
  readonly back?: () => void;
}): ReactNode {
  const say = useText();
  const { label, type, known, items } = question;
  const title = say.of(label);
  return (
    <>
      <p className="quiet">{say('matter.place', place)}</p>
      <h1>{title}</h1>
      {items.length === 0 ? null : <p className="quiet">{say('matter.givenTo', { items: items.join('、') })}</p>}
      {known === undefined ? null : (
        <p className="have">
          {say('matter.known')} {known.of === undefined ? null : say('matter.knownFrom', { of: known.of })}
        </p>
      )}
      <Form
        layout="vertical"
        initialValues={known === undefined ? {} : { value: known.value }}
        onFinish={({ value }: { readonly value?: Value }) => answer(type === 'material' ? true : (value ?? ''))}
      >
        {type === 'material' ? (
          <p>{say('matter.bringPaper')}</p>
        ) : (
          <Form.Item name="value" rules={[{ required: true, message: say('form.required') }]}>
            {type === 'date' ? (
              <Input type="date" aria-label={title} />
            ) : (
              <AnswerField input={{ name: 'value', label: title, source: 'form', type: kindOf(type) }} />
            )}
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block>
          {say(type === 'material' ? 'matter.havePaper' : 'matter.next')}
        </Button>
      </Form>
      {back === undefined ? null : (
        <Button type="text" block onClick={back}>
          {say('matter.back')}
        </Button>
      )}
    </>
  );
}

type Kind = Parameters<typeof AnswerField>[0]['input']['type'];

function kindOf(type: string): Kind {
  if (type === 'bool' || type === 'int' || type === 'number') return { kind: type };
  if (type.startsWith('enum(')) return { kind: 'enum', options: type.slice('enum('.length, -1).split(',') };
  return { kind: 'string' };
}
