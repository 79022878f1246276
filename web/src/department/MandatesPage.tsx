import type { MandateRow, MandateState } from '../api/model.ts';
import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import { useMandates } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { GoTo, useViewed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { type Say, useText } from '../text/text.ts';
import { StateTag } from './StateTag.tsx';
import { termText } from './term.ts';

const states = ['drafted', 'reviewed', 'signed', 'accepted', 'filed', 'active', 'suspended', 'revoked'] as const;

/** Every mandate with its state. */
export function MandatesPage(): ReactNode {
  const say = useText();
  const state = useViewed('state');
  const query = useMandates(state);
  const { data: session } = useSession();
  return (
    <div className="desk-page">
      <div className="title-line">
        <h1>{say('mandates.title')}</h1>
        {session?.screens.includes('mandates') === true ? (
          <GoTo to={paths.composeMandate()} className="primary-link">
            {say('mandates.compose')}
          </GoTo>
        ) : null}
      </div>
      <Filters state={state} />
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing title={say('mandates.none')}>
              <p>{say('mandates.noneNext')}</p>
            </Nothing>
          ) : (
            <Table
              size="small"
              rowKey="mandateNo"
              pagination={false}
              scroll={{ x: 1200 }}
              dataSource={[...rows]}
              columns={columnsOf(say)}
            />
          )
        }
      </Loaded>
    </div>
  );
}

function Filters({ state }: { readonly state: string }): ReactNode {
  const say = useText();
  const line: readonly (MandateState | '')[] = ['', ...states];
  return (
    <nav className="filters" aria-label={say('mandates.state')}>
      {line.map((one) => (
        <GoTo key={one} to={paths.mandates(one)} aria-current={state === one ? 'true' : undefined}>
          {one === '' ? say('list.all') : say(`mandateState.${one}`)}
        </GoTo>
      ))}
    </nav>
  );
}

function columnsOf(say: Say): ColumnsType<MandateRow> {
  return [
    {
      title: say('mandates.no'),
      key: 'mandateNo',
      width: 200,
      render: (_value, { mandateNo }) => (
        <GoTo to={paths.mandate(mandateNo)} className="mono">
          {mandateNo}
        </GoTo>
      ),
    },
    {
      title: say('mandates.construct'),
      key: 'construct',
      width: 130,
      render: (_value, { construct, version }) => (
        <>
          {say(`construct.${construct}`)} <span className="quiet">{say('mandates.version', { version })}</span>
        </>
      ),
    },
    {
      title: say('mandates.state'),
      key: 'state',
      width: 110,
      render: (_value, { state }) => <StateTag state={state} />,
    },
    { title: say('mandates.grantor'), dataIndex: 'grantorName', width: 220 },
    {
      title: say('mandates.grantee'),
      key: 'grantees',
      render: (_value, { granteeNames }) => granteeNames.join(say.language === 'zh' ? '、' : ', '),
    },
    { title: say('mandates.items'), dataIndex: 'itemCount', width: 80, align: 'right' },
    {
      title: say('mandates.term'),
      key: 'term',
      width: 250,
      render: (_value, { term }) => say('letter.termLine', termText(term, say.language)),
    },
  ];
}
