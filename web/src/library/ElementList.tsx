import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { type Say, useText } from '../text/text.ts';
import { choiceText, type FieldProps } from './fields.ts';
import { Folded } from './Folded.tsx';
import { anchorOf, blankOf, entriesOf, listOf, optionAt, pathText, type SchemaNode } from './schema.ts';

/** Shows one element; handed in, since lists lie within elements and elements within lists. */
type Field = (props: FieldProps) => ReactNode;

/** A list whose lines have elements of their own: each folds, each can be removed, one can be added. */
export function ListField({
  node,
  path,
  value,
  name,
  change,
  faultsAt,
  Field,
}: FieldProps & { readonly Field: Field }): ReactNode {
  const say = useText();
  const line = node.line;
  if (line === undefined) return null;
  const lines = listOf(value);
  return (
    <fieldset className="element-group" id={anchorOf(pathText(path))} tabIndex={-1}>
      <legend>{name}</legend>
      {faultsAt(pathText(path)).map((fault) => (
        <p key={fault} className="why-not">
          {fault}
        </p>
      ))}
      {lines.map((content, at) => (
        // Lines have no identity of their own; their order is theirs.
        <Folded
          key={`${pathText(path)}-${String(at)}`}
          className="element-line"
          id={anchorOf(pathText([...path, at]))}
          title={<LineTitle node={line} at={at} content={content} />}
        >
          {() => (
            <>
              <Field
                node={line}
                path={[...path, at]}
                value={content}
                name={say('library.line', { at: at + 1 })}
                change={change}
                faultsAt={faultsAt}
              />
              <Button
                size="small"
                danger
                aria-label={`${say('library.remove')} ${name} ${String(at + 1)}`}
                onClick={() =>
                  change(
                    path,
                    lines.filter((_line, other) => other !== at),
                  )
                }
              >
                {say('library.remove')}
              </Button>
            </>
          )}
        </Folded>
      ))}
      <Button size="small" onClick={() => change(path, [...lines, blankOf(line)])}>
        {say('library.add', { name })}
      </Button>
    </fieldset>
  );
}

function LineTitle({
  node,
  at,
  content,
}: {
  readonly node: SchemaNode;
  readonly at: number;
  readonly content: unknown;
}): ReactNode {
  const say = useText();
  return (
    <>
      {say('library.line', { at: at + 1 })} <span className="quiet">{lineTitle(node, content, say)}</span>
    </>
  );
}

/** What tells a line from the others, in words where it is a code. */
export function lineTitle(node: SchemaNode, line: unknown, say: Say): string {
  const title = titleOfLine(line);
  const coded = node.children.find(([, child]) => child.names[title] !== undefined)?.[1];
  return coded === undefined ? title : choiceText(coded, title, say);
}

/** What tells a line from the others. */
export function titleOfLine(content: unknown): string {
  if (typeof content === 'string') return content;
  const entries = entriesOf(content);
  for (const key of ['name', 'label', 'text', 'question', 'law', 'when', 'kind', 'stage', 'code', 'id']) {
    const found = entries[key];
    if (typeof found === 'string' && found !== '') return found;
    const { zh } = entriesOf(found);
    if (typeof zh === 'string' && zh !== '') return zh;
  }
  return '';
}

/** Content of one of several shapes: the shape is chosen, its elements follow. */
export function ShapeField({ Inside, ...props }: FieldProps & { readonly Inside: Field }): ReactNode {
  const { node, path, value, name, change } = props;
  const at = optionAt(node, value);
  const option = node.options[at];
  if (option === undefined) return null;
  const options = node.options.map((one, place) => ({ value: place, label: shapeName(one.children) }));
  return (
    <fieldset className="element-group" id={anchorOf(pathText(path))} tabIndex={-1}>
      <legend>{name}</legend>
      <Select
        aria-label={name}
        value={at}
        options={options}
        onChange={(next) => {
          const shape = node.options[next];
          if (shape !== undefined) change(path, { ...keptOf(value, shape.children), ...fixedOf(shape.children) });
        }}
      />
      <Inside {...props} node={option} />
    </fieldset>
  );
}

type ChildNodes = FieldProps['node']['children'];

function shapeName(children: ChildNodes): string {
  const fixed = children.flatMap(([, child]) => (child.fixed === undefined ? [] : [child.fixed]));
  if (fixed.length > 0) return fixed.join(' ');
  return children.find(([, child]) => child.choices.length > 0)?.[1].choices.join(' / ') ?? '';
}

/** What another shape keeps of the content: the elements that it has too. */
function keptOf(value: unknown, children: ChildNodes): Record<string, unknown> {
  const entries = entriesOf(value);
  return Object.fromEntries(children.map(([key, child]) => [key, entries[key] ?? blankOf(child)]));
}

function fixedOf(children: ChildNodes): Record<string, unknown> {
  return Object.fromEntries(
    children.flatMap(([key, child]) => {
      const first = child.fixed ?? child.choices[0];
      return first === undefined ? [] : [[key, first] as const];
    }),
  );
}
