import { Button, Checkbox, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ClaimsReceived, NeededClaims } from '../api/consent-model.ts';
import type { Applicant, Value } from '../api/model.ts';
import { type SharingLetter, useDataList } from '../api/sharing-letters.ts';
import { useAct } from '../api/use-act.ts';
import { ClaimBoxes, tickedOf } from '../consent/ClaimBoxes.tsx';
import { FileField, type HeldFile } from '../form/FileField.tsx';
import { Loaded, Trouble } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { type PaperFields, paperBody, letterBody } from './paper.ts';

interface Asked {
  readonly itemId: string;
  readonly caseNo?: string;
  /** Whose papers they are, as far as the window knows by now. */
  readonly holder: () => Applicant | undefined;
  readonly answered?: () => Readonly<Record<string, Value>>;
  readonly take: (received: ClaimsReceived) => void;
}

/** Who has no telephone signs on paper; an agent without one too, once his letter has been accepted (个保法14, R15). */
export function PaperConsent(asked: Asked): ReactNode {
  const say = useText();
  const [isOpen, setOpen] = useState(false);
  const list = useDataList(asked.itemId, isOpen);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('paper.open')}</summary>
      <p className="quiet">{say('paper.hint')}</p>
      <GoTo to={paths.consentForm(asked.itemId)}>{say('paper.print')}</GoTo>
      {isOpen ? <Loaded query={list}>{(needed) => <PaperForm {...asked} needed={needed} />}</Loaded> : null}
    </details>
  );
}

function PaperForm({ needed, ...asked }: Asked & { readonly needed: NeededClaims }): ReactNode {
  const say = useText();
  const [form] = Form.useForm<PaperFields>();
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const [isMissing, setMissing] = useState(false);
  const byAgent: unknown = Form.useWatch('byAgent', form);
  const putting = useAct<SharingLetter>('/sharing-letters');
  const reading = useAct<ClaimsReceived>('/consent-papers');
  const claims = tickedOf(needed.claims, ticked);
  const send = async (fields: PaperFields): Promise<void> => {
    const subject = asked.holder();
    setMissing(subject === undefined);
    if (subject === undefined) return;
    const place = { ...asked, subject, claims };
    const letter = fields.byAgent === true ? await putting.mutateAsync(letterBody(place, fields)) : undefined;
    asked.take(await reading.mutateAsync(paperBody(place, fields, letter?.letterId)));
  };
  const submit = async (): Promise<void> => {
    await send(await form.validateFields());
  };
  return (
    <Form form={form} layout="vertical" component="div">
      <h4>{say('paper.what')}</h4>
      <ClaimBoxes claims={needed.claims} ticked={ticked} tick={tick} />
      <Form.Item name="byAgent" valuePropName="checked" className="tick">
        <Checkbox>{say('paper.byAgent')}</Checkbox>
      </Form.Item>
      {byAgent === true ? <AgentLetter /> : null}
      <SignedFile name="signed" label={say('paper.signed')} />
      <Form.Item
        name="identitySeen"
        valuePropName="checked"
        className="tick"
        rules={[{ required: true, message: say('form.required') }]}
      >
        <Checkbox>{say('paper.seen')}</Checkbox>
      </Form.Item>
      {isMissing ? <p role="alert">{say('paper.whose')}</p> : null}
      {putting.error === null ? null : <Trouble error={putting.error} />}
      {reading.error === null ? null : <Trouble error={reading.error} />}
      <Button
        disabled={claims.length === 0}
        loading={putting.isPending || reading.isPending}
        onClick={() => void submit().catch(() => undefined)}
      >
        {say('paper.do')}
      </Button>
    </Form>
  );
}

/** The letter of paper that the window accepts, with its scan and how it is proven. */
function AgentLetter(): ReactNode {
  const say = useText();
  const rules = [{ required: true, message: say('form.required') }];
  const proofs = ['signedHere', 'notarised'] as const;
  return (
    <fieldset className="beside">
      <legend>{say('paper.letter')}</legend>
      <Form.Item name="agentName" label={say('agent.name')} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="agentIdNo" label={say('agent.idNo')} rules={rules}>
        <Input autoComplete="off" className="mono" />
      </Form.Item>
      <Form.Item name="untilOn" label={say('giveLetter.until')} rules={rules}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="proof" label={say('paper.proof')} rules={rules}>
        <Select
          aria-label={say('paper.proof')}
          options={proofs.map((value) => ({ value, label: say(`letterProof.${value}`) }))}
        />
      </Form.Item>
      <SignedFile name="letter" label={say('paper.letterFile')} />
    </fieldset>
  );
}

function SignedFile({ name, label }: { readonly name: 'signed' | 'letter'; readonly label: string }): ReactNode {
  const say = useText();
  const isThere = (_: unknown, files: readonly HeldFile[] | undefined): Promise<void> =>
    (files ?? []).length > 0 ? Promise.resolve() : Promise.reject(new Error(say('form.required')));
  return (
    <Form.Item name={name} label={label} rules={[{ validator: isThere }]}>
      <FileField label={label} />
    </Form.Item>
  );
}
