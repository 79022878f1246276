import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { type SharingLetter, useSharingLetters } from '../api/sharing-letters.ts';
import { useAct } from '../api/use-act.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, Nothing, Trouble } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { comma } from './ChooseClaims.tsx';

/** 用证授权书: who may show my papers, and whose I may show (R15). */
export function LettersPage(): ReactNode {
  const say = useText();
  const query = useSharingLetters();
  return (
    <Airy>
      <h1>{say('letters.title')}</h1>
      <p className="quiet">{say('letters.hint')}</p>
      <Loaded query={query}>
        {({ given, received }) => {
          if (given.length + received.length === 0)
            return (
              <Nothing title={say('letters.none')}>
                <p>{say('letters.noneNext')}</p>
                <GoTo to={paths.items()}>{say('letters.find')}</GoTo>
              </Nothing>
            );
          return (
            <>
              <Letters title={say('letters.received')} letters={received} />
              <Letters title={say('letters.given')} letters={given} />
            </>
          );
        }}
      </Loaded>
    </Airy>
  );
}

function Letters({
  title,
  letters,
}: {
  readonly title: string;
  readonly letters: readonly SharingLetter[];
}): ReactNode {
  if (letters.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="cards">
        {letters.map((letter) => (
          <LetterCard key={letter.letterId} letter={letter} />
        ))}
      </ul>
    </>
  );
}

function LetterCard({ letter }: { readonly letter: SharingLetter }): ReactNode {
  const say = useText();
  const { letterId, itemId, itemName, organName, claims, untilOn, state, way, canWithdraw, canShow } = letter;
  const withdrawing = useAct(`/sharing-letters/${encodeURIComponent(letterId)}/withdrawal`);
  return (
    <li className="card">
      <strong>{say('letters.who', { principal: letter.principalName, agent: letter.agentName })}</strong>
      <span>
        {say.of(itemName)} {' · '} {say.of(organName)} <Tag>{say(`letterState.${state}`)}</Tag>
      </span>
      <span>{claims.map(({ label }) => say.of(label)).join(comma(say.language))}</span>
      <span className="quiet">
        {say('letters.until', { on: dateText(untilOn, todayInChina(), say.language) })}
        {` · ${say(`letterWay.${way}`)}`}
      </span>
      {withdrawing.error === null ? null : <Trouble error={withdrawing.error} />}
      {canShow ? <GoTo to={paths.showPapersFor(itemId, letterId)}>{say('letters.show')}</GoTo> : null}
      {canWithdraw ? (
        <Button size="small" loading={withdrawing.isPending} onClick={() => withdrawing.mutate({})}>
          {say('letters.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}
