import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { CaseRow, CaseState } from '../api/model.ts';
import { useCases } from '../api/reads.ts';
import { type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { Loaded } from './Answers.tsx';
import { chunked } from './Code.tsx';
import { ItemName } from './ItemName.tsx';
import { Light } from './Light.tsx';
import { GoTo, useViewed } from './navigation.tsx';

/** Cases as a dense list in the server's order; filter and page are in the address. */
export function CaseTable({
  states,
  listAt,
  caseAt,
  empty,
}: {
  readonly states: readonly CaseState[];
  readonly listAt: (state?: string) => string;
  readonly caseAt: (caseNo: string) => string;
  readonly empty: ReactNode;
}): ReactNode {
  const say = useText();
  const state = useViewed('state');
  const cursor = useViewed('cursor');
  const query = useCases(state, cursor);
  return (
    <>
      <nav className="filters" aria-label={say('list.state')}>
        <GoTo to={listAt()} aria-current={state === '' ? 'true' : undefined}>
          {say('list.all')}
        </GoTo>
        {states.map((one) => (
          <GoTo key={one} to={listAt(one)} aria-current={state === one ? 'true' : undefined}>
            {say(`caseState.${one}`)}
          </GoTo>
        ))}
      </nav>
      <Loaded query={query}>
        {({ cases, nextCursor }) => (
          <>
            {cases.length === 0 ? (
              empty
            ) : (
              <Table
                size="small"
                rowKey="caseNo"
                pagination={false}
                scroll={{ x: 1280 }}
                dataSource={[...cases]}
                columns={columnsOf(say, caseAt)}
              />
            )}
            <p className="pages">
              {cursor === '' ? null : <GoTo to={listAt(state)}>{say('act.first')}</GoTo>}
              {typeof nextCursor === 'string' ? (
                <GoTo to={withCursor(listAt(state), nextCursor)}>{say('act.more')}</GoTo>
              ) : null}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

function columnsOf(say: Say, caseAt: (caseNo: string) => string): ColumnsType<CaseRow> {
  const todayOn = todayInChina();
  return [
    {
      title: say('list.clock'),
      key: 'clock',
      width: 160,
      render: (_value, { clocks }) =>
        clocks === undefined || clocks === null ? <span>{'—'}</span> : <Light clock={clocks.promised} />,
    },
    {
      title: say('list.item'),
      key: 'item',
      render: (_value, { caseNo, itemId, itemName, itemNameEn }) => (
        <>
          <code>{itemId}</code>{' '}
          <GoTo to={caseAt(caseNo)}>
            <ItemName name={itemName} nameEn={itemNameEn} />
          </GoTo>
        </>
      ),
    },
    { title: say('list.applicant'), dataIndex: 'applicantName', width: 200 },
    {
      title: say('list.state'),
      key: 'state',
      width: 110,
      render: (_value, row) => (row.holder === 'opinion' ? say('list.opinion') : say(`caseState.${row.state}`)),
    },
    { title: say('list.signatures'), dataIndex: 'signatures', width: 70, align: 'right' },
    {
      title: say('list.case'),
      key: 'caseNo',
      width: 340,
      render: (_value, { caseNo }) => <code>{chunked(caseNo)}</code>,
    },
    {
      title: say('list.updated'),
      key: 'updatedAt',
      width: 160,
      render: (_value, { updatedAt }) => instantText(updatedAt, todayOn, say.language),
    },
  ];
}

function withCursor(address: string, cursor: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}
