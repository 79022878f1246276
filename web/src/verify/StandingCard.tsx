import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Standing } from '../api/model.ts';
import { useStanding } from '../api/verifying.ts';
import { Loaded } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { Fact } from './Fact.tsx';
import { kindText } from './kinds.ts';
import { Mark } from './Mark.tsx';

/** Asks by a number that stands on a document. */
export function NumberField({
  value,
  onAsk,
}: {
  readonly value: string;
  readonly onAsk: (no: string) => void;
}): ReactNode {
  const say = useText();
  const [typed, setTyped] = useState(value);
  return (
    <form
      className="number-field"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed.trim());
      }}
    >
      <Input
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        aria-label={say('verify.number')}
        placeholder={say('verify.number')}
        maxLength={100}
      />
      <Button htmlType="submit">{say('verify.ask')}</Button>
    </form>
  );
}

const STATE = { stands: 'true', notNow: 'undecided', ended: 'false', unknown: 'undecided' } as const;

/** What the register says of the number: only the number was sent, and nothing comes back about any person. */
export function StandingCard({
  no,
  signedHash,
}: {
  readonly no: string;
  /** Of the file at hand, to be compared with the one on the register; undefined where there is no file. */
  readonly signedHash: string | undefined;
}): ReactNode {
  const say = useText();
  const query = useStanding(no);
  return (
    <Loaded query={query}>
      {(standing) => (
        <div className="standing">
          <p>
            <Mark state={STATE[standing.state]} /> {say.of(standing.says)}
          </p>
          <Registered standing={standing} signedHash={signedHash} />
        </div>
      )}
    </Loaded>
  );
}

function Registered({
  standing,
  signedHash,
}: {
  readonly standing: Standing;
  readonly signedHash: string | undefined;
}): ReactNode {
  const say = useText();
  const { no, state, kind, organName, sealedAt, sealedHash, mandate, at } = standing;
  if (state === 'unknown') return null;
  const time = (instant: string): string => instantText(instant, todayInChina(), say.language);
  const isSame =
    standing.signedHash === undefined || signedHash === undefined ? undefined : standing.signedHash === signedHash;
  return (
    <>
      {signedHash === undefined ? null : (
        <p>
          <Mark state={isSame === undefined ? 'undecided' : isSame ? 'true' : 'false'} />{' '}
          {say(isSame === undefined ? 'verify.sameOpen' : isSame ? 'verify.same' : 'verify.other')}
        </p>
      )}
      {mandate === undefined || kind === 'mandateLetter' ? null : (
        <p>
          <Mark state="true" /> {say('verify.under', { says: say.of(mandate.says) })}{' '}
          <GoTo className="beside-text" to={paths.mandate(mandate.mandateNo)}>
            {say('verify.readMandate')}
          </GoTo>
        </p>
      )}
      <dl className="facts">
        <Fact term={say('check.docNo')} value={no} />
        <Fact term={say('verify.kind')} value={kind === undefined ? undefined : kindText(kind, say)} />
        <Fact term={say('verify.organ')} value={organName} />
        <Fact term={say('check.sealedAt')} value={sealedAt === undefined ? undefined : time(sealedAt)} />
        <Fact term={say('verify.askedAt')} value={time(at)} />
      </dl>
      {sealedHash === undefined || signedHash !== undefined ? null : (
        <p>
          <GoTo to={paths.check(sealedHash)}>{say('verify.platformCheck')}</GoTo>
        </p>
      )}
    </>
  );
}
