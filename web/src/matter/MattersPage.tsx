import type { ReactNode } from 'react';
import { useBundles, useMatterDrafts, useMatters } from '../api/matter-reads.ts';
import { useSession } from '../api/session.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** Which matter of life, and those that one has begun. */
export function MattersPage(): ReactNode {
  const say = useText();
  const bundles = useBundles();
  const { data: session } = useSession();
  return (
    <Airy>
      <h1>{say('matter.title')}</h1>
      <p>{say('matter.lead')}</p>
      {session?.account.kind === 'applicant' ? (
        <>
          <OwnDrafts />
          <OwnMatters />
        </>
      ) : null}
      <h2>{say('matter.choose')}</h2>
      <Loaded query={bundles}>
        {(rows) => (
          <ul className="cards">
            {rows
              .filter(({ version }) => version !== undefined)
              .map(({ bundleId, name, nameEn, items, leadName, leadNameEn }) => (
                <li key={bundleId} className="card">
                  <GoTo to={paths.beginMatter(bundleId)} className="card-title">
                    {say.of({ zh: name, en: nameEn })}
                  </GoTo>
                  <span>{items.map((item) => say.of({ zh: item.name, en: item.nameEn })).join(' · ')}</span>
                  {session?.screens.includes('items') === true ? (
                    <GoTo to={paths.composeBundle(bundleId)}>{say('bundle.compose')}</GoTo>
                  ) : null}
                  <span className="quiet">
                    {say('matter.leadOrgan', { organ: say.of({ zh: leadName, en: leadNameEn }) })}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {session?.screens.includes('items') === true ? (
        <p>
          <GoTo to={paths.newBundle()}>{say('bundle.new')}</GoTo>
        </p>
      ) : null}
      <Drafts />
    </Airy>
  );
}

/** Bundles that exist only as drafts; the server shows them to the organ that leads alone. */
function Drafts(): ReactNode {
  const say = useText();
  const { data: rows = [] } = useBundles();
  const drafts = rows.filter(({ version }) => version === undefined);
  if (drafts.length === 0) return null;
  return (
    <>
      <h2>{say('bundle.drafts')}</h2>
      <ul className="cards">
        {drafts.map(({ bundleId, name, nameEn }) => (
          <li key={bundleId} className="card">
            <GoTo to={paths.composeBundle(bundleId)} className="card-title">
              {bundleId} {say.of({ zh: name, en: nameEn })}
            </GoTo>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What one has begun to answer, to go on from; nothing where there is none. */
function OwnDrafts(): ReactNode {
  const say = useText();
  const { data: drafts = [] } = useMatterDrafts();
  const { data: bundles = [] } = useBundles();
  if (drafts.length === 0) return null;
  return (
    <>
      <h2>{say('matter.drafts')}</h2>
      <ul className="cards">
        {drafts.map(({ bundleId, savedAt }) => {
          const row = bundles.find((one) => one.bundleId === bundleId);
          return (
            <li key={bundleId} className="card">
              <GoTo to={paths.beginMatter(bundleId)} className="card-title">
                {row === undefined ? bundleId : say.of({ zh: row.name, en: row.nameEn })}
              </GoTo>
              <span className="quiet">
                {say('draft.resumed', { at: instantText(savedAt, todayInChina(), say.language) })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function OwnMatters(): ReactNode {
  const say = useText();
  const query = useMatters();
  return (
    <>
      <h2>{say('matter.mine')}</h2>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing title={say('matter.none')} />
          ) : (
            <ul className="cards">
              {rows.map(({ matterNo, name, nameEn, counts, state }) => (
                <li key={matterNo} className="card">
                  <GoTo to={paths.matter(matterNo)} className="card-title">
                    {say.of({ zh: name, en: nameEn })}
                  </GoTo>
                  <span>
                    <strong>{say(`matterState.${state}`)}</strong> {say('matter.counts', counts)}
                  </span>
                  <span className="quiet">
                    <code>{matterNo}</code>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
