import { Outlet, useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { changeAccount, signOut, useSession } from '../api/session.ts';
import type { Session } from '../api/model.ts';
import { paths } from '../paths.ts';
import { chooseLanguage, type TextKey, useText } from '../text/text.ts';
import { GoTo, useGo } from './navigation.tsx';

/** The frame of every page: who we are, where one can go, who is signed in. */
export function Shell(): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  return (
    <>
      <a className="skip" href="#content">
        {say('frame.skip')}
      </a>
      <header>
        <div className="top">
          <GoTo to={paths.home()} className="brand">
            {say('frame.brand')}
          </GoTo>
          <nav aria-label={say('frame.nav')}>
            {placesOf(session ?? null).map(([to, key]) => (
              <Place key={key} to={to} label={say(key)} />
            ))}
          </nav>
          <Account session={session ?? null} />
        </div>
        {session?.demo === true ? <p className="demo-line">{say('frame.demo')}</p> : null}
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

function Place({ to, label }: { readonly to: string; readonly label: string }): ReactNode {
  const { pathname } = useLocation();
  const isHere = pathname === to || (to !== paths.window() && pathname.startsWith(`${to}/`));
  return (
    <GoTo to={to} aria-current={isHere ? 'page' : undefined}>
      {label}
    </GoTo>
  );
}

function Account({ session }: { readonly session: Session | null }): ReactNode {
  const say = useText();
  const go = useGo();
  const client = useQueryClient();
  const leave = async (token: string): Promise<void> => {
    await signOut(token);
    changeAccount(client, null);
    go(paths.signIn());
  };
  return (
    <div className="account">
      <Button type="text" onClick={() => void chooseLanguage(say.language === 'zh' ? 'en' : 'zh')}>
        <span lang={say.language === 'zh' ? 'en' : 'zh-CN'}>{say('frame.language')}</span>
      </Button>
      {session === null ? (
        <GoTo to={paths.signIn()}>{say('frame.signIn')}</GoTo>
      ) : (
        <>
          <span className="who">
            {session.account.name} <span className="quiet">{session.account.organName}</span>
          </span>
          <Button type="text" onClick={() => void leave(session.csrfToken)}>
            {say('frame.signOut')}
          </Button>
        </>
      )}
    </div>
  );
}

type PlaceOf = readonly [to: string, key: TextKey];

/** Where the account may go: the server names the screens, here each gets its address. */
function placesOf(session: Session | null): readonly PlaceOf[] {
  if (session === null)
    return [
      [paths.items(), 'nav.items'],
      [paths.matters(), 'nav.matters'],
      [paths.verify(), 'nav.verify'],
    ];
  if (session.account.kind === 'applicant') {
    return [
      [paths.items(), 'nav.items'],
      [paths.matters(), 'nav.matters'],
      [paths.myCases(), 'nav.myCases'],
      [paths.myLicences(), 'nav.myLicences'],
      [paths.uses(), 'nav.papers'],
    ];
  }
  const places: readonly (readonly [readonly Session['screens'][number][], PlaceOf])[] = [
    [['window'], [paths.window(), 'nav.window']],
    [['window'], [paths.windowCases(), 'nav.windowCases']],
    [
      ['window', 'items'],
      [paths.matters(), 'nav.matters'],
    ],
    [
      // `items` is the department's own staff and its lawyers: they prepare what is outside the lists, and read the rest.
      ['officer-desk', 'second-signature', 'items'],
      [paths.desk(), 'nav.desk'],
    ],
    [
      ['items', 'officer-desk', 'legal-review', 'supervision', 'centre-board'],
      [paths.library(), 'nav.library'],
    ],
    [
      ['officer-desk', 'second-signature', 'items', 'legal-review', 'supervision'],
      [paths.licences(), 'nav.licences'],
    ],
    [
      ['mandates', 'legal-review', 'officer-desk', 'supervision', 'centre-board', 'seals'],
      [paths.mandates(), 'nav.mandates'],
    ],
    [
      ['seals', 'mandates', 'supervision', 'centre-board'],
      [paths.seals(), 'nav.seals'],
    ],
    [
      ['operations', 'supervision', 'centre-board'],
      [paths.logState(), 'nav.logState'],
    ],
    [
      // Who keeps the guides of a department, and the centre for all.
      ['items', 'centre-board'],
      [paths.sayings(), 'nav.sayings'],
    ],
  ];
  return places
    .filter(([needed]) => needed.some((screen) => session.screens.includes(screen)))
    .map(([, place]) => place);
}

/** The first place of an account, to which it comes after signing in. */
export function firstPlaceOf(session: Session): string {
  if (session.account.kind === 'applicant') return paths.items();
  return placesOf(session)[0]?.[0] ?? paths.items();
}
