import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { hearingLines } from '../desk/HearingPane.tsx';
import { Trouble } from '../frame/Answers.tsx';
import { CanButton, isOwn } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

/** The hearing that a party was told of: how far it is, and asking for it while there is time (R42). */
export function HearingRequest({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const asking = useAct(`/cases/${encodeURIComponent(found.caseNo)}/review`);
  const { hearing, applicant } = found;
  const can = found.can['reviewCase.requestHearing'];
  if (hearing.toldAt === undefined && hearing.scheduledOn === undefined) return null;
  const mayAsk = hearing.toldAt !== undefined && hearing.requestedAt === undefined && isOwn(can);
  return (
    <section>
      <h2>{say('hearing.own')}</h2>
      <ul>
        {hearingLines(found, say).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mayAsk ? (
        <>
          <p>{say('hearing.askNext')}</p>
          <CanButton
            can={can}
            loading={asking.isPending}
            onClick={() => asking.mutate({ act: 'requestHearing', by: applicant.name })}
          >
            {say('hearing.ask')}
          </CanButton>
        </>
      ) : null}
      {asking.error === null ? null : <Trouble error={asking.error} />}
    </section>
  );
}
