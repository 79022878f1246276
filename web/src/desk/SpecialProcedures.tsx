import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { isTextKey, type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

const procedures = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
  'siteVerification',
  'publicity',
  'consultation',
] as const;

/** Examinations whose result may have to be analysed before anybody can decide on it (R40). */
const examinations: readonly string[] = ['inspection', 'testing', 'quarantine'];

/** Hearing, testing, expert review and the like: what runs, and how to start or end one (R58). */
export function SpecialProcedures({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const path = `/cases/${encodeURIComponent(found.caseNo)}/review`;
  const mayAct = isOpen(found.can['reviewCase']);
  if (!mayAct && found.procedures.length === 0) return null;
  return (
    <details className="pane" open={found.procedures.length > 0}>
      <summary>{say('special.title')}</summary>
      <ul>
        {found.procedures.map((run) => (
          <li key={`${run.procedure} ${run.startedAt}`}>
            {runText(run, say)}
            {mayAct && !isEnded(run) ? <EndForm path={path} procedure={run.procedure} /> : null}
          </li>
        ))}
      </ul>
      {mayAct ? <StartForm path={path} /> : null}
    </details>
  );
}

type Run = CaseView['procedures'][number];

function isEnded(run: Run): boolean {
  return typeof run.endedAt === 'string';
}

function runText(run: Run, say: Say): string {
  const key = `procedure.${run.procedure}`;
  const procedure = isTextKey(key) ? say(key) : run.procedure;
  if (isEnded(run)) return say('special.ended', { procedure });
  const on = instantText(run.startedAt, todayInChina(), say.language);
  return say('special.running', { procedure, on, days: run.noticedWorkingDays });
}

function EndForm({ path, procedure }: { readonly path: string; readonly procedure: string }): ReactNode {
  const say = useText();
  const sending = useAct(path);
  return (
    <Form
      name={`end-${procedure}`}
      layout="vertical"
      onFinish={({ result = '', furtherAnalysis }: { readonly result?: string; readonly furtherAnalysis?: boolean }) =>
        sending.mutate({
          act: 'endSpecialProcedure',
          procedure,
          result,
          ...(furtherAnalysis === true ? { furtherAnalysis } : {}),
        })
      }
    >
      <Form.Item name="result" label={say('special.result')}>
        <Input />
      </Form.Item>
      {examinations.includes(procedure) ? (
        <Form.Item name="furtherAnalysis" valuePropName="checked" className="tick">
          <Checkbox>{say('special.analysis')}</Checkbox>
        </Form.Item>
      ) : null}
      {sending.error === null ? null : <Trouble error={sending.error} />}
      <Button htmlType="submit" loading={sending.isPending}>
        {say('special.end')}
      </Button>
    </Form>
  );
}

function StartForm({ path }: { readonly path: string }): ReactNode {
  const say = useText();
  const sending = useAct(path);
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <Form
      name="start"
      layout="vertical"
      initialValues={{ stopsClock: false }}
      onFinish={(fields: object) => sending.mutate({ act: 'startSpecialProcedure', ...fields })}
    >
      <div className="columns">
        <Form.Item name="procedure" label={say('special.procedure')} rules={rules}>
          <Select
            aria-label={say('special.procedure')}
            options={procedures.map((value) => ({ value, label: say(`procedure.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="workingDays" label={say('special.days')} rules={rules}>
          <InputNumber className="wide" min={1} max={250} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="basis" label={say('special.basis')} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name="stopsClock" valuePropName="checked" className="tick">
        <Checkbox>{say('special.stops')}</Checkbox>
      </Form.Item>
      {sending.error === null ? null : <Trouble error={sending.error} />}
      <Button htmlType="submit" loading={sending.isPending}>
        {say('special.start')}
      </Button>
    </Form>
  );
}
