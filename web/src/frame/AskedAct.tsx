import { useMutation } from '@tanstack/react-query';
import { Button, Form, type FormItemProps, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { Can } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { useText } from '../text/text.ts';
import { ActLetterSheet, useDrafting } from './ActLetterSheet.tsx';
import { ConfirmForm, ConfirmTrouble } from './ConfirmForm.tsx';
import { CanButton, isOpen, isOwn } from './WhyNot.tsx';

/** One field of a small act. */
export interface AskedField extends Pick<FormItemProps, 'name' | 'label' | 'valuePropName'> {
  readonly input: ReactNode;
  readonly isOptional?: boolean;
  /** Of an optional field: it is needed after all where another field holds one of these. */
  readonly neededFor?: { readonly field: string; readonly values: readonly string[] };
}

/** A small act: when it is open, what it asks, and what is said before it is done. */
export interface Asked {
  readonly can: Can | undefined;
  readonly path: string;
  readonly label: string;
  readonly warning?: string;
  readonly danger?: boolean;
  readonly fields: readonly AskedField[];
  readonly initial?: Readonly<Record<string, unknown>>;
  /** The act is confirmed like a decision (R72): where the passkey's question is asked, for the same body. */
  readonly challengePath?: string;
  /** Where the letter of the act is drafted: it is read, when the fields are filled in, before it is confirmed (R71). */
  readonly draftPath?: string;
  /** Shows exactly what is signed in place of fields, and under it the confirmation of that body. */
  readonly sheet?: (confirm: (body: object) => ReactNode) => ReactNode;
  /** The body, at once or after the device has answered. */
  readonly bodyOf?: (values: Readonly<Record<string, unknown>>) => unknown;
}

/** The open acts as buttons; the closed ones folded away, each with the reason why not. */
export function AskedActs({ acts }: { readonly acts: readonly Asked[] }): ReactNode {
  const say = useText();
  const open = acts.filter(({ can }) => isOpen(can));
  const closed = acts.filter(({ can }) => isOwn(can) && !isOpen(can));
  return (
    <>
      {open.map((act) => (
        <AskedAct key={act.label} {...act} />
      ))}
      {closed.length === 0 ? null : (
        <details className="closed" open={open.length === 0}>
          <summary>{say('act.closed', { count: closed.length })}</summary>
          {closed.map(({ can, label }) => (
            <CanButton key={label} can={can} block>
              {label}
            </CanButton>
          ))}
        </details>
      )}
    </>
  );
}

/** A button that asks a few things, names once more what will happen, and then acts. */
function AskedAct(asked: Asked): ReactNode {
  const { can, path, label, warning, danger = false, fields, initial = {}, sheet } = asked;
  const { challengePath, draftPath } = asked;
  const { bodyOf = (values) => values } = asked;
  const say = useText();
  const [isAsking, setAsking] = useState(false);
  // Fields of one name stand in several forms of a page; each label must lead to its own.
  const id = useId();
  const [form] = Form.useForm<Readonly<Record<string, unknown>>>();
  const acting = useAct(path);
  const drafting = useDrafting(draftPath ?? path);
  const sending = useMutation({ mutationFn: async (body: unknown) => acting.mutateAsync(await body) });
  // What was filled in, while its author confirms it.
  const [written, write] = useState<object>();
  const close = (): void => {
    setAsking(false);
    write(undefined);
    drafting.reset();
    sending.reset();
  };
  const show = (body: object): void => {
    if (draftPath === undefined) write(body);
    else drafting.mutate(body, { onSuccess: ({ documentHash }) => write({ ...body, documentHash }) });
  };
  const confirm = (body: object): ReactNode => (
    <ConfirmForm
      asked={{ path: challengePath ?? path, body }}
      label={label}
      danger={danger}
      sign={(confirmation) => sending.mutate({ ...body, ...confirmation }, { onSuccess: close })}
      isSigning={sending.isPending}
      error={sending.error}
    />
  );
  const button = (
    <CanButton can={can} danger={danger} block onClick={() => setAsking(true)}>
      {label}
    </CanButton>
  );
  if (sheet !== undefined)
    return (
      <>
        {button}
        <Modal
          open={isAsking}
          title={label}
          footer={null}
          onCancel={close}
          width={980}
          style={{ top: 16 }}
          destroyOnHidden
        >
          {warning === undefined ? null : <p>{warning}</p>}
          {sheet(confirm)}
        </Modal>
      </>
    );
  return (
    <>
      {button}
      <Modal
        open={isAsking}
        title={label}
        okText={challengePath === undefined ? label : say('act.toConfirm')}
        okButtonProps={{ danger, loading: sending.isPending || drafting.isPending }}
        cancelText={say('act.cancel')}
        onCancel={close}
        onOk={() => form.submit()}
        {...(written === undefined ? {} : { footer: null })}
        {...(written === undefined || draftPath === undefined ? {} : { width: 980, style: { top: 16 } })}
        destroyOnHidden
      >
        {warning === undefined ? null : <p>{warning}</p>}
        <Form
          name={id}
          form={form}
          layout="vertical"
          preserve={false}
          disabled={written !== undefined}
          {...(written === undefined || draftPath === undefined ? {} : { style: { display: 'none' } })}
          initialValues={initial}
          onFinish={(values) => {
            const body = bodyOf(values);
            if (challengePath === undefined) sending.mutate(body, { onSuccess: close });
            else show({ ...(typeof body === 'object' ? body : {}) });
          }}
        >
          {fields.map(({ input, isOptional = false, neededFor, ...item }) => (
            <Form.Item
              key={String(item.name)}
              {...item}
              {...(neededFor === undefined ? {} : { dependencies: [neededFor.field] })}
              rules={[
                ({ getFieldValue }) => ({
                  required: !isOptional || neededFor?.values.includes(getFieldValue(neededFor.field)) === true,
                  message: say('form.required'),
                }),
              ]}
            >
              {input}
            </Form.Item>
          ))}
        </Form>
        {written === undefined || challengePath === undefined ? null : (
          <>
            <Button type="link" onClick={() => write(undefined)}>
              {say('act.change')}
            </Button>
            {draftPath === undefined ? null : <ActLetterSheet draft={drafting.data} />}
            {confirm(written)}
          </>
        )}
        {written === undefined ? <ConfirmTrouble error={drafting.error ?? sending.error} isNew /> : null}
      </Modal>
    </>
  );
}
