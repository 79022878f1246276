import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';

/** R9: what the notice asks, line by line with its basis, how it stands, and the way to pay it. */
export function FeeSheet({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const paying = useAct(`/cases/${encodeURIComponent(found.caseNo)}/fee/payment`);
  const { fee } = found;
  if (fee === undefined) return null;
  return (
    <section className="fee">
      <h2>{say('fee.title')}</h2>
      <p>
        <strong>{say(`fee.state.${fee.state}`)}</strong>{' '}
        <span className="quiet">
          {say('fee.notice')} <Code value={fee.noticeNo} />
        </span>
      </p>
      <ul>
        {fee.lines.map(({ code, name, standard, basis, fen }) => (
          <li key={code}>
            {say.of(name)} <strong>{yuan(fen)}</strong>{' '}
            <span className="quiet">{say('fee.line', { standard, basis })}</span>
          </li>
        ))}
      </ul>
      <p>{say('fee.sum', { total: yuan(fee.totalFen), due: yuan(fee.dueFen) })}</p>
      {fee.reducedFor === undefined ? null : <p>{say('fee.reduced', { reason: fee.reducedFor })}</p>}
      {fee.receiptNo === undefined ? null : (
        <p>
          {say('fee.receipt')} <Code value={fee.receiptNo} />{' '}
          {fee.office === 'development' ? <span className="light-yellow">{say('fee.development')}</span> : null}
        </p>
      )}
      {fee.refundedFor === undefined ? null : <p>{say('fee.refunded', { reason: fee.refundedFor })}</p>}
      {fee.state === 'due' ? <p className="quiet">{say('fee.holds')}</p> : null}
      {isOpen(found.can['payFee']) ? (
        <Button type="primary" block loading={paying.isPending} onClick={() => paying.mutate({})}>
          {say('fee.pay', { due: yuan(fee.dueFen) })}
        </Button>
      ) : null}
      {paying.error === null ? null : <Trouble error={paying.error} retry={() => paying.mutate({})} />}
    </section>
  );
}

function yuan(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`;
}
