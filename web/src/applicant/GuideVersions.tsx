import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { GuideVersion, PublicGuide } from '../api/model.ts';
import { GoTo } from '../frame/navigation.tsx';
import { Said } from '../frame/Said.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { useDay } from '../time/day.ts';

/** What will change, before it does (R12). */
export function ComingChanges({ guide }: { readonly guide: PublicGuide }): ReactNode {
  const say = useText();
  const dayOf = useDay();
  const coming = guide.versions.filter(({ state }) => state === 'coming').toReversed();
  return coming.map((version) => (
    <Alert
      key={version.version}
      type="info"
      showIcon
      className="note"
      title={say('sheet.coming', { on: dayOf(version.effectiveFrom) })}
      description={
        <>
          <Changes version={version} isFirst={false} />
          <GoTo to={paths.guideVersion(guide.sheet.itemId, version.version)}>{say('sheet.read')}</GoTo>
        </>
      }
    />
  ));
}

/** All versions with their days and what each changed. */
export function GuideVersions({ guide }: { readonly guide: PublicGuide }): ReactNode {
  const say = useText();
  const dayOf = useDay();
  const first = guide.versions.at(-1)?.version;
  return (
    <section>
      <h2>{say('sheet.versions')}</h2>
      <ul className="versions">
        {guide.versions.map((version) => (
          <li key={version.version}>
            <strong>{say('sheet.version', { version: version.version })}</strong>{' '}
            {say(`sheet.state.${version.state}`, { on: dayOf(version.effectiveFrom) })}{' '}
            {version.version === guide.version ? null : (
              <GoTo to={paths.guideVersion(guide.sheet.itemId, version.version)} className="no-print beside-text">
                {say('sheet.read')}
                <span className="unseen">{say('sheet.version', { version: version.version })}</span>
              </GoTo>
            )}
            <Changes version={version} isFirst={version.version === first} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ version, isFirst }: { readonly version: GuideVersion; readonly isFirst: boolean }): ReactNode {
  const say = useText();
  if (version.changes.length === 0) return <p className="quiet">{say(isFirst ? 'sheet.first' : 'sheet.noChange')}</p>;
  return (
    <ul>
      {version.changes.map((change) => (
        <li key={change.zh}>
          <Said text={change} />
        </li>
      ))}
    </ul>
  );
}
