import { Button } from 'antd';
import type { ReactNode } from 'react';
import { askedOfDecisions, type BatchAnswer, type BatchDraft, type Ticked } from '../api/confirmation.ts';
import { useAct } from '../api/use-act.ts';
import { RefusalNote } from '../frame/Answers.tsx';
import { ConfirmForm } from '../frame/ConfirmForm.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { Cited } from '../frame/Timeline.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

/** What will be signed: each case with its document, and beside those that cannot be, why. */
export function BatchSummary({
  drafts,
  back,
  signed,
}: {
  readonly drafts: readonly BatchDraft[];
  readonly back: () => void;
  readonly signed: (answer: BatchAnswer) => void;
}): ReactNode {
  const say = useText();
  const signing = useAct<BatchAnswer>('/decisions');
  const decisions = drafts.flatMap(({ caseNo, decision }): readonly Ticked[] =>
    decision === undefined || decision === null ? [] : [{ caseNo, decision }],
  );
  const ready = decisions.length;
  return (
    <>
      <h2>{say('batch.summary')}</h2>
      <p>{say('batch.ready', { ready, refused: drafts.length - ready })}</p>
      <ul className="batch">
        {drafts.map((one) => (
          <DraftRow key={one.caseNo} one={one} />
        ))}
      </ul>
      <Button onClick={back}>{say('batch.back')}</Button>
      {ready === 0 ? null : (
        <section className="pane batch-confirm">
          <ConfirmForm
            asked={askedOfDecisions(decisions)}
            label={say('batch.sign', { count: ready })}
            sign={(confirmation) => signing.mutate({ decisions, ...confirmation }, { onSuccess: signed })}
            isSigning={signing.isPending}
            error={signing.error}
          />
        </section>
      )}
    </>
  );
}

function DraftRow({ one: { caseNo, draft, decision, refused, ...named } }: { readonly one: BatchDraft }): ReactNode {
  const say = useText();
  return (
    <li>
      <div className="batch-case">
        <CaseName caseNo={caseNo} named={named} />
        {draft === undefined || draft === null || decision === undefined || decision === null ? null : (
          <p>
            {say('batch.no', {
              no: draft.signatureNo,
              need: draft.need,
              plan: say(`sign.plan.${draft.plan}`, { outcome: say(`outcome.${decision.outcome}`) }),
            })}{' '}
            {draft.mandate === undefined || draft.mandate === null ? (
              say('sign.office')
            ) : (
              <Cited mandateNo={draft.mandate.mandateNo} version={draft.mandate.version} linked />
            )}{' '}
            <a href={draft.pdfUrl} target="_blank" rel="noreferrer">
              {say('batch.document', { docNo: draft.docNo })}
            </a>
          </p>
        )}
        {refused === undefined || refused === null ? null : <RefusalNote refusal={refused} />}
      </div>
      {refused === undefined || refused === null ? null : <span className="batch-not">{say('batch.cannot')}</span>}
    </li>
  );
}

type Named = Pick<BatchDraft, 'itemName' | 'itemNameEn' | 'applicantName'>;

function CaseName({ caseNo, named }: { readonly caseNo: string; readonly named: Named }): ReactNode {
  const { itemName, itemNameEn, applicantName } = named;
  return (
    <p>
      <GoTo to={paths.deskCase(caseNo)}>
        {typeof itemName === 'string' ? <ItemName name={itemName} nameEn={itemNameEn ?? itemName} /> : caseNo}
      </GoTo>{' '}
      {applicantName} <code className="quiet">{caseNo}</code>
    </p>
  );
}

/** An answer per case: signed, or not and why; partial success is normal. */
export function BatchAnswers({
  answer: { cases },
  drafts,
  again,
}: {
  readonly answer: BatchAnswer;
  readonly drafts: readonly BatchDraft[];
  readonly again: () => void;
}): ReactNode {
  const say = useText();
  const signed = cases.filter((one) => one.signed !== undefined && one.signed !== null).length;
  return (
    <>
      <h2>{say('batch.answers')}</h2>
      <p role="status">{say('batch.result', { signed, refused: cases.length - signed })}</p>
      <ul className="batch">
        {cases.map(({ caseNo, refused }) => {
          const isSigned = refused === undefined || refused === null;
          return (
            <li key={caseNo}>
              <div className="batch-case">
                <CaseName caseNo={caseNo} named={drafts.find((one) => one.caseNo === caseNo) ?? {}} />
                {isSigned ? null : <RefusalNote refusal={refused} />}
              </div>
              <span className={isSigned ? 'batch-signed' : 'batch-not'}>
                {say(isSigned ? 'batch.signed' : 'batch.refused')}
              </span>
            </li>
          );
        })}
      </ul>
      <Button onClick={again}>{say('batch.again')}</Button>
    </>
  );
}
