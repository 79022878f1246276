import { Input, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { type ReactNode, useState } from 'react';
import { type LicenceRow, type LicencesFound, useRegister } from '../api/licence-reads.ts';
import { Refused } from '../api/client.ts';
import { useAct } from '../api/use-act.ts';
import { ReasonDoor } from '../explorer/ReasonDoor.tsx';
import { Nothing, Trouble } from '../frame/Answers.tsx';
import { GoTo, useViewed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { type Say, useText } from '../text/text.ts';
import { LicenceMark, termText } from './LicenceMark.tsx';

/** The licences that an organ issued, the newest first; one finds those of a holder by his number. */
export function RegisterPage(): ReactNode {
  const say = useText();
  const query = useRegister(useViewed('cursor'));
  const finding = useAct<LicencesFound>('/licences/search');
  const [found, setFound] = useState<LicencesFound>();
  const [asked, setAsked] = useState('');
  const find = (idNo: string, reason?: string): void => {
    setAsked(idNo.trim());
    if (idNo.trim() === '') setFound(undefined);
    else finding.mutate({ idNo: idNo.trim(), ...(reason === undefined ? {} : { reason }) }, { onSuccess: setFound });
  };
  const mustSayWhy = finding.error instanceof Refused && finding.error.problem.code === 'reading-needs-reason';
  return (
    <div className="desk-page">
      <h1>{say('licences.register')}</h1>
      <Input.Search
        className="licence-search no-print"
        aria-label={say('licences.find')}
        placeholder={say('licences.find')}
        allowClear
        loading={finding.isPending}
        onSearch={(idNo) => find(idNo)}
      />
      {finding.error === null ? null : <Trouble error={finding.error} />}
      {mustSayWhy ? (
        <Input.Search
          className="licence-search no-print"
          aria-label={say('readings.reason')}
          placeholder={say('readings.reason')}
          enterButton={say('readings.state')}
          maxLength={400}
          onSearch={(reason) => find(asked, reason)}
        />
      ) : null}
      {found === undefined ? (
        <ReasonDoor query={query} of="/licences">
          {(page) => <Register page={page} />}
        </ReasonDoor>
      ) : found.licences.length === 0 ? (
        <Nothing title={say('licences.findNone')} />
      ) : (
        <Rows licences={found.licences} />
      )}
    </div>
  );
}

function Register({ page }: { readonly page: LicencesFound }): ReactNode {
  const say = useText();
  const { licences, nextCursor } = page;
  if (licences.length === 0)
    return (
      <Nothing title={say('licences.registerNone')}>
        <p>{say('licences.registerNext')}</p>
      </Nothing>
    );
  return (
    <>
      <Rows licences={licences} />
      {nextCursor === undefined ? null : <GoTo to={paths.licences(String(nextCursor))}>{say('licences.more')}</GoTo>}
    </>
  );
}

function Rows({ licences }: { readonly licences: readonly LicenceRow[] }): ReactNode {
  const say = useText();
  return (
    <Table
      size="small"
      rowKey="licenceNo"
      pagination={false}
      scroll={{ x: 860 }}
      dataSource={[...licences]}
      columns={columnsOf(say)}
    />
  );
}

function columnsOf(say: Say): ColumnsType<LicenceRow> {
  return [
    {
      title: say('licences.type'),
      key: 'type',
      width: 190,
      render: (_value, row) => <GoTo to={paths.licence(row.licenceNo)}>{row.typeName}</GoTo>,
    },
    { title: say('licences.holder'), dataIndex: 'holderName', width: 220 },
    {
      title: say('licences.status'),
      key: 'status',
      width: 110,
      render: (_value, { status }) => <LicenceMark status={status} />,
    },
    { title: say('licences.term'), key: 'term', width: 250, render: (_value, row) => termText(row, say) },
    { title: say('licences.organ'), dataIndex: 'organName' },
  ];
}
