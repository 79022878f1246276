import { Button } from 'antd';
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { paths } from '../paths.ts';
import { Loaded, Nothing } from './Answers.tsx';
import { GoTo } from './navigation.tsx';
import { firstPlaceOf } from './Shell.tsx';
import { useText } from '../text/text.ts';

/** Everybody starts where his work is. */
export function HomePage(): ReactNode {
  const query = useSession();
  return (
    <Loaded query={query}>
      {(session) => <Navigate to={session === null ? paths.items() : firstPlaceOf(session)} replace />}
    </Loaded>
  );
}

/** An address that leads nowhere. */
export function NoPage(): ReactNode {
  const say = useText();
  return (
    <div className="page narrow">
      <h1>{say('state.notFound')}</h1>
      <Nothing title={say('state.notFoundNext')}>
        <GoTo to={paths.home()}>{say('state.home')}</GoTo>
      </Nothing>
    </div>
  );
}

/** A part of the application that could not be loaded or failed; loading anew also fetches a newer build. */
export function BrokenPage(): ReactNode {
  const say = useText();
  return (
    <div className="page narrow">
      <h1>{say('state.failed')}</h1>
      <Nothing title={say('state.broken')}>
        <Button onClick={() => globalThis.location.reload()}>{say('state.retry')}</Button>
      </Nothing>
    </div>
  );
}
