import { Button, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { OfficersSelect } from '../frame/OfficerSelect.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { instantOf } from './review.ts';
import { reviewDoor } from './review-door.ts';

interface VisitFields {
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly from: string;
  readonly to: string;
  readonly officers: readonly string[];
  readonly signedBy: readonly string[];
  readonly record: string;
}

/** The record of a visit on the spot, by two or more (R41). */
export function VisitForm({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/review`);
  if (!isOpen(found.can['reviewCase'])) return null;
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <details className="pane">
      <summary>{say('visit.title')}</summary>
      <Inspectors found={found} />
      <Form name="visit" layout="vertical" onFinish={(fields: VisitFields) => sending.mutate(visitOf(fields))}>
        <Form.Item name="address" label={say('visit.address')} rules={rules}>
          <Input />
        </Form.Item>
        <div className="columns">
          <Form.Item name="latitude" label={say('visit.latitude')} rules={rules}>
            <InputNumber className="wide" min={-90} max={90} />
          </Form.Item>
          <Form.Item name="longitude" label={say('visit.longitude')} rules={rules}>
            <InputNumber className="wide" min={-180} max={180} />
          </Form.Item>
          <Form.Item name="from" label={say('visit.from')} rules={rules}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="to" label={say('visit.to')} rules={rules}>
            <Input type="datetime-local" />
          </Form.Item>
        </div>
        <Form.Item name="officers" label={say('visit.officers')} rules={rules}>
          <OfficersSelect label={say('visit.officers')} officers={found.officers} />
        </Form.Item>
        <Form.Item name="signedBy" label={say('visit.signedBy')} rules={rules}>
          <OfficersSelect label={say('visit.signedBy')} officers={found.officers} />
        </Form.Item>
        <Form.Item name="record" label={say('visit.record')} rules={rules}>
          <Input />
        </Form.Item>
        {sending.error === null ? null : <Trouble error={sending.error} />}
        <Button htmlType="submit" loading={sending.isPending}>
          {say('visit.save')}
        </Button>
      </Form>
    </details>
  );
}

/** Who goes is fixed beforehand, and never one alone (R39, R40). */
function Inspectors({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const { inspectorsAssignedAt } = found;
  const assigning: Asked = {
    ...reviewDoor(found, 'assignInspectors'),
    label: say('inspectors.assign'),
    fields: [
      {
        name: 'officers',
        label: say('inspectors.officers'),
        input: <OfficersSelect label={say('inspectors.officers')} officers={found.officers} />,
      },
    ],
  };
  return (
    <div className="acts in-line no-print">
      {inspectorsAssignedAt === undefined ? null : (
        <p>{say('inspectors.assigned', { at: instantText(inspectorsAssignedAt, todayInChina(), say.language) })}</p>
      )}
      <AskedActs acts={[assigning]} />
    </div>
  );
}

function visitOf({ latitude, longitude, from, to, officers, signedBy, ...said }: VisitFields): object {
  return {
    act: 'recordSiteVisit',
    ...said,
    place: { latitude, longitude },
    fromAt: instantOf(from),
    toAt: instantOf(to),
    officers,
    signedBy,
  };
}
