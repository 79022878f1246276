import { Button, Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView, Defect, FormQuestion, SuppliedMaterial } from '../api/model.ts';
import { useGuideOf, useFormOf } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import { answersOf, type ApplicationFields, filesOf, keyOf } from '../form/application.ts';
import { FileOrPaper } from '../form/FileOrPaper.tsx';
import { AskedQuestion } from '../form/FormQuestion.tsx';
import { Trouble } from '../frame/Answers.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** What the one-time notice or a tolerance promise still waits for, and what nobody asked for in time; nothing when nothing lacks. */
export function SupplyForm({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const defects = found.notices.at(-1)?.defects ?? [];
  if (isOpen(found.can['supplyCorrections'])) {
    const door = { path: 'corrections', title: say('case.correct'), send: say('case.supply') };
    return <Supply found={found} defects={defects} door={door} />;
  }
  const unasked = (found.unasked ?? []).map((code) => ({ code, what: say('case.unasked'), need: '' }));
  const owed = [...found.owed.map((code) => ({ code, what: '', need: '' })), ...unasked];
  if (!isOpen(found.can['supplyDeferred']) || owed.length === 0) return null;
  const door = { path: 'deferred-materials', title: say('case.deferred'), send: say('case.supplyDeferred') };
  return <Supply found={found} defects={owed} door={door} />;
}

interface Door {
  readonly path: string;
  readonly title: string;
  readonly send: string;
}

function Supply({
  found,
  defects,
  door,
}: {
  readonly found: CaseView;
  readonly defects: readonly Defect[];
  readonly door: Door;
}): ReactNode {
  const { data: guide } = useGuideOf(found);
  const { data: form } = useFormOf(found);
  const [fields] = Form.useForm<ApplicationFields>();
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/${door.path}`);
  const promised = found.promisable?.codes ?? [];
  const send = (given: ApplicationFields): void => {
    const materials = defects.flatMap(({ code }): readonly SuppliedMaterial[] => {
      const uploaded = filesOf(code, given.files);
      if (uploaded.length > 0) return uploaded;
      return given.materials?.[keyOf(code)] === true ? [{ code, source: 'paper' }] : [];
    });
    const codes = promised.filter((code) => given.later?.[keyOf(code)] === true);
    const deferral = codes.length === 0 ? {} : { deferral: { codes, untilOn: given.laterOn ?? '' } };
    sending.mutate({ materials, form: answersOf(given.form), ...deferral });
  };
  return (
    <section className="owed">
      <h2>{door.title}</h2>
      <Form name="supply" form={fields} layout="vertical" onFinish={send}>
        {defects.map((defect) => (
          <Owed
            key={defect.code}
            defect={defect}
            name={guide?.materials.find(({ code }) => code === defect.code)?.name}
            question={form?.questions.find(({ name }) => name === defect.code)}
            mayFollow={promised.includes(defect.code)}
          />
        ))}
        <LaterDay codes={promised} latestOn={found.promisable?.latestOn ?? ''} />
        {sending.error === null ? null : <Trouble error={sending.error} retry={() => fields.submit()} />}
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {door.send}
        </Button>
      </Form>
    </section>
  );
}

function Owed({
  defect,
  name,
  question,
  mayFollow,
}: {
  readonly defect: Defect;
  readonly name: string | undefined;
  readonly question: FormQuestion | undefined;
  /** R32: it may be promised instead of brought. */
  readonly mayFollow: boolean;
}): ReactNode {
  const say = useText();
  const newAnswer = { zh: say('case.newAnswer'), en: say('case.newAnswer') };
  return (
    <div className="owed-line">
      <p>
        <strong>{name ?? (question === undefined ? defect.code : say.of(question.label))}</strong> {defect.what}
      </p>
      {defect.need === '' ? null : <p className="quiet">{say('case.need', { need: defect.need })}</p>}
      {question === undefined ? (
        <FileOrPaper code={defect.code} name={name ?? defect.code} paper={say('case.supplied')} />
      ) : (
        <AskedQuestion question={{ ...question, label: newAnswer, required: true }} />
      )}
      {mayFollow ? (
        <Form.Item name={['later', keyOf(defect.code)]} valuePropName="checked" className="tick">
          <Checkbox>{say('promising.instead')}</Checkbox>
        </Form.Item>
      ) : null}
    </div>
  );
}

/** The day by which all that is promised is brought. */
function LaterDay({ codes, latestOn }: { readonly codes: readonly string[]; readonly latestOn: string }): ReactNode {
  const say = useText();
  const later: Readonly<Record<string, boolean>> = Form.useWatch('later') ?? {};
  if (!codes.some((code) => later[keyOf(code)] === true)) return null;
  const on = dateText(latestOn, todayInChina(), say.language);
  return (
    <Form.Item
      name="laterOn"
      label={say('promising.until', { on })}
      rules={[{ required: true, message: say('form.required') }]}
    >
      <Input type="date" max={latestOn} />
    </Form.Item>
  );
}
