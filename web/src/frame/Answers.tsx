import type { UseQueryResult } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Failed, Refused } from '../api/client.ts';
import type { Refusal } from '../api/model.ts';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { basisText } from './basis.ts';
import { Caution } from './Caution.tsx';
import { GoTo } from './navigation.tsx';
import { detailLines } from './refusal-detail.ts';

/** Shows what a question to the server brought: the answer, a skeleton until it comes, or why there is none. */
export function Loaded<Answer>({
  query,
  isPage = false,
  children,
}: {
  readonly query: UseQueryResult<Answer>;
  /** The whole page hangs on the answer, so that without it there is no other title. */
  readonly isPage?: boolean;
  readonly children: (answer: Answer) => ReactNode;
}): ReactNode {
  const say = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) {
    const trouble = <Trouble error={query.error} retry={() => void query.refetch()} />;
    if (!isPage || isSignedOut(query.error)) return trouble;
    return (
      <div className="page narrow">
        <h1>{say(query.error instanceof Refused ? 'state.refused' : 'state.failed')}</h1>
        {trouble}
        <GoTo to={paths.home()}>{say('state.home')}</GoTo>
      </div>
    );
  }
  return (
    <div aria-busy="true" className="page">
      <span className="unseen">{say('state.loading')}</span>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}

/** Why something did not happen: refused with the law's reason, or failed with a way to try again. */
export function Trouble({ error, retry }: { readonly error: Error; readonly retry?: () => void }): ReactNode {
  if (isSignedOut(error)) return <MustSignIn />;
  if (error instanceof Refused)
    return <RefusalNote refusal={error.problem} requestId={error.problem.requestId} paths={error.problem.paths} />;
  return <FailureNote error={error} retry={retry} />;
}

function isSignedOut(error: Error): boolean {
  return error instanceof Refused && error.problem.status === 401 && error.problem.code !== 'sign-in-refused';
}

/** The reason in plain words, the norm, and what the person can do. */
export function RefusalNote({
  refusal,
  requestId,
  paths: wrong = [],
}: {
  readonly refusal: Refusal;
  readonly requestId?: string;
  readonly paths?: readonly { readonly path: string; readonly message: string }[] | undefined;
}): ReactNode {
  const say = useText();
  const { article, rule } = refusal;
  return (
    <Caution title={say.of(refusal.message)}>
      {wrong.map(({ path, message }) => (
        <p key={path}>
          <code>{path}</code> {message}
        </p>
      ))}
      {detailLines(refusal, say).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{say('state.remedy', { remedy: say.of(refusal.remedy) })}</p>
      <p className="quiet">{basisText({ article, rule }, say)}</p>
      {requestId === undefined ? null : <p className="quiet">{say('state.askWhom', { requestId })}</p>}
    </Caution>
  );
}

function FailureNote({ error, retry }: { readonly error: Error; readonly retry: (() => void) | undefined }): ReactNode {
  const say = useText();
  const isUnreachable = error instanceof Failed && error.status === undefined;
  const requestId = error instanceof Failed ? error.requestId : undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="note"
      title={say('state.failed')}
      description={
        <>
          <p>{say(isUnreachable ? 'state.unreachable' : 'state.broken')}</p>
          {requestId === undefined ? null : <p className="quiet">{say('state.requestId', { requestId })}</p>}
        </>
      }
      action={retry === undefined ? null : <Button onClick={retry}>{say('state.retry')}</Button>}
    />
  );
}

/** Where an account is needed and nobody is signed in. */
export function MustSignIn(): ReactNode {
  const say = useText();
  const { href } = useLocation();
  return (
    <div className="page narrow">
      <h1>{say('state.mustSignIn')}</h1>
      <p>{say('state.mustSignInNext')}</p>
      <p>
        <GoTo to={paths.signIn(href)} className="primary-link">
          {say('frame.signIn')}
        </GoTo>
      </p>
    </div>
  );
}

/** Nothing is here, and what to do next. */
export function Nothing({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="nothing">
      <p className="nothing-title">{title}</p>
      {children}
    </div>
  );
}
