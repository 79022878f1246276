import { Button, Progress, Space } from 'antd';
import { type ChangeEvent, type ReactNode, useId, useRef } from 'react';
import { Refused } from '../api/client.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { type ExchangeFlow, exportAddress, useExchange } from './exchange-flow.ts';
import { ImportSheet } from './ImportSheet.tsx';

/** Taking the organ's items out as a file, and a file in: first looked at, then whole or not at all. */
export function Exchange({ organ }: { readonly organ: string }): ReactNode {
  const say = useText();
  const hint = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const flow = useExchange();
  const isBusy = flow.stage.kind === 'sending' || flow.stage.kind === 'reading';
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0];
    // The same file may be chosen again after it was mended.
    target.value = '';
    if (file !== undefined) flow.preview(file);
  };
  return (
    <section className="exchange">
      <input
        ref={chooser}
        type="file"
        accept=".xlsx,.json"
        onChange={chosen}
        aria-label={say('exchange.import')}
        className="unseen"
        tabIndex={-1}
      />
      <Space wrap>
        <Button href={exportAddress('xlsx', organ)} download>
          {say('exchange.export', { format: 'XLSX' })}
        </Button>
        <Button href={exportAddress('json', organ)} download>
          {say('exchange.export', { format: 'JSON' })}
        </Button>
        <Button onClick={() => chooser.current?.click()} loading={isBusy} aria-describedby={hint}>
          {say('exchange.import')}
        </Button>
      </Space>
      <p id={hint} className="quiet">
        {say('exchange.hint')}
      </p>
      <Standing flow={flow} />
    </section>
  );
}

function Standing({ flow }: { readonly flow: ExchangeFlow }): ReactNode {
  const say = useText();
  const { stage } = flow;
  switch (stage.kind) {
    case 'idle':
      return null;
    case 'sending':
    case 'reading':
      return (
        <div role="status">
          {say(`exchange.${stage.kind}`)}{' '}
          <Progress percent={stage.percent} aria-label={say(`exchange.${stage.kind}`)} />
        </div>
      );
    case 'previewed':
      return <ImportSheet name={stage.file.name} preview={stage.preview} flow={flow} />;
    case 'done':
      return (
        <p className="pane light light-green" role="status">
          {say('exchange.done', { count: stage.made.drafts.length })}
        </p>
      );
    case 'failed':
      return (
        <>
          <FilePlace error={stage.error} />
          <Trouble error={stage.error} />
        </>
      );
    default:
      return stage satisfies never;
  }
}

/** Where in the file: sheet and cells, or the part of the book that is refused. */
function FilePlace({ error }: { readonly error: Error }): ReactNode {
  const say = useText();
  if (!(error instanceof Refused)) return null;
  const { sheet, cells, cell, part } = error.problem.detail;
  const place = [sheet, cells ?? cell, part].filter((one) => typeof one === 'string' && one !== '').join(' ');
  return place === '' ? null : (
    <p className="light light-red" role="status">
      {say('exchange.at', { place })}
    </p>
  );
}
