import type { ReactNode } from 'react';
import type { Letter } from '../api/mandate-model.ts';
import { isTextKey, type Say, useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { SignListAnnex } from '../library/SignListAnnex.tsx';
import { LetterItems } from './LetterItems.tsx';
import { termText } from './term.ts';

/** The letter as a reader meets it: who, what, how far, until when, under which law. */
export function LetterSheet({ letter }: { readonly letter: Letter }): ReactNode {
  const say = useText();
  return (
    <article className="letter-sheet" aria-label={letter.mandateNo}>
      <p className="red-head">{letter.grantor.name}</p>
      <h2 className="letter-title">
        {say(`construct.${letter.construct}`)} {letter.mandateNo}{' '}
        <span className="quiet">{say('mandates.version', { version: letter.version })}</span>
      </h2>
      <Lines title={say('letter.parties')} lines={partyLines(letter, say)} />
      <Lines title={say('letter.holders')} lines={holderLines(letter, say)} />
      <LetterItems letter={letter} />
      <Lines title={say('letter.powers')} lines={[wordsOf(letter.powers, 'power', say)]} />
      <Lines title={say('letter.nonDelegable')} lines={[wordsOf(letter.nonDelegable, 'power', say)]} />
      <Lines title={say('letter.scope')} lines={scopeLines(letter, say)} />
      <Lines title={say('letter.exclusions')} lines={[wordsOf(exclusionsOf(letter), 'exclusion', say)]} />
      <Lines
        title={say('letter.seals')}
        lines={letter.seals.map(({ name, keeperPersonId }) => say('letter.seal', { name, keeper: keeperPersonId }))}
      />
      <Lines title={say('letter.duties')} lines={[letter.liability, letter.responsibility]} />
      <Lines title={say('letter.supervision')} lines={[samplingLine(letter, say)]} />
      <Lines title={say('letter.term')} lines={[say('letter.termLine', termText(letter.term, say.language))]} />
      <Lines
        title={say('letter.termination')}
        lines={[say('letter.notice', { days: letter.termination.noticeDays }), letter.termination.inFlight]}
      />
      <Lines title={say('letter.basis')} lines={letter.legalBasis.map(({ citation }) => citation)} />
      <SignListAnnex letter={letter} />
      <p className="quiet">
        {say('letter.published', { no: letter.publicNotice.noticeNo, channel: letter.publicNotice.channel })}
      </p>
    </article>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  const said = lines.filter((line) => line !== '');
  if (said.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

function partyLines({ grantor, grantee }: Letter, say: Say): readonly string[] {
  const first = say('letter.grantor', { name: grantor.name, head: grantor.headName });
  return grantee === undefined ? [first] : [first, say('letter.grantee', { name: grantee.name })];
}

function holderLines({ grantees = [] }: Letter, say: Say): readonly string[] {
  return grantees.map(({ name, personId, role, deputyOf }) => {
    const line = say('letter.holder', { name, personId, role: say(`role.${role}`) });
    return deputyOf === undefined ? line : line + say('letter.deputy', { deputyOf });
  });
}

function scopeLines({ scope, limits }: Letter, say: Say): readonly string[] {
  const { areaMax, amountMax, headcountMax, regions, applicantKinds } = scope;
  const { maxDecisionsPerDay, minHandlingSeconds, windowFrom, windowTo } = limits;
  return [
    say('letter.regions', { regions: regions.join(' ') }),
    say('letter.kinds', { kinds: wordsOf(applicantKinds, 'kind', say) }),
    areaMax === undefined ? '' : say('letter.areaMax', { max: areaMax }),
    amountMax === undefined ? '' : say('letter.amountMax', { max: amountMax }),
    headcountMax === undefined ? '' : say('letter.headcountMax', { max: headcountMax }),
    maxDecisionsPerDay === undefined ? '' : say('letter.perDay', { max: maxDecisionsPerDay }),
    minHandlingSeconds === undefined ? '' : say('letter.minSeconds', { min: minHandlingSeconds }),
    windowFrom === undefined || windowTo === undefined ? '' : say('letter.hours', { from: windowFrom, to: windowTo }),
  ];
}

function exclusionsOf({ exclusions }: Letter): readonly string[] {
  return Object.entries(exclusions).flatMap(([name, excluded]) => (excluded === false ? [] : [name]));
}

function samplingLine({ supervision }: Letter, say: Say): string {
  const { samplingPercent, plan, firstSampleDueOn } = supervision;
  const on = firstSampleDueOn === '' ? '' : dateText(firstSampleDueOn, '', say.language);
  return say('letter.sampling', { percent: samplingPercent, plan, on });
}

function wordsOf(names: readonly string[], kind: 'power' | 'exclusion' | 'kind', say: Say): string {
  const words = names.map((name) => {
    const key = `${kind}.${name}`;
    return isTextKey(key) ? say(key) : name;
  });
  return words.join(say.language === 'zh' ? '、' : ', ');
}
