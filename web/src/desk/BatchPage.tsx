import { Button, Checkbox, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type BatchAnswer, type BatchDraft, useAllCases } from '../api/confirmation.ts';
import type { CaseRow } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Nothing, Trouble } from '../frame/Answers.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { Light } from '../frame/Light.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { BatchAnswers, BatchSummary } from './BatchSummary.tsx';
import { relations } from './conclusion.ts';

/** States in which a case may wait for a signature; whether it does, the server says case by case. */
const signable: readonly CaseRow['state'][] = ['accepted', 'proposed'];

interface Drafts {
  readonly cases: readonly BatchDraft[];
}

/** Ticking, a summary with every document, one confirmation, and an answer per case. */
export function BatchPage(): ReactNode {
  const say = useText();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<BatchAnswer>();
  const drafting = useAct<Drafts>('/decisions/draft');
  const begin = (): void => {
    setAnswer(undefined);
    setTicked([]);
    drafting.reset();
  };
  return (
    <div className="page">
      <h1>{say('batch.title')}</h1>
      {answer !== undefined ? (
        <BatchAnswers answer={answer} drafts={drafting.data?.cases ?? []} again={begin} />
      ) : drafting.data !== undefined ? (
        <BatchSummary drafts={drafting.data.cases} back={() => drafting.reset()} signed={setAnswer} />
      ) : (
        <>
          <p>{say('batch.lead')}</p>
          <TickList ticked={ticked} tick={setTicked} />
          {ticked.length === 0 ? null : (
            <BatchWords
              count={ticked.length}
              isPending={drafting.isPending}
              error={drafting.error}
              draft={(words) => drafting.mutate({ caseNos: ticked, ...words })}
            />
          )}
        </>
      )}
    </div>
  );
}

function TickList({
  ticked,
  tick,
}: {
  readonly ticked: readonly string[];
  readonly tick: (caseNos: readonly string[]) => void;
}): ReactNode {
  const say = useText();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useAllCases();
  if (data === undefined) return error === null ? null : <Trouble error={error} />;
  const rows = data.pages.flatMap(({ cases }) => cases).filter(({ state }) => signable.includes(state));
  const change = (caseNo: string, isTicked: boolean): void =>
    tick(isTicked ? [...ticked, caseNo] : ticked.filter((one) => one !== caseNo));
  return (
    <>
      {rows.length === 0 ? (
        <Nothing title={say('batch.none')}>
          <p>{say('batch.noneNext')}</p>
        </Nothing>
      ) : (
        <ul className="batch">
          {rows.map((row) => (
            <TickRow key={row.caseNo} row={row} isTicked={ticked.includes(row.caseNo)} change={change} />
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
          {say('batch.more')}
        </Button>
      ) : null}
    </>
  );
}

function TickRow({
  row: { caseNo, itemId, itemName, itemNameEn, applicantName, clocks, state },
  isTicked,
  change,
}: {
  readonly row: CaseRow;
  readonly isTicked: boolean;
  readonly change: (caseNo: string, isTicked: boolean) => void;
}): ReactNode {
  const say = useText();
  return (
    <li>
      <Checkbox
        aria-label={say('batch.tick', { caseNo })}
        checked={isTicked}
        onChange={({ target }) => change(caseNo, target.checked)}
      />
      <span className="batch-case">
        <GoTo to={paths.deskCase(caseNo)}>
          <ItemName name={itemName} nameEn={itemNameEn} />
        </GoTo>{' '}
        {applicantName}
        <span className="quiet">
          {' '}
          <code>{itemId}</code> {say(`caseState.${state}`)} <code>{caseNo}</code>
        </span>
      </span>
      {clocks === undefined || clocks === null ? null : <Light clock={clocks.promised} />}
    </li>
  );
}

interface Words {
  readonly reason: string;
  readonly recusal: string;
}

function BatchWords({
  count,
  draft,
  isPending,
  error,
}: {
  readonly count: number;
  readonly draft: (words: Words) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}): ReactNode {
  const say = useText();
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <Form name="batch" layout="vertical" className="pane" onFinish={draft}>
      <p>{say('batch.ticked', { count })}</p>
      <Form.Item name="reason" label={say('batch.reason')} rules={rules}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="recusal" label={say('sign.recusal')} rules={rules}>
        <Select
          aria-label={say('sign.recusal')}
          options={relations.map((value) => ({ value, label: say(`relation.${value}`) }))}
        />
      </Form.Item>
      {error === null ? null : <Trouble error={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {say('batch.check')}
      </Button>
    </Form>
  );
}
