import { AutoComplete } from 'antd';
import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { RuleCheck, RuleInput, RuleProblem } from '../api/model.ts';
import { anchorOf } from '../library/schema.ts';
import { useText } from '../text/text.ts';
import { completions } from './completion.ts';

/** A condition with proposals at the caret while it is typed, and with its problem marked in the text. */
export function ConditionCell({
  place,
  value,
  label,
  inputs,
  check,
  onChange,
}: {
  /** Where in the table, as problems name it. */
  readonly place: string;
  readonly value: string;
  readonly label: string;
  readonly inputs: readonly RuleInput[];
  readonly check: RuleCheck | undefined;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useText();
  const id = useId();
  const cell = useRef<HTMLDivElement>(null);
  const { at, follow, moveTo } = useCaret(cell, value);
  const proposals = completions({ text: value, at: at ?? value.length }, inputs, say.language);
  const problem = check?.problems.find((one) => one.place === place);
  return (
    <div ref={cell} id={anchorOf(place)} className="rule-cell" tabIndex={-1}>
      <AutoComplete
        className="mono wide"
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        status={problem === undefined ? '' : 'error'}
        value={value}
        onChange={(written) => {
          follow();
          onChange(written);
        }}
        onSelect={(taken: string) => moveTo(proposals.find((one) => one.value === taken)?.caret)}
        showSearch={{ filterOption: false }}
        popupMatchSelectWidth={300}
        options={proposals.map((one) => ({
          value: one.value,
          label: `${one.put}${one.label === '' ? '' : `  ${one.label}`}`,
        }))}
      />
      {problem === undefined ? null : <ProblemNote id={id} text={value} problem={problem} onChange={onChange} />}
    </div>
  );
}

/** Where the caret stands in the field inside `cell`, and the placing of it once a proposal has been taken. */
function useCaret(cell: RefObject<HTMLDivElement | null>, value: string) {
  const [at, setAt] = useState<number>();
  const next = useRef<number>(undefined);
  useEffect(() => {
    const ended = new AbortController();
    // Not `input`: a change made here would put the old text back before React hears of the new one.
    for (const kind of ['keyup', 'click', 'focusin']) {
      cell.current?.addEventListener(kind, () => setAt(caretIn(cell.current)), { signal: ended.signal });
    }
    return () => ended.abort();
  }, [cell]);
  useLayoutEffect(() => {
    if (next.current === undefined) return;
    cell.current?.querySelector('input')?.setSelectionRange(next.current, next.current);
    setAt(next.current);
    next.current = undefined;
  }, [cell, value]);
  return {
    at: at === undefined ? undefined : Math.min(at, value.length),
    /** The text has changed under the caret. */
    follow: (): void => setAt(caretIn(cell.current)),
    moveTo: (caret: number | undefined): void => {
      next.current = caret;
    },
  };
}

function caretIn(cell: HTMLElement | null): number | undefined {
  return cell?.querySelector('input')?.selectionStart ?? undefined;
}

function ProblemNote({
  id,
  text,
  problem,
  onChange,
}: {
  readonly id: string;
  readonly text: string;
  readonly problem: RuleProblem;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useText();
  const { at, suggestion } = problem;
  if (at === undefined) {
    return (
      <p id={id} className="rule-problem">
        {say.of(problem.text)}
      </p>
    );
  }
  const mended = `${text.slice(0, at.from)}${suggestion ?? ''}${text.slice(at.to)}`;
  return (
    <div id={id} className="rule-problem">
      <code>
        {text.slice(0, at.from)}
        <mark>{text.slice(at.from, at.to)}</mark>
        {text.slice(at.to)}
      </code>
      <p>
        {say('rules.problemAt', { from: at.from + 1, to: Math.max(at.to, at.from + 1), reason: say.of(problem.text) })}
      </p>
      {suggestion === undefined ? null : (
        <button type="button" className="text-button" onClick={() => onChange(mended)}>
          {say('rules.takeSuggestion', { suggestion })}
        </button>
      )}
    </div>
  );
}
