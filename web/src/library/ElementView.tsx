import type { ReactNode } from 'react';
import { type Say, useText } from '../text/text.ts';
import { lineTitle, titleOfLine } from './ElementList.tsx';
import { choiceText, nameOf } from './fields.ts';
import { Folded } from './Folded.tsx';
import { entriesOf, listOf, optionAt, type SchemaNode } from './schema.ts';

/** Elements of an item to read: every name with its content, lists folded. */
export function ElementView({
  node,
  value,
  name,
}: {
  readonly node: SchemaNode;
  readonly value: unknown;
  readonly name: string;
}): ReactNode {
  const say = useText();
  const plain = plainText(node, value, say);
  if (plain !== undefined) {
    return (
      <div className="element-read">
        <dt>{name}</dt>
        <dd>{plain === '' ? <span className="quiet">{say('library.empty')}</span> : plain}</dd>
      </div>
    );
  }
  const shape = node.options[optionAt(node, value)] ?? node;
  if (shape.line !== undefined) return <Lines node={shape.line} lines={listOf(value)} name={name} />;
  const entries = entriesOf(value);
  return (
    <div className="element-read">
      <dt>{name}</dt>
      <dd>
        <dl>
          {shape.children.map(([key, child]) => (
            <ElementView key={key} node={child} value={entries[key]} name={nameOf(child, key, say)} />
          ))}
        </dl>
      </dd>
    </div>
  );
}

function Lines({
  node,
  lines,
  name,
}: {
  readonly node: SchemaNode;
  readonly lines: readonly unknown[];
  readonly name: string;
}): ReactNode {
  const say = useText();
  return (
    <div className="element-read">
      <dt>{name}</dt>
      <dd>
        {lines.map((line, at) => (
          <Folded key={`${titleOfLine(line)}-${String(at)}`} title={`${String(at + 1)} ${lineTitle(node, line, say)}`}>
            {() => (
              <dl>
                {(node.options[optionAt(node, line)] ?? node).children.map(([key, child]) => (
                  <ElementView key={key} node={child} value={entriesOf(line)[key]} name={nameOf(child, key, say)} />
                ))}
              </dl>
            )}
          </Folded>
        ))}
      </dd>
    </div>
  );
}

/** The content as one text, where it is a plain one; undefined where it has parts. */
function plainText(node: SchemaNode, value: unknown, say: Say): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return say(value ? 'library.yes' : 'library.no');
  if (typeof value === 'string' || typeof value === 'number') return choiceText(node, value, say);
  const { line } = node;
  if (line !== undefined && listOf(value).every((one) => typeof one !== 'object')) {
    const parts = listOf(value).map((one) => choiceText(line, String(one), say));
    return parts.join(say.language === 'zh' ? '、' : ', ');
  }
  if (node.children.length === 0 && node.options.length === 0 && line === undefined) return JSON.stringify(value);
  const { zh, en, ...rest } = entriesOf(value);
  if (typeof zh === 'string' && typeof en === 'string' && Object.keys(rest).length === 0) return say.of({ zh, en });
  return undefined;
}
