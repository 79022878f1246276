import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { GuideSheet, PublicGuide, Text } from '../api/model.ts';
import { usePublicGuide } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded } from '../frame/Answers.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { GoTo, useNamed, useViewed } from '../frame/navigation.tsx';
import { Said } from '../frame/Said.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { useDay } from '../time/day.ts';
import { GuideFiles } from './GuideFiles.tsx';
import { GuideMaterials } from './GuideMaterials.tsx';
import { GuideCourse, GuidePlaces, GuideTime } from './GuideTime.tsx';
import { ComingChanges, GuideVersions } from './GuideVersions.tsx';

/** Everything that one must know before applying, in plain words, on one page that prints (R2). */
export function GuidePage(): ReactNode {
  const query = usePublicGuide(useNamed('itemId'), useViewed('version'));
  return (
    <Loaded query={query} isPage>
      {(guide) => <Guide guide={guide} />}
    </Loaded>
  );
}

function Guide({ guide }: { readonly guide: PublicGuide }): ReactNode {
  const say = useText();
  const { sheet, version, versions } = guide;
  const isInForce = versions.some((one) => one.version === version && one.state === 'inForce');
  return (
    <Airy>
      <h1>
        <ItemName name={sheet.name.zh} nameEn={sheet.name.en} />
      </h1>
      <p className="lead">
        <Said text={sheet.summary} />
      </p>
      <RulesLink itemId={sheet.itemId} />
      {guide.withdrawn === undefined || guide.withdrawn === null ? null : <Withdrawn withdrawn={guide.withdrawn} />}
      {isInForce || guide.withdrawn !== undefined ? (
        <ComingChanges guide={guide} />
      ) : (
        <OtherVersion itemId={sheet.itemId} />
      )}
      <Glance sheet={sheet} />
      {isInForce ? (
        <>
          <Ways sheet={sheet} />
          <GuideFiles itemId={sheet.itemId} />
        </>
      ) : null}
      <Who sheet={sheet} />
      <GuideMaterials sheet={sheet} />
      <GuideTime sheet={sheet} />
      <GuideCourse sheet={sheet} />
      <GuidePlaces sheet={sheet} />
      <Decides sheet={sheet} />
      <Remedies sheet={sheet} />
      <Questions sheet={sheet} />
      <GuideVersions guide={guide} />
      <p className="quiet">
        {say('sheet.foot', { version })} <code>{guide.hash.slice(0, 16)}</code>
      </p>
    </Airy>
  );
}

/** For the department’s own staff and its lawyers, who keep the rules. */
function RulesLink({ itemId }: { readonly itemId: string }): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const mayRead = session?.screens.some((screen) => screen === 'mandates' || screen === 'legal-review') === true;
  if (!mayRead) return null;
  return (
    <p className="no-print">
      <GoTo to={paths.rules(itemId)}>{say('rules.open')}</GoTo>
    </p>
  );
}

function OtherVersion({ itemId }: { readonly itemId: string }): ReactNode {
  const say = useText();
  return (
    <Alert
      type="warning"
      showIcon
      className="note"
      title={say('sheet.notInForce')}
      description={<GoTo to={paths.item(itemId)}>{say('sheet.toInForce')}</GoTo>}
    />
  );
}

/** R13: nobody can apply any more, and whoever has applied is told that nothing changes for him. */
function Withdrawn({ withdrawn }: { readonly withdrawn: NonNullable<PublicGuide['withdrawn']> }): ReactNode {
  const say = useText();
  const dayOf = useDay();
  return (
    <Alert
      type="warning"
      showIcon
      className="note"
      title={say('sheet.withdrawn', { on: dayOf(withdrawn.at) })}
      description={
        <>
          <p>{say('sheet.withdrawnWhy', { reason: withdrawn.reason })}</p>
          <p>{say('sheet.withdrawnRunning')}</p>
          <GoTo to={paths.items()}>{say('guide.findOther')}</GoTo>
        </>
      }
    />
  );
}

