import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { Cited } from '../frame/Timeline.tsx';
import { CanNote, isOpen } from '../frame/WhyNot.tsx';
import { isTextKey, useText } from '../text/text.ts';
import { nameOfPerson } from './CaseFacts.tsx';
import { PaperRecord } from './PaperRecord.tsx';
import { SignForm } from './SignForm.tsx';

/** Under which power one signs, which signatures stand, and the next one. */
export function SignRail({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const can = found.can['signDecision'];
  return (
    <section className="pane sign">
      <h2>{say('sign.title')}</h2>
      <Power found={found} />
      <Signatures found={found} />
      {isOpen(can) ? <SignForm found={found} /> : <CanNote can={can} />}
      <PaperRecord found={found} />
    </section>
  );
}

function Power({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const { signing } = found;
  if (signing === undefined || found.decided !== undefined) return null;
  const { mandate, list, signatureNo, need, plan } = signing;
  return (
    <>
      <p>
        {say('sign.mandate')}{' '}
        {mandate === undefined ? (
          say('sign.office')
        ) : (
          <Cited mandateNo={mandate.mandateNo} version={mandate.version} linked />
        )}
        {list === undefined ? null : <span className="quiet"> {say('sign.list', { list })}</span>}
      </p>
      <p>{say('sign.next', { no: signatureNo, need, plan: say(`signed.${plan}`) })}</p>
    </>
  );
}

function Signatures({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  if (found.signatures.length === 0) return <p className="quiet">{say('sign.noneMade')}</p>;
  return (
    <ol className="signatures">
      {found.signatures.map(({ no, role, personId, kind, outcome, confirmedBy }) => {
        const key = `outcome.${outcome}`;
        const values = {
          no,
          role: say(`role.${role}`),
          name: nameOfPerson(found.timeline, personId),
          did: say(`signed.${kind}`),
          outcome: isTextKey(key) ? say(key) : outcome,
        };
        return (
          <li key={no}>
            {say('sign.made', values)}
            {confirmedBy === undefined || confirmedBy === null ? null : (
              <span className="quiet"> {say(`confirm.way.${confirmedBy}`)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
