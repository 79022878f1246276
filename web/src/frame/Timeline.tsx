import type { ReactNode } from 'react';
import type { TimelineEntry } from '../api/model.ts';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { GoTo } from './navigation.tsx';

/** What happened, in order, each act with its person and the mandate that it cites. */
export function Timeline({
  entries,
  linked = false,
}: {
  readonly entries: readonly TimelineEntry[];
  readonly linked?: boolean;
}): ReactNode {
  const say = useText();
  const todayOn = todayInChina();
  return (
    <ol className="timeline">
      {entries.map(({ seq, at, actor, mandate, summary }) => (
        <li key={seq}>
          <time dateTime={at}>{instantText(at, todayOn, say.language)}</time>
          <div>
            <span>{say.of(summary)}</span>
            <span className="quiet">
              {' · '}
              {actor.name ?? actor.id}
              {mandate === undefined || mandate === null ? null : ' · '}
              {mandate === undefined || mandate === null ? null : (
                <Cited mandateNo={mandate.mandateNo} version={mandate.version} linked={linked} />
              )}
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** 授权书 YH-B-MK-2025 第 1 版. */
export function Cited({
  mandateNo,
  version,
  linked,
}: {
  readonly mandateNo: string;
  readonly version: number;
  readonly linked: boolean;
}): ReactNode {
  const say = useText();
  const text = say('mandate.cited', { mandateNo, version });
  return linked ? <GoTo to={paths.mandate(mandateNo)}>{text}</GoTo> : text;
}
