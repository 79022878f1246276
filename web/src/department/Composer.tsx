import { Button, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { Letter } from '../api/mandate-model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useGo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { ChangeList } from './ChangeList.tsx';
import { type ComposeFields, fieldsOf, letterOf } from './compose.ts';
import { HolderFields } from './HolderFields.tsx';
import { ItemFields } from './ItemFields.tsx';
import { LetterSheet } from './LetterSheet.tsx';

/** Left the letter as it will read, right what can be changed, below it what changes. */
export function Composer({
  base,
  version,
  isAmendment,
}: {
  readonly base: Letter;
  readonly version: number;
  readonly isAmendment: boolean;
}): ReactNode {
  const say = useText();
  const go = useGo();
  const [form] = Form.useForm<ComposeFields>();
  const initial = isAmendment ? fieldsOf(base) : { ...fieldsOf(base), mandateNo: '' };
  const watched: ComposeFields | undefined = Form.useWatch((values: ComposeFields) => values, form);
  const saving = useAct(isAmendment ? `/mandates/${encodeURIComponent(base.mandateNo)}/amendment` : '/mandates');
  const letter = letterOf(base, version, { ...initial, ...watched });
  const save = (fields: ComposeFields): void => {
    const drafted = letterOf(base, version, { ...initial, ...fields });
    saving.mutate({ letter: drafted }, { onSuccess: () => go(paths.mandate(drafted.mandateNo)) });
  };
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <div className="case-grid compose">
      <section aria-label={say('compose.preview')}>
        <LetterSheet letter={letter} />
      </section>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={save} className="pane rail">
        <Form.Item name="mandateNo" label={say('compose.no')} rules={rules}>
          <Input className="mono" disabled={isAmendment} />
        </Form.Item>
        {base.construct === 'B' ? <HolderFields /> : null}
        <ItemFields items={base.items} organ={base.grantor.code} />
        <ScopeFields />
        <h2>{say('compose.term')}</h2>
        <div className="columns">
          <Form.Item name="from" label={say('compose.from')} rules={rules}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="to" label={say('compose.to')} rules={rules}>
            <Input type="date" />
          </Form.Item>
        </div>
        <ChangeList before={base} after={letter} />
        {saving.error === null ? null : <Trouble error={saving.error} retry={() => form.submit()} />}
        <Button type="primary" htmlType="submit" block loading={saving.isPending}>
          {say('compose.save')}
        </Button>
      </Form>
    </div>
  );
}

function ScopeFields(): ReactNode {
  const say = useText();
  return (
    <>
      <h2>{say('compose.scope')}</h2>
      <Form.Item
        name="regions"
        label={say('compose.regions')}
        rules={[{ required: true, message: say('form.required') }]}
      >
        <Input className="mono" />
      </Form.Item>
      <div className="columns">
        {(['areaMax', 'amountMax', 'headcountMax'] as const).map((name) => (
          <Form.Item key={name} name={name} label={say(`compose.${name}`)}>
            <InputNumber className="wide" min={0} />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