/** The two ways on: the questions that settle the situation, or the application at once. */
function Ways({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  return (
    <p className="ways no-print">
      {sheet.asksSituation ? (
        <GoTo to={paths.situation(sheet.itemId)} className="primary-link">
          {say('situation.start')}
        </GoTo>
      ) : null}
      <GoTo to={paths.apply(sheet.itemId)} className={sheet.asksSituation ? '' : 'primary-link'}>
        {say('guide.apply')}
      </GoTo>
      {session?.account.kind === 'applicant' ? (
        <GoTo to={paths.showPapers(sheet.itemId)}>{say('show.open')}</GoTo>
      ) : null}
      <Button onClick={() => window.print()}>{say('sheet.print')}</Button>
    </p>
  );
}

function Glance({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { time, fee, where, result } = sheet;
  const { count } = where.visits;
  return (
    <dl className="facts">
      <Fact term={say('sheet.organ')}>
        <Said text={sheet.organ} />
      </Fact>
      {say.language === 'zh' && sheet.alsoCalled.length > 0 ? (
        <Fact term={say('sheet.called')}>{sheet.alsoCalled.join('、')}</Fact>
      ) : null}
      <Fact term={say('sheet.promised')}>
        <strong>{say('sheet.promisedLine', { promised: say.of(time.promised) })}</strong>
        {say.language === 'zh' ? '；' : '; '}
        {say('sheet.statutoryLine', { statutory: say.of(time.statutory) })}
      </Fact>
      <Fact term={say('sheet.fee')}>
        {fee.free ? say('sheet.free') : null}
        {fee.lines.map(({ name, standard, reduction, basis }) => (
          <p key={name.zh}>
            <Said text={name} />
            {say.language === 'zh' ? '：' : ': '}
            <Said text={standard} />{' '}
            <span className="quiet">
              <Said text={reduction} /> · <Said text={basis} />
            </span>
          </p>
        ))}
      </Fact>
      <Fact term={say('sheet.visits')}>
        {count === 0 ? say('sheet.visitsNone') : say('sheet.visitsCount', { count })}{' '}
        <Said text={where.visits.reason} />
      </Fact>
      <Fact term={say('sheet.result')}>
        <Said text={result.document} />{' '}
        <span className="quiet">
          {say('sheet.validity', { validity: textIn(result.validity, say.language) })} · <Said text={result.sample} />
        </span>
        <p className="quiet">{result.delivery.map(say.of).join(say.language === 'zh' ? '、' : ', ')}</p>
      </Fact>
    </dl>
  );
}

function Who({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { kinds, conditions, bars, inPerson, quantity } = sheet.who;
  return (
    <section>
      <h2>{say('sheet.who')}</h2>
      <p>{say('sheet.kinds', { kinds: kinds.map(say.of).join(say.language === 'zh' ? '、' : ', ') })}</p>
      {inPerson === null ? null : <p>{say('sheet.inPerson', { basis: textIn(inPerson, say.language) })}</p>}
      <h3>{say('sheet.conditions')}</h3>
      <ul>
        {conditions.map(({ code, text, basis }) => (
          <li key={code}>
            <Said text={text} />{' '}
            <span className="quiet">
              <Said text={basis} />
            </span>
          </li>
        ))}
      </ul>
      {quantity === null ? null : (
        <>
          <h3>{say('sheet.quantity')}</h3>
          <p>
            <Said text={quantity} />
          </p>
        </>
      )}
      {bars.length === 0 ? null : (
        <>
          <h3>{say('sheet.bars')}</h3>
          <SaidList texts={bars} />
        </>
      )}
    </section>
  );
}

function Decides({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { signClass, reason, deviation, onTheSpot } = sheet.decides;
  const name = signClass === '0' || signClass === '1' || signClass === '2' ? signClass : 'EX';
  return (
    <section>
      <h2>{say('sheet.decides')}</h2>
      <p>
        {say(`signClass.${name}`)}
        {onTheSpot ? `${say.language === 'zh' ? '。' : '. '}${say('sheet.onTheSpot')}` : null}
      </p>
      <p className="quiet">{say('sheet.decidesReason', { reason: textIn(reason, say.language) })}</p>
      {deviation === null ? null : <p>{say('sheet.deviation', { reason: textIn(deviation, say.language) })}</p>}
      <h3>{say('sheet.points')}</h3>
      <SaidList texts={sheet.points} />
      <h3>{say('sheet.bases')}</h3>
      <SaidList texts={sheet.bases} />
    </section>
  );
}

function Remedies({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { review, suit } = sheet.remedies;
  const of = ({ organ, address, phone }: typeof review) => ({
    organ: textIn(organ, say.language),
    address: textIn(address, say.language),
    phone,
  });
  return (
    <section>
      <h2>{say('sheet.remedies')}</h2>
      <p>{say('sheet.review', of(review))}</p>
      <p>{say('sheet.suit', of(suit))}</p>
    </section>
  );
}

function Questions({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  if (sheet.faq.length === 0) return null;
  return (
    <section>
      <h2>{say('sheet.faq')}</h2>
      {sheet.faq.map(({ question, answer }) => (
        <div key={question.zh} className="faq">
          <h3>
            <Said text={question} />
          </h3>
          <p>
            <Said text={answer} />
          </p>
        </div>
      ))}
    </section>
  );
}

function SaidList({ texts }: { readonly texts: readonly Text[] }): ReactNode {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text.zh}>
          <Said text={text} />
        </li>
      ))}
    </ul>
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

/** Inside a sentence there is no room for a language of its own: the Chinese stands where English is missing. */
function textIn({ zh, en }: Text, language: 'zh' | 'en'): string {
  return language === 'zh' || en === '' ? zh : en;
}
