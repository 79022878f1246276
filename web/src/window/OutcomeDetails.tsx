import { Button, Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView, FormQuestion, Guide } from '../api/model.ts';
import { useItemForm } from '../api/reads.ts';
import { QuestionField } from '../form/FormQuestion.tsx';
import { useText } from '../text/text.ts';
import type { OutcomeName } from './outcome.ts';

/** The fields of one outcome. */
export function OutcomeDetails({
  name,
  guide,
  lines,
  there,
  deferral,
}: {
  readonly name: OutcomeName;
  /** What the applicant promised online (R32). */
  readonly deferral?: CaseView['deferral'];
  readonly guide: Guide;
  readonly lines: Guide['windowChecks'];
  readonly there: readonly string[];
}): ReactNode {
  const say = useText();
  switch (name) {
    case 'ACCEPT':
      return (
        <>
          <Checklist lines={lines} />
          <Tolerance guide={guide} there={there} deferral={deferral} />
          <LaterStart guide={guide} />
        </>
      );
    case 'CORRECT':
      return <Defects guide={guide} title={say('settle.defects')} />;
    case 'FIX_ON_SPOT':
      return <Defects guide={guide} title={say('settle.fixed')} isMended />;
    case 'NOT_NEEDED':
      return <Reason />;
    case 'NOT_OURS':
      return (
        <>
          <Reason />
          <Form.Item
            name="competentOrgan"
            label={say('settle.organ')}
            rules={[{ required: true, message: say('form.required') }]}
          >
            <Input />
          </Form.Item>
        </>
      );
    default:
      return name satisfies never;
  }
}

function Reason(): ReactNode {
  const say = useText();
  return (
    <Form.Item name="reason" label={say('settle.reason')} rules={[{ required: true, message: say('form.required') }]}>
      <Input.TextArea rows={3} />
    </Form.Item>
  );
}

/** R30: what the agreement lets the window judge with its own eyes; every line is answered before acceptance. */
function Checklist({ lines }: { readonly lines: Guide['windowChecks'] }): ReactNode {
  const say = useText();
  if (lines.length === 0) return null;
  const answered = { validator: (_rule: unknown, value: readonly string[] = []) => whole(value) };
  function whole(value: readonly string[]): Promise<void> {
    return value.length === lines.length ? Promise.resolve() : Promise.reject(new Error(say('settle.checkAll')));
  }
  return (
    <Form.Item name="checked" label={say('settle.checked')} rules={[answered]}>
      <Checkbox.Group
        className="stacked"
        options={lines.map((check) => ({ value: check, label: say(`settle.check.${check}`) }))}
      />
    </Form.Item>
  );
}

function Tolerance({
  guide,
  there,
  deferral,
}: {
  readonly guide: Guide;
  readonly there: readonly string[];
  readonly deferral: CaseView['deferral'];
}): ReactNode {
  const say = useText();
  const deferrable = guide.materials.filter(
    ({ code, necessity }) => necessity === 'deferrable' && !there.includes(code),
  );
  const tolerated = Form.useWatch('tolerated') ?? [];
  if (deferrable.length === 0) return <p className="quiet">{say('settle.tolerateNone')}</p>;
  return (
    <>
      <Form.Item name="tolerated" label={say('settle.tolerate')} initialValue={deferral?.codes ?? []}>
        <Checkbox.Group
          className="stacked"
          options={deferrable.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      {tolerated.length === 0 ? null : (
        <>
          <Form.Item
            name="toleratedUntilOn"
            label={say('settle.until')}
            initialValue={deferral?.untilOn}
            rules={[{ required: true, message: say('form.required') }]}
          >
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="promiseReference"
            label={say(deferral === undefined ? 'settle.promise' : 'settle.promiseOther')}
            rules={deferral === undefined ? [{ required: true, message: say('form.required') }] : []}
          >
            <Input />
          </Form.Item>
        </>
      )}
    </>
  );
}

/** Where a special law starts the limit when the window of applications closes (R64). */
function LaterStart({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText();
  if (guide.legalLimit.basis?.includes('窗口期') !== true) return null;
  return (
    <Form.Item name="windowEndsOn" label={say('settle.windowEnds')}>
      <Input type="date" />
    </Form.Item>
  );
}

/** What was mended at the counter comes into the record with it: the paper, or the right answer. */
function Mended({
  guide,
  questions,
  place,
}: {
  readonly guide: Guide;
  readonly questions: readonly FormQuestion[];
  readonly place: number;
}): ReactNode {
  const say = useText();
  const code: unknown = Form.useWatch(['defects', place, 'code']);
  const question = questions.find(({ name }) => name === code);
  if (question !== undefined)
    return (
      <Form.Item name={[place, 'answer']} label={say('case.newAnswer')}>
        <QuestionField question={question} />
      </Form.Item>
    );
  return guide.materials.some((material) => material.code === code) ? (
    <Form.Item name={[place, 'isBrought']} valuePropName="checked" className="tick">
      <Checkbox>{say('settle.brought')}</Checkbox>
    </Form.Item>
  ) : null;
}

function Defects({
  guide,
  title,
  isMended = false,
}: {
  readonly guide: Guide;
  readonly title: string;
  readonly isMended?: boolean;
}): ReactNode {
  const say = useText();
  const questions = useItemForm(guide.itemId, guide.version).data?.questions ?? [];
  const options = [
    ...guide.materials.map(({ code, name }) => ({ value: code, label: name })),
    ...questions.map(({ name, label }) => ({ value: name, label: say.of(label) })),
  ];
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <Form.List name="defects" initialValue={[{}]}>
      {(fields, { add, remove }) => (
        <fieldset className="defects">
          <legend>{title}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="defect">
              <Form.Item name={[name, 'code']} label={say('settle.defectCode')} rules={rules}>
                <Select options={options} aria-label={say('settle.defectCode')} />
              </Form.Item>
              <Form.Item name={[name, 'what']} label={say('settle.defectWhat')} rules={rules}>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'need']} label={say('settle.defectNeed')} rules={rules}>
                <Input />
              </Form.Item>
              {isMended ? <Mended guide={guide} questions={questions} place={name} /> : null}
              {fields.length > 1 ? (
                <Button size="small" onClick={() => remove(name)}>
                  {say('act.remove')}
                </Button>
              ) : null}
            </div>
          ))}
          <Button onClick={() => add({})}>{say('settle.addDefect')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
