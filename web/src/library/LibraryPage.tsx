import { Button, Checkbox, Input, Space, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { type ReactNode, useState } from 'react';
import type { LibraryRow } from '../api/library-model.ts';
import { useSession } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { Loaded, Nothing, Trouble } from '../frame/Answers.tsx';
import { GoTo, useGo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { type Say, useText } from '../text/text.ts';
import { Exchange } from './Exchange.tsx';
import { useLibrary } from './reads.ts';

/** Every item with its state, its draft and its warnings; one's own organ first. */
export function LibraryPage(): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const own = session?.account.organ ?? '';
  const [isOwn, setOwn] = useState(true);
  const query = useLibrary(isOwn ? own : '');
  return (
    <div className="desk-page">
      <div className="title-line">
        <h1>{say('library.title')}</h1>
        <NewItem />
      </div>
      <p>
        <Checkbox checked={isOwn} onChange={({ target }) => setOwn(target.checked)}>
          {say('library.mine')}
        </Checkbox>
      </p>
      {own === '' ? null : <Exchange organ={own} />}
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing title={say('library.none')}>
              <p>{say('library.noneNext')}</p>
            </Nothing>
          ) : (
            <Table
              size="small"
              rowKey="itemId"
              pagination={false}
              scroll={{ x: 1000 }}
              dataSource={[...rows]}
              columns={columnsOf(say)}
            />
          )
        }
      </Loaded>
    </div>
  );
}

function NewItem(): ReactNode {
  const say = useText();
  const go = useGo();
  const [itemId, setItemId] = useState('');
  const opening = useAct(`/library/items/${encodeURIComponent(itemId)}/draft`);
  const begin = (): void => opening.mutate({ from: 'blank' }, { onSuccess: () => go(paths.libraryItem(itemId)) });
  return (
    <div>
      <Space.Compact>
        <Input
          aria-label={say('library.new')}
          placeholder={say('library.newHint')}
          value={itemId}
          onChange={({ target }) => setItemId(target.value.trim().toUpperCase())}
        />
        <Button onClick={begin} disabled={!/^[A-Z]{2}-\d{2}$/.test(itemId)} loading={opening.isPending}>
          {say('library.begin')}
        </Button>
      </Space.Compact>
      {opening.error === null ? null : <Trouble error={opening.error} />}
    </div>
  );
}

function columnsOf(say: Say): ColumnsType<LibraryRow> {
  return [
    {
      title: say('library.item'),
      key: 'item',
      render: (_value, { itemId, name, nameEn }) => (
        <GoTo to={paths.libraryItem(itemId)}>
          <span className="mono">{itemId}</span> {say.language === 'zh' ? name : nameEn}
        </GoTo>
      ),
    },
    {
      title: say('library.organ'),
      key: 'organ',
      width: 220,
      render: (_value, { organName, organNameEn }) => (say.language === 'zh' ? organName : organNameEn),
    },
    {
      title: say('library.state'),
      key: 'state',
      width: 170,
      render: (_value, { state, version }) => (
        <>
          {say(`libraryState.${state}`)}{' '}
          {version === null ? null : <span className="quiet">{say('mandates.version', { version })}</span>}
        </>
      ),
    },
    {
      title: say('library.class'),
      key: 'class',
      width: 90,
      render: (_value, { signClass }) => (signClass === null ? '—' : String(signClass)),
    },
    {
      title: say('library.draft'),
      key: 'draft',
      width: 130,
      render: (_value, { draftState }) =>
        draftState === null ? <span className="quiet">—</span> : <Tag>{say(`draftState.${draftState}`)}</Tag>,
    },
    { title: say('library.warnings'), key: 'warnings', width: 180, render: (_value, row) => <Warnings row={row} /> },
  ];
}

function Warnings({ row }: { readonly row: LibraryRow }): ReactNode {
  const say = useText();
  const count = row.faults + row.draftFaults;
  if (count === 0 && row.ruleSet !== 'unsigned') return <span className="quiet">{say('library.sound')}</span>;
  return (
    <>
      {count === 0 ? null : <span className="light light-yellow">{say('library.faults', { count })}</span>}{' '}
      {row.ruleSet === 'unsigned' ? <span className="light light-red">{say('library.unsigned')}</span> : null}
    </>
  );
}
