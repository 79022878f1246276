import type { ReactNode } from 'react';
import type { Guide } from '../api/model.ts';
import { useGuide } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { Loaded } from '../frame/Answers.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { GoTo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { Airy } from '../frame/Airy.tsx';
import { useText } from '../text/text.ts';
import { limitText } from './item-words.ts';

/** Everything that one must know before applying, on one page (R3). */
export function GuidePage(): ReactNode {
  const query = useGuide(useNamed('itemId'));
  return (
    <Loaded query={query} isPage>
      {(guide) => <GuideSheet guide={guide} />}
    </Loaded>
  );
}

function GuideSheet({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const mayReadRules = session?.screens.some((screen) => screen === 'mandates' || screen === 'legal-review') === true;
  const time = { promised: limitText(guide.promisedLimit, say), legal: limitText(guide.legalLimit, say) };
  const { basis = '' } = guide.legalLimit;
  return (
    <Airy>
      <h1>
        <ItemName {...guide} />
      </h1>
      <dl className="facts">
        <Fact term={say('guide.organ')}>{say.of({ zh: guide.organName, en: guide.organNameEn })}</Fact>
        <Fact term={say('guide.time')}>{say('guide.timeLine', time)}</Fact>
        <Fact term={say('guide.who')}>{guide.subject}</Fact>
        <Fact term={say('guide.signs')}>{say(`signClass.${guide.signClass}`)}</Fact>
        <Fact term={say('guide.result')}>
          {guide.result.document}{' '}
          <span className="quiet">{say('guide.validity', { validity: guide.result.validity })}</span>
        </Fact>
      </dl>
      {guide.promiseOffered ? <p>{say('guide.promise')}</p> : null}
      <Materials guide={guide} />
      <h2>{say('guide.points')}</h2>
      <ul>
        {guide.reviewPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="quiet">
        {say('guide.version', { version: guide.version })}
        {basis === '' ? null : ` · ${say('guide.basis', { basis })}`}
      </p>
      {mayReadRules ? (
        <p className="no-print">
          <GoTo to={paths.rules(guide.itemId)}>{say('rules.open')}</GoTo>
        </p>
      ) : null}
      <p className="thumb no-print">
        <GoTo to={paths.apply(guide.itemId)} className="primary-link">
          {say('guide.apply')}
        </GoTo>
      </p>
    </Airy>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Materials({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText();
  const needed = guide.materials.filter(({ kind, replaceableBy }) => kind !== 'form' && replaceableBy.length === 0);
  const fetched = guide.materials.filter(({ replaceableBy }) => replaceableBy.length > 0);
  return (
    <>
      <h2>{say('guide.bring')}</h2>
      {needed.length === 0 ? <p>{say('guide.bringNone')}</p> : null}
      <ul>
        {needed.map(({ code, name, necessity }) => (
          <li key={code}>
            {name} <span className="quiet">{say(`necessity.${necessity}`)}</span>
          </li>
        ))}
      </ul>
      {fetched.length === 0 ? null : (
        <>
          <h2>{say('guide.weHave')}</h2>
          <ul className="have">
            {fetched.map(({ code, name }) => (
              <li key={code}>
                {name} <span className="quiet">{say('guide.weFetch')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
