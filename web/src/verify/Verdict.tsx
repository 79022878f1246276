import type { Inspection } from '@liangqian/verify/inspect.ts';
import type { Check } from '@liangqian/verify/verdict.ts';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { FoundFacts } from './FoundFacts.tsx';
import type { Outcome } from './inspect-file.ts';
import { Mark } from './Mark.tsx';
import { StandingCard } from './StandingCard.tsx';

const LOOK = {
  valid: ['✔', 'light-green'],
  invalid: ['✘', 'light-red'],
  undecided: ['？', 'light-yellow'],
} as const satisfies Record<Inspection['result'], readonly [string, string]>;

/** What is said of a file, or why nothing can be said. */
export function Verdict({
  outcome,
  asked,
  isOwnTrust,
  isDevelopment,
}: {
  readonly outcome: Outcome;
  readonly asked: string;
  readonly isOwnTrust: boolean;
  readonly isDevelopment: boolean;
}): ReactNode {
  const say = useText();
  switch (outcome.kind) {
    case 'told':
      return (
        <Found
          inspection={outcome.inspection}
          roots={outcome.roots}
          asked={asked}
          isOwnTrust={isOwnTrust}
          isDevelopment={isDevelopment}
        />
      );
    case 'noTrust':
      return <Sorry text={say('verify.noTrust', { line: outcome.line, reason: outcome.reason })} />;
    case 'tooLarge':
      return <Sorry text={say('verify.tooLarge')} />;
    case 'tooSlow':
      return <Sorry text={say('verify.tooSlow', { seconds: outcome.seconds })} />;
    case 'broken':
      return <Sorry text={say('verify.broken')} />;
    default:
      return outcome satisfies never;
  }
}

function Sorry({ text }: { readonly text: string }): ReactNode {
  return (
    <p role="alert" className="sentence light light-yellow">
      <span aria-hidden>{LOOK.undecided[0]}</span> {text}
    </p>
  );
}

function Found({
  inspection,
  roots,
  asked,
  isOwnTrust,
  isDevelopment,
}: {
  readonly inspection: Inspection;
  readonly roots: readonly string[];
  readonly asked: string;
  readonly isOwnTrust: boolean;
  readonly isDevelopment: boolean;
}): ReactNode {
  const say = useText();
  const { kind, result, checks, letter, seal } = inspection;
  const [sign, colour] = LOOK[result];
  const no = letter?.docNo;
  return (
    <section className="verdict" aria-label={say('verify.verdict')}>
      <output className={`sentence light ${colour}`}>
        <span aria-hidden>{sign}</span> {say(`verify.result.${result}`)}
      </output>
      <p>{say(`verify.what.${kind}`)}</p>
      {isDevelopment ? <p className="light light-yellow">{say('verify.development')}</p> : null}
      {result === 'invalid' && seal !== undefined ? <p className="quiet">{say('verify.claimed')}</p> : null}
      <FoundFacts inspection={inspection} />
      {no === undefined || asked === '' || asked === no ? null : (
        <p>
          <Mark state="false" /> {say('verify.otherNumber', { asked, no })}
        </p>
      )}
      {no === undefined ? null : (
        <>
          <h2>{say(result === 'invalid' ? 'verify.standingOfNumber' : 'verify.standing')}</h2>
          {/* What the register says of a number is no word for a file that only claims it. */}
          {result === 'invalid' ? <p className="quiet">{say('verify.notThisFile')}</p> : null}
          <StandingCard no={no} signedHash={result === 'invalid' ? undefined : (seal?.signedHash ?? '')} />
        </>
      )}
      <h2>{say('verify.checks', { count: checks.length })}</h2>
      <CheckList checks={checks} />
      <details>
        <summary>{say(isOwnTrust ? 'verify.byOwn' : 'verify.byPlatform')}</summary>
        <ul>
          {roots.map((root) => (
            <li key={root}>{root}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** More than one looks through. */
const READ_AT_ONCE = 24;

/** What failed first, then what is open: nobody reads on after a long row of yes, so that it is folded away. */
function CheckList({ checks }: { readonly checks: readonly Check[] }): ReactNode {
  const say = useText();
  const order = ['false', 'undecided', 'true'];
  const sorted = checks.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  if (checks.length <= READ_AT_ONCE) return <Lines checks={sorted} />;
  const holding = sorted.filter(({ state }) => state === 'true');
  return (
    <>
      <Lines checks={sorted.filter(({ state }) => state !== 'true')} />
      <details>
        <summary>{say('verify.holding', { count: holding.length })}</summary>
        <Lines checks={holding} />
      </details>
    </>
  );
}

function Lines({ checks }: { readonly checks: readonly Check[] }): ReactNode {
  const say = useText();
  if (checks.length === 0) return null;
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={`${check.name} ${check.en}`}>
          <Mark state={check.state} /> {say.of(check)}{' '}
          {check.required ? null : <span className="quiet">{say('verify.notice')}</span>}
        </li>
      ))}
    </ul>
  );
}
