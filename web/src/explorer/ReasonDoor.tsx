import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { Loaded, RefusalNote, Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';

/** A case, licence or matter for whoever may have to say first why he reads it; then everything is asked again. */
export function ReasonDoor<Answer>({
  query,
  of,
  children,
}: {
  readonly query: UseQueryResult<Answer>;
  /** What is read: `/cases/…`, `/licences/…`, `/matters/…`. */
  readonly of: string;
  readonly children: (answer: Answer) => ReactNode;
}): ReactNode {
  const { error } = query;
  const isAsked = error instanceof Refused && error.problem.code === 'reading-needs-reason';
  return isAsked && query.data === undefined ? (
    <ReasonForm of={of} asked={error} />
  ) : (
    <Loaded query={query} isPage>
      {children}
    </Loaded>
  );
}

/** Names what is read: the same door stands before cases, licences, their register and matters. */
function titleOf(of: string) {
  if (of === '/licences') return 'readings.reasonFor.register';
  if (of.startsWith('/licences/')) return 'readings.reasonFor.licence';
  return of.startsWith('/matters/') ? 'readings.reasonFor.matter' : 'readings.reasonFor.case';
}

function ReasonForm({ of, asked }: { readonly of: string; readonly asked: Refused }): ReactNode {
  const say = useText();
  const stating = useAct(`${of}/readings`);
  return (
    <div className="page narrow">
      <h1>{say(titleOf(of))}</h1>
      <RefusalNote refusal={asked.problem} />
      <Form<{ readonly reason: string }> layout="vertical" onFinish={(values) => stating.mutate(values)}>
        <Form.Item
          name="reason"
          label={say('readings.reason')}
          rules={[{ required: true, min: 4, message: say('form.required') }]}
        >
          <Input.TextArea maxLength={400} rows={3} />
        </Form.Item>
        {stating.error === null ? null : <Trouble error={stating.error} />}
        <Button type="primary" htmlType="submit" loading={stating.isPending}>
          {say('readings.state')}
        </Button>
      </Form>
    </div>
  );
}
