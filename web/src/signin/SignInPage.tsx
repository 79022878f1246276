import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { DemoSignIn } from '../api/model.ts';
import { changeAccount, signIn, useDemo, useSession } from '../api/session.ts';
import { Trouble } from '../frame/Answers.tsx';
import { GoTo, useGo, useViewed } from '../frame/navigation.tsx';
import { firstPlaceOf } from '../frame/Shell.tsx';
import { paths } from '../paths.ts';
import { Airy } from '../frame/Airy.tsx';
import { useText } from '../text/text.ts';

interface SignInForm {
  readonly login: string;
  readonly password: string;
}

/** The front door for staff and applicants. */
export function SignInPage(): ReactNode {
  const say = useText();
  const go = useGo();
  const next = useViewed('next');
  const client = useQueryClient();
  const [form] = Form.useForm<SignInForm>();
  const { data: session } = useSession();
  const { data: demo } = useDemo();
  const entering = useMutation({
    mutationFn: ({ login, password }: SignInForm) => signIn(login.trim(), password),
    onSuccess: (opened) => {
      changeAccount(client, opened);
      // Only addresses of our own: `//elsewhere` would lead away after signing in.
      go(next.startsWith('/') && !next.startsWith('//') ? next : firstPlaceOf(opened));
    },
  });
  const required = [{ required: true, message: say('form.required') }];
  return (
    <Airy>
      <h1>{say('signIn.title')}</h1>
      {session === null || session === undefined ? null : (
        <p>
          {say('signIn.already', { name: session.account.name })} <GoTo to={paths.home()}>{say('state.home')}</GoTo>
        </p>
      )}
      {entering.error === null ? null : <Trouble error={entering.error} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => entering.mutate(values)}>
        <Form.Item name="login" label={say('signIn.login')} rules={required}>
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={say('signIn.password')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={entering.isPending}>
          {say('signIn.submit')}
        </Button>
      </Form>
      <p className="quiet">{say('signIn.forgotten')}</p>
      <DemoAccounts
        demo={demo?.signIns ?? []}
        choose={({ login, password }) => form.setFieldsValue({ login, password })}
      />
    </Airy>
  );
}

function DemoAccounts({
  demo,
  choose,
}: {
  readonly demo: readonly DemoSignIn[];
  readonly choose: (account: DemoSignIn) => void;
}): ReactNode {
  const say = useText();
  if (demo.length === 0) return null;
  const groups = [
    ['staff', say('signIn.staff')],
    ['applicant', say('signIn.applicants')],
  ] as const;
  return (
    <section className="demo-accounts">
      <h2>{say('signIn.demoTitle')}</h2>
      <p className="quiet">{say('signIn.demoHint')}</p>
      {groups.map(([kind, title]) => (
        <div key={kind}>
          <h3>{title}</h3>
          <ul className="choices">
            {demo
              .filter((account) => account.kind === kind)
              .map((account) => (
                <li key={account.login}>
                  <Button onClick={() => choose(account)}>
                    {say.of(account.role)}
                    {' · '}
                    {say.of(account.name)}
                  </Button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
