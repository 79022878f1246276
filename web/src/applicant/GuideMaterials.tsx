import type { ReactNode } from 'react';
import type { GuideSheet, MaterialLine, Text } from '../api/model.ts';
import { Said } from '../frame/Said.tsx';
import { useText } from '../text/text.ts';

/** What you bring, what we fetch ourselves and from whom (R6), and what is filled in on our screens. */
export function GuideMaterials({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { bring, fetched, made } = sheet.materials;
  return (
    <section>
      <h2>{say('sheet.bring')}</h2>
      {bring.length === 0 ? <p>{say('sheet.bringNone')}</p> : <Lines lines={bring} />}
      {fetched.length === 0 ? null : (
        <>
          <h3>{say('sheet.fetched')}</h3>
          <ul className="have">
            {fetched.map(({ code, name, when, sources }) => (
              <li key={code}>
                <Said text={name} />{' '}
                <span className="quiet">
                  {say('sheet.fetchedFrom', { sources: sources.map(say.of).join(say.language === 'zh' ? '、' : ', ') })}
                  {when.zh === '' ? null : ` · ${say('sheet.when', { text: say.of(when) })}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {made.length === 0 ? null : (
        <>
          <h3>{say('sheet.made')}</h3>
          <Lines lines={made} />
        </>
      )}
      {sheet.tolerant ? <p className="quiet">{say('sheet.tolerant')}</p> : null}
      {sheet.promise === null ? null : (
        <>
          <h3>{say('sheet.promise')}</h3>
          <p>
            <Said text={sheet.promise} />
          </p>
        </>
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly MaterialLine[] }): ReactNode {
  const say = useText();
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.code}>
          <Said text={line.name} /> <span className="quiet">{say(`necessity.${line.necessity}`)}</span>
          <ul className="plain quiet">
            <Line text={line.when} as="sheet.when" />
            <li>
              <Said text={line.form} /> · <Said text={line.origin} />
            </li>
            <Line text={line.accepted} as="sheet.accepted" />
            <Line text={line.blankForm} as="sheet.blank" />
            <Line text={line.basis} as="sheet.basisOf" />
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Line({
  text,
  as,
}: {
  readonly text: Text;
  readonly as: 'sheet.when' | 'sheet.accepted' | 'sheet.blank' | 'sheet.basisOf';
}): ReactNode {
  const say = useText();
  if (text.zh === '') return null;
  return <li>{say(as, { text: say.language === 'en' && text.en !== '' ? text.en : text.zh })}</li>;
}
