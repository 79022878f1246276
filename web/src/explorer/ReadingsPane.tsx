import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { isTextKey, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { type Reading, useCaseReadings, useLicenceReadings } from './reads.ts';

/** Which members of staff read in the case: for the person concerned, and for who supervises. */
export function ReadingsPane({ caseNo }: { readonly caseNo: string }): ReactNode {
  return <ReadingsList query={useCaseReadings(caseNo)} />;
}

/** Which members of staff looked at a licence. */
export function LicenceReadingsPane({ licenceNo }: { readonly licenceNo: string }): ReactNode {
  return <ReadingsList query={useLicenceReadings(licenceNo)} />;
}

function ReadingsList({ query }: { readonly query: UseQueryResult<readonly Reading[]> }): ReactNode {
  const say = useText();
  return (
    <section className="pane">
      <h2>{say('readings.title')}</h2>
      <p className="quiet">{say('readings.explain')}</p>
      <Loaded query={query}>
        {(readings) =>
          readings.length === 0 ? (
            <Nothing title={say('readings.none')} />
          ) : (
            <ol className="timeline">
              {readings.map((reading) => (
                <ReadingLine key={reading.digest} reading={reading} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function ReadingLine({ reading }: { readonly reading: Reading }): ReactNode {
  const say = useText();
  const { readAt, readerName, organName, organNameEn, post, what, reason, stream } = reading;
  const postKey = `post.${post}`;
  const facts = [
    say.of({ zh: organName, en: organNameEn }),
    isTextKey(postKey) ? say(postKey) : post,
    ...(reason === undefined ? [] : [say('readings.why', { reason })]),
    ...(stream === undefined ? [] : [say('readings.inLog')]),
  ];
  return (
    <li>
      <time dateTime={readAt}>{instantText(readAt, todayInChina(), say.language)}</time>
      <div>
        <span>{readerName}</span> {say(`readings.what.${what}`)} <span className="quiet">{facts.join(' · ')}</span>
      </div>
    </li>
  );
}
