import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { SealUse } from '../api/model.ts';
import { useSealUses } from '../api/reads.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { chunked, Code } from '../frame/Code.tsx';
import { GoTo, useViewed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { isTextKey, type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';

/** The register: each use with its case, its document, the signatures before it, and what the verifier said. */
export function SealUses({ sealId }: { readonly sealId: string }): ReactNode {
  const say = useText();
  const query = useSealUses(sealId, useViewed('cursor'));
  return (
    <section className="pane">
      <h2>{say('uses.title')}</h2>
      <Loaded query={query}>
        {({ uses, nextCursor }) => (
          <>
            {uses.length === 0 ? (
              <Nothing title={say('uses.none')} />
            ) : (
              <Table
                size="small"
                rowKey="sealedHash"
                pagination={false}
                scroll={{ x: 1080 }}
                dataSource={[...uses]}
                columns={columnsOf(say)}
              />
            )}
            {nextCursor === undefined ? null : <GoTo to={paths.seal(sealId, nextCursor)}>{say('uses.more')}</GoTo>}
          </>
        )}
      </Loaded>
    </section>
  );
}

function columnsOf(say: Say): ColumnsType<SealUse> {
  return [
    {
      title: say('uses.at'),
      key: 'at',
      width: 150,
      render: (_value, { at }) => instantText(at, todayInChina(), say.language),
    },
    {
      title: say('uses.document'),
      key: 'document',
      render: (_value, { documentKind, docNo, sealedHash, twin }) => {
        const key = `letterKind.${documentKind}`;
        return (
          <>
            <GoTo to={paths.check(sealedHash)}>{isTextKey(key) ? say(key) : documentKind}</GoTo>{' '}
            <span className="quiet">{docNo}</span>
            {twin === undefined ? null : <p className="quiet">{twinText(say, twin)}</p>}
          </>
        );
      },
    },
    {
      title: say('uses.case'),
      key: 'case',
      width: 230,
      render: (_value, { caseNo }) => <span className="mono">{chunked(caseNo)}</span>,
    },
    {
      title: say('uses.signatures'),
      key: 'signatures',
      width: 130,
      render: (_value, { signatures }) =>
        signatures.length === 0
          ? say('uses.noSignature')
          : signatures.map(({ signer }) => signer.name).join(say.language === 'zh' ? '、' : ', '),
    },
    { title: say('uses.by'), key: 'by', width: 130, render: (_value, { keeper }) => keeper.name },
    {
      title: say('uses.hash'),
      key: 'hash',
      width: 160,
      render: (_value, { signedHash }) => <Code value={signedHash} short />,
    },
    {
      title: say('uses.verified'),
      key: 'verified',
      width: 140,
      render: (_value, use) => <Verdict use={use} />,
    },
  ];
}

/** The OFD twin is another use of the same seal, on what was approved already. */
function twinText(say: Say, { at, verified }: NonNullable<SealUse['twin']>): string {
  const verdict = say(`uses.${verified}`);
  return say('uses.twin', { at: instantText(at, todayInChina(), say.language), verdict });
}

function Verdict({ use }: { readonly use: SealUse }): ReactNode {
  const say = useText();
  const isGood = use.verified === 'valid' && use.faults.length === 0;
  return (
    <>
      <span className={isGood ? 'light light-green' : 'light light-red'}>
        <span aria-hidden>{isGood ? '✔' : '✘'}</span> {say(`uses.${use.verified}`)}
      </span>
      {use.faults.map((fault) => (
        <p key={fault} className="light light-red">
          {say(`useFault.${fault}`)}
        </p>
      ))}
    </>
  );
}
