import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { ImportFault, ImportPreview, ImportRow } from '../api/library-model.ts';
import { basisText } from '../frame/basis.ts';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { isNothing } from './Comparison.tsx';
import type { ExchangeFlow } from './exchange-flow.ts';

/** A file as it was looked at: every fault at its place, every item that would change, and the one decision. */
export function ImportSheet({
  name,
  preview,
  flow,
}: {
  readonly name: string;
  readonly preview: ImportPreview;
  readonly flow: ExchangeFlow;
}): ReactNode {
  const say = useText();
  const { counts, faults, rows, isImportable } = preview;
  const moved = rows.filter(({ state }) => state !== 'unchanged');
  return (
    <section className="pane" aria-live="polite">
      <h2>{say('exchange.head', { name })}</h2>
      <p>{say('exchange.counts', counts)}</p>
      {counts.faults === 0 ? null : <FaultTable faults={faults} count={counts.faults} />}
      {counts.faults === 0 && !isImportable ? <p className="light light-green">{say('exchange.nothing')}</p> : null}
      {moved.length === 0 ? null : <ChangeTable rows={moved} />}
      <Space>
        {isImportable ? (
          <Button type="primary" onClick={flow.confirm}>
            {say('exchange.confirm', { count: counts.new + counts.changed })}
          </Button>
        ) : null}
        <Button onClick={flow.drop}>{say('exchange.drop')}</Button>
      </Space>
    </section>
  );
}

function ItemLink({ itemId }: { readonly itemId: string }): ReactNode {
  return itemId === '' ? null : (
    <GoTo to={paths.libraryItem(itemId)}>
      <span className="mono">{itemId}</span>
    </GoTo>
  );
}

function FaultTable({ faults, count }: { readonly faults: readonly ImportFault[]; readonly count: number }): ReactNode {
  const say = useText();
  return (
    <>
      <p className="light light-red">{say('exchange.faults', { count })}</p>
      {faults.length === count ? null : (
        <p className="quiet">{say('exchange.firstFaults', { count: faults.length })}</p>
      )}
      <div className="scroll-x">
        <table className="comparison">
          <thead>
            <tr>
              <th scope="col">{say('exchange.place')}</th>
              <th scope="col">{say('exchange.value')}</th>
              <th scope="col">{say('exchange.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, at) => (
              // A file may have the very same fault twice; its place in the list is all that tells them apart.
              <FaultRow key={`${at} ${fault.code}`} fault={fault} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function FaultRow({ fault }: { readonly fault: ImportFault }): ReactNode {
  const say = useText();
  const { sheet, row, column, value, itemId, found, article, rule, message, remedy } = fault;
  return (
    <tr>
      <th scope="row">
        {sheet} {say('exchange.row', { row })} <ItemLink itemId={itemId} />
        <br />
        {say.of(column)}
      </th>
      <td>{value === '' ? <span className="quiet">—</span> : value}</td>
      <td>
        {say.of(message)} {found === value ? null : <span className="mono">{found}</span>}
        <p className="quiet">
          {basisText({ article, rule }, say)} {say('state.remedy', { remedy: say.of(remedy) })}
        </p>
      </td>
    </tr>
  );
}

function ChangeTable({ rows }: { readonly rows: readonly ImportRow[] }): ReactNode {
  const say = useText();
  return (
    <div className="scroll-x">
      <table className="comparison">
        <thead>
          <tr>
            <th scope="col">{say('library.item')}</th>
            <th scope="col">{say('exchange.state')}</th>
            <th scope="col">{say('exchange.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.itemId}>
              <th scope="row">
                <ItemLink itemId={row.itemId} /> {row.name}
              </th>
              <td>
                {say(`exchangeState.${row.state}`)}
                {row.isOverDraft ? <p className="light-yellow">{say('exchange.overDraft')}</p> : null}
              </td>
              <td>
                <Changes row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Changes({ row: { changes, changed, readings } }: { readonly row: ImportRow }): ReactNode {
  const say = useText();
  return (
    <>
      {changes.map(({ element, before, after }) => (
        <p key={`${element.zh} ${before?.zh ?? ''} ${after?.zh ?? ''}`}>
          {say.of(element)} {isNothing(before) ? null : <del>{say.of(before)}</del>}{' '}
          {isNothing(after) ? null : <ins>{say.of(after)}</ins>}
        </p>
      ))}
      {changed > changes.length ? <p className="quiet">{say('exchange.more', { count: changed })}</p> : null}
      {readings.map((reading) => (
        <p key={reading} className="mono quiet">
          {reading}
        </p>
      ))}
    </>
  );
}
