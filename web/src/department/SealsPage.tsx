import { Input, Select, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { SealRow, SealsFound, SealState } from '../api/model.ts';
import { useSeals } from '../api/reads.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { AskedActs } from '../frame/AskedAct.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { type Say, useText } from '../text/text.ts';
import { dateText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** The seals of one's organ with their state and keeper; the head asks for new ones here. */
export function SealsPage(): ReactNode {
  const say = useText();
  const query = useSeals();
  return (
    <div className="desk-page">
      <h1>{say('seals.title')}</h1>
      <Loaded query={query}>
        {({ seals, nextIds }) => (
          <>
            <RequestSeal nextIds={nextIds} />
            {seals.length === 0 ? (
              <Nothing title={say('seals.none')}>
                <p>{say('seals.noneNext')}</p>
              </Nothing>
            ) : (
              <Table
                size="small"
                rowKey="sealId"
                pagination={false}
                scroll={{ x: 1000 }}
                dataSource={[...seals]}
                columns={columnsOf(say)}
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** The number is given by the server: the next of the organ for the kind chosen. */
function RequestSeal({ nextIds }: { readonly nextIds: SealsFound['nextIds'] }): ReactNode {
  const say = useText();
  if (nextIds.length === 0) return null;
  const idOf = (kind: unknown) => nextIds.find((next) => next.kind === kind)?.sealId;
  const options = nextIds.map(({ kind }) => ({ value: kind, label: say(`sealKind.${kind}`) }));
  return (
    <div className="seal-request no-print">
      <AskedActs
        acts={[
          {
            can: { allowed: true },
            path: '/seals',
            label: say('seal.request'),
            fields: [
              {
                name: 'kind',
                label: say('seals.kind'),
                input: <Select aria-label={say('seals.kind')} options={options} />,
              },
              { name: 'purpose', label: say('seal.purpose'), input: <Input maxLength={200} /> },
              { name: 'bearerId', label: say('seal.bearer'), input: <Input />, isOptional: true },
            ],
            bodyOf: (values) => ({ ...values, sealId: idOf(values['kind']) }),
          },
        ]}
      />
    </div>
  );
}

function columnsOf(say: Say): ColumnsType<SealRow> {
  return [
    {
      title: say('seals.id'),
      key: 'sealId',
      width: 180,
      render: (_value, { sealId }) => (
        <GoTo to={paths.seal(sealId)} className="mono">
          {sealId}
        </GoTo>
      ),
    },
    {
      title: say('seals.kind'),
      key: 'kind',
      width: 160,
      render: (_value, { kind, bearer }) => `${say(`sealKind.${kind}`)}${bearer === undefined ? '' : ` ${bearer}`}`,
    },
    {
      title: say('seals.state'),
      key: 'state',
      width: 120,
      render: (_value, { state }) => <SealStateTag state={state} />,
    },
    { title: say('seals.organ'), dataIndex: 'organName' },
    {
      title: say('seals.keeper'),
      key: 'keeper',
      width: 220,
      render: (_value, { keeper, offeredTo }) => (
        <>
          {keeper?.name}{' '}
          {offeredTo === undefined ? null : (
            <span className="light light-yellow">{say('seals.offered', { name: offeredTo.name })}</span>
          )}
        </>
      ),
    },
    {
      title: say('seals.validTo'),
      key: 'validTo',
      width: 150,
      render: (_value, { validToAt }) =>
        validToAt === undefined ? null : dateText(validToAt, todayInChina(), say.language),
    },
  ];
}

const shapes = {
  requested: '○',
  made: '◔',
  filed: '◑',
  inUse: '✔',
  stopped: '✘',
  handedBack: '✘',
} as const satisfies Record<SealState, string>;

/** The state as shape, word and colour. */
export function SealStateTag({ state }: { readonly state: SealState }): ReactNode {
  const say = useText();
  const light = state === 'inUse' ? 'light-green' : state === 'stopped' ? 'light-red' : '';
  return (
    <span className={`light ${light}`}>
      <span aria-hidden>{shapes[state]}</span> {say(`sealState.${state}`)}
    </span>
  );
}
