import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView, Defect, ItemInput, SuppliedMaterial } from '../api/model.ts';
import { useGuide } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import { answersOf, type ApplicationFields, filesOf, keyOf } from '../form/application.ts';
import { FileOrPaper } from '../form/FileOrPaper.tsx';
import { Question } from '../form/Question.tsx';
import { Trouble } from '../frame/Answers.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

/** What the one-time notice or a tolerance promise still waits for; nothing when nothing is owed. */
export function SupplyForm({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const defects = found.notices.at(-1)?.defects ?? [];
  if (isOpen(found.can['supplyCorrections'])) {
    const door = { path: 'corrections', title: say('case.correct'), send: say('case.supply') };
    return <Supply found={found} defects={defects} door={door} />;
  }
  if (!isOpen(found.can['supplyDeferred']) || found.owed.length === 0) return null;
  const owed = found.owed.map((code) => ({ code, what: '', need: '' }));
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
  const { data: guide } = useGuide(found.itemId);
  const [form] = Form.useForm<ApplicationFields>();
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/${door.path}`);
  const send = (fields: ApplicationFields): void => {
    const materials = defects.flatMap(({ code }): readonly SuppliedMaterial[] => {
      const uploaded = filesOf(code, fields.files);
      if (uploaded.length > 0) return uploaded;
      return fields.materials?.[keyOf(code)] === true ? [{ code, source: 'paper' }] : [];
    });
    sending.mutate({ materials, form: answersOf(fields.form) });
  };
  return (
    <section className="owed">
      <h2>{door.title}</h2>
      <Form name="supply" form={form} layout="vertical" onFinish={send}>
        {defects.map((defect) => (
          <Owed
            key={defect.code}
            defect={defect}
            name={guide?.materials.find(({ code }) => code === defect.code)?.name}
            input={guide?.inputs.find(({ name }) => name === defect.code)}
          />
        ))}
        {sending.error === null ? null : <Trouble error={sending.error} retry={() => form.submit()} />}
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
  input,
}: {
  readonly defect: Defect;
  readonly name: string | undefined;
  readonly input: ItemInput | undefined;
}): ReactNode {
  const say = useText();
  return (
    <div className="owed-line">
      <p>
        <strong>{name ?? input?.label ?? defect.code}</strong> {defect.what}
      </p>
      {defect.need === '' ? null : <p className="quiet">{say('case.need', { need: defect.need })}</p>}
      {input === undefined ? (
        <FileOrPaper code={defect.code} name={name ?? defect.code} paper={say('case.supplied')} />
      ) : (
        <Question input={{ ...input, label: say('case.newAnswer') }} name={['form', input.name]} />
      )}
    </div>
  );
}
