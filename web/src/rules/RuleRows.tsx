import { Input, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Outcome, RuleCheck, RuleRow, RuleSet, RulesView } from '../api/model.ts';
import { anchorOf } from '../library/schema.ts';
import { useText } from '../text/text.ts';
import { Cell } from './Cell.tsx';
import { ConditionCell } from './ConditionCell.tsx';
import { moved, withOutcome } from './rule-set.ts';

interface Rows {
  readonly rules: RuleSet;
  readonly outcomes: RulesView['outcomes'];
  readonly check: RuleCheck | undefined;
  /** Rows that decided an example of those beside the table. */
  readonly fired: ReadonlySet<number>;
  readonly onChange: ((rules: RuleSet) => void) | undefined;
}

/** The rules from top to bottom: the first that holds decides. Without `onChange` they are only read. */
export function RuleRows({ rules, outcomes, check, fired, onChange }: Rows): ReactNode {
  const say = useText();
  const [dragged, drag] = useState<number>();
  const put = (decide: RuleRow[]): void => onChange?.({ ...rules, decide });
  const blank: RuleRow = { when: 'true', outcome: 'SIGN1', why: say('rules.newWhy') };
  return (
    <section aria-label={say('rules.rows')}>
      <h2>{say('rules.rows')}</h2>
      <p className="quiet">{say(onChange === undefined ? 'rules.rowsRead' : 'rules.rowsHelp')}</p>
      <ol className="rule-rows">
        {rules.decide.map((row, index) => (
          <Place
            // Rows have no name of their own: their place is what they are.
            key={index}
            index={index}
            isFired={fired.has(index)}
            onDrop={() => {
              if (dragged !== undefined) put(moved(rules.decide, dragged, index));
              drag(undefined);
            }}
            onMove={(by) => put(moved(rules.decide, index, index + by))}
          >
            {onChange === undefined ? (
              <ReadRow row={row} outcomes={outcomes} />
            ) : (
              <>
                <RowTools rules={rules} index={index} put={put} drag={drag} />
                <RowFields rules={rules} index={index} outcomes={outcomes} check={check} put={put} />
              </>
            )}
          </Place>
        ))}
      </ol>
      {onChange === undefined ? null : (
        <button type="button" className="text-button" onClick={() => put([...rules.decide, blank])}>
          {say('rules.addRow')}
        </button>
      )}
    </section>
  );
}

/** One line of the list: a row is dropped on it, and Alt with an arrow moves it from any of its fields. */
function Place({
  index,
  isFired,
  onDrop,
  onMove,
  children,
}: {
  readonly index: number;
  readonly isFired: boolean;
  readonly onDrop: () => void;
  readonly onMove: (by: number) => void;
  readonly children: ReactNode;
}): ReactNode {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    line.current?.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    line.current?.addEventListener('drop', onDrop, { signal });
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      event.stopPropagation();
      onMove(event.key === 'ArrowUp' ? -1 : 1);
    };
    line.current?.addEventListener('keydown', pressed, { signal, capture: true });
    return () => ended.abort();
  }, [onDrop, onMove]);
  return (
    <li ref={line} id={anchorOf(`decide[${index}]`)} className={isFired ? 'fired' : undefined}>
      {children}
    </li>
  );
}

function ReadRow({ row, outcomes }: { readonly row: RuleRow; readonly outcomes: RulesView['outcomes'] }): ReactNode {
  const say = useText();
  const name = outcomes.find(({ outcome }) => outcome === row.outcome)?.name;
  return (
    <div>
      <code>{row.when}</code>
      <p>
        <strong>{name === undefined ? row.outcome : say.of(name)}</strong> {row.why}
      </p>
    </div>
  );
}

type Put = (rows: RuleRow[]) => void;

function RowTools({
  rules: { decide },
  index,
  put,
  drag,
}: {
  readonly rules: RuleSet;
  readonly index: number;
  readonly put: Put;
  readonly drag: (index: number) => void;
}): ReactNode {
  const say = useText();
  const row = index + 1;
  const tools = [
    ['rules.up', '↑', index === 0, () => put(moved(decide, index, index - 1))],
    ['rules.down', '↓', index === decide.length - 1, () => put(moved(decide, index, index + 1))],
    ['rules.copy', '＋', false, () => put(decide.flatMap((one, at) => (at === index ? [one, one] : [one])))],
    ['rules.delete', '✕', decide.length === 1, () => put(decide.toSpliced(index, 1))],
  ] as const;
  return (
    <div className="rule-tools">
      <span className="mono grip" draggable aria-hidden="true" onDragStart={() => drag(index)}>
        {row}
      </span>
      {tools.map(([key, sign, isOff, act]) => (
        <button key={key} type="button" className="tool" aria-label={say(key, { row })} disabled={isOff} onClick={act}>
          {sign}
        </button>
      ))}
    </div>
  );
}

function RowFields({
  rules,
  index,
  outcomes,
  check,
  put,
}: Omit<Rows, 'fired' | 'onChange'> & { readonly index: number; readonly put: Put }): ReactNode {
  const say = useText();
  const row = rules.decide[index];
  if (row === undefined) return null;
  const place = { row: index + 1 };
  const change = (changed: RuleRow): void => put(rules.decide.with(index, changed));
  return (
    <div className="rule-fields">
      <ConditionCell
        place={`decide[${index}].when`}
        value={row.when}
        label={say('rules.whenOf', place)}
        inputs={rules.inputs}
        check={check}
        onChange={(when) => change({ ...row, when })}
      />
      <Select<Outcome>
        aria-label={say('rules.outcomeOf', place)}
        value={row.outcome}
        onChange={(outcome) => change(withOutcome(row, outcome))}
        options={outcomes.map(({ outcome, name }) => ({ value: outcome, label: say.of(name) }))}
      />
      {row.outcome === 'ROUTE' ? (
        <Cell place={`decide[${index}].to`} check={check}>
          {(marks) => (
            <Input
              {...marks}
              className="mono"
              aria-label={say('rules.toOf', place)}
              value={row.to}
              onChange={({ target }) => change({ ...row, to: target.value })}
            />
          )}
        </Cell>
      ) : null}
      {row.outcome === 'DEFER' ? (
        <Select
          aria-label={say('rules.clockOf', place)}
          value={row.clock}
          onChange={(clock) => change({ ...row, clock })}
          options={(['running', 'paused', 'notStarted'] as const).map((value) => ({
            value,
            label: say(`rules.clock.${value}`),
          }))}
        />
      ) : null}
      <Cell place={`decide[${index}].why`} check={check}>
        {(marks) => (
          <Input
            {...marks}
            aria-label={say('rules.whyOf', place)}
            value={row.why}
            onChange={({ target }) => change({ ...row, why: target.value })}
          />
        )}
      </Cell>
    </div>
  );
}
