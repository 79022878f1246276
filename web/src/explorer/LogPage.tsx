import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { useGo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { Bytes } from './ActList.tsx';
import { CheckedSum, useChecked } from './Checked.tsx';
import { type LogEntry, type LogState, useLogEntry, useLogState } from './reads.ts';
import { QuorumNote, Witnesses } from './Witnesses.tsx';

/** The log for everybody: how far it has come, who witnessed it, and one entry by its number. */
export function LogPage(): ReactNode {
  const say = useText();
  const query = useLogState();
  return (
    <div className="page narrow">
      <h1>{say('explorer.title')}</h1>
      <p>{say('explorer.lead')}</p>
      <p className="quiet">{say('explorer.notChain')}</p>
      <FindEntry />
      <Loaded query={query}>{(state) => <Newest state={state} />}</Loaded>
    </div>
  );
}

/** One entry by its number: hashes and witnesses. */
export function LogEntryPage(): ReactNode {
  const say = useText();
  const index = useNamed('index');
  const query = useLogEntry(index);
  return (
    <div className="page narrow">
      <h1>{say('explorer.entry', { index: index.split('.').at(-1) ?? '' })}</h1>
      <FindEntry />
      <Loaded query={query}>{(entry) => <Entry entry={entry} />}</Loaded>
    </div>
  );
}

function FindEntry(): ReactNode {
  const say = useText();
  const go = useGo();
  return (
    <Form<{ readonly index: string }>
      layout="vertical"
      role="search"
      onFinish={({ index }) => go(paths.logEntry(Number(index)))}
    >
      <Form.Item
        name="index"
        label={say('explorer.index')}
        rules={[{ required: true, pattern: /^\d{1,15}$/, message: say('form.required') }]}
      >
        <Input inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {say('explorer.find')}
      </Button>
    </Form>
  );
}

function Newest({ state: { newest, log } }: { readonly state: LogState }): ReactNode {
  const say = useText();
  return (
    <section className="pane">
      <h2>{say('explorer.newest')}</h2>
      {newest === undefined ? (
        <Nothing title={say('explorer.none')} />
      ) : (
        <>
          <p className="sentence">{say('explorer.size', { size: newest.size })}</p>
          <p>
            {say('explorer.root')} <Code value={newest.root} short />
          </p>
          <h3>{say('explorer.witnesses')}</h3>
          <Witnesses seen={newest.witnesses} />
          <Bytes text={newest.note} />
        </>
      )}
      <QuorumNote log={log} />
    </section>
  );
}

function Entry({ entry }: { readonly entry: LogEntry }): ReactNode {
  const say = useText();
  const checked = useChecked(entry.log.trust, [entry]);
  return (
    <section className="pane">
      <CheckedSum checked={checked} />
      <p>
        {say('explorer.leaf')} <Code value={entry.leafHash} short />{' '}
        <span className="quiet">{say('explorer.inCheckpoint', { size: entry.checkpointSize })}</span>
      </p>
      <h2>{say('explorer.witnesses')}</h2>
      <Witnesses seen={entry.witnesses} />
      <QuorumNote log={entry.log} />
      <h2>{say('explorer.proof')}</h2>
      <Bytes text={entry.proof} />
    </section>
  );
}
