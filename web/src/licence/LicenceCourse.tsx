import type { ReactNode } from 'react';
import { licencePath, type LicenceView } from '../api/licence-reads.ts';
import { AskedActs } from '../frame/AskedAct.tsx';
import { Letters } from '../letters/Letters.tsx';
import { isTextKey, type Say, useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { answerFields } from './course-asked.tsx';

/** The letters about a licence, how each reached its holder, and until when its remedies are open. */
export function LicenceLetters({ found }: { readonly found: LicenceView }): ReactNode {
  const say = useText();
  if (found.letters.length === 0) return null;
  return (
    <section className="pane">
      <h2>{say('licenceLetters.title')}</h2>
      <Letters documents={found.letters} said={(letter) => <span className="quiet">{servedText(letter, say)}</span>} />
    </section>
  );
}

function servedText({ served, remedies }: LicenceView['letters'][number], say: Say): string {
  if (served === undefined) return say('licenceLetters.unserved');
  const on = (day: string): string => dateText(day, todayInChina(), say.language);
  const way = `delivery.${served.method}`;
  const told = say('licenceLetters.served', { on: on(served.on), method: isTextKey(way) ? say(way) : served.method });
  if (remedies === undefined) return told;
  const { reviewUntilOn, suitUntilOn } = remedies;
  const open = say('licenceLetters.remedies', { review: on(reviewUntilOn), suit: on(suitUntilOn) });
  return `${told}${say.language === 'zh' ? '；' : '; '}${open}`;
}

/** What is intended, and for the holder how he answers. */
export function LicenceNotice({
  found,
  isHolder,
}: {
  readonly found: LicenceView;
  readonly isHolder: boolean;
}): ReactNode {
  const say = useText();
  const { announced } = found;
  if (announced === undefined) return null;
  const { intended, facts, reason, basis, untilOn, answers, hearing, answerUntilOn } = announced;
  const on = (day: string): string => dateText(day, todayInChina(), say.language);
  const key = `licenceAct.${intended}`;
  const act = isTextKey(key) ? say(key) : intended;
  return (
    <section className="pane">
      <h2>{say('licenceNotice.title')}</h2>
      <p>{say(isHolder ? 'licenceNotice.mine' : 'licenceNotice.ours', { act })}</p>
      <dl className="facts">
        {[
          [say('licenceField.factsFound'), facts],
          [say('licenceField.why'), reason],
          [say('licenceField.basis'), basis],
          ...(untilOn === undefined ? [] : [[say('licenceField.lastDay'), on(untilOn)]]),
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="breakable">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="light light-yellow">
        {answerUntilOn === undefined
          ? say('licenceNotice.unserved')
          : say('licenceNotice.until', { on: on(answerUntilOn) })}
      </p>
      {answers.length === 0 ? null : (
        <ul>
          {answers.map(({ said, words, receivedOn }, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <span className="quiet">{on(receivedOn)}</span> {say(`licenceSaid.${said}`)}
              {words === '' ? null : <p>{words}</p>}
            </li>
          ))}
        </ul>
      )}
      {hearing === undefined ? null : <p>{say('licenceNotice.hearing', { on: on(hearing.heldOn) })}</p>}
      {isHolder ? <Answer found={found} /> : null}
    </section>
  );
}

function Answer({ found }: { readonly found: LicenceView }): ReactNode {
  const say = useText();
  const mayAsk = found.can['askHearing']?.allowed === true;
  const sayings = mayAsk ? (['statement', 'hearingAsked', 'waiver'] as const) : (['statement', 'waiver'] as const);
  return (
    <AskedActs
      acts={[
        {
          can: found.can['answer'],
          path: `${licencePath(found.licence.licenceNo)}/answers`,
          label: say('licenceDo.answer'),
          fields: answerFields(sayings, say),
          bodyOf: (values) => ({ words: '', ...values }),
        },
      ]}
    />
  );
}
