import { SaxesParser } from 'saxes';
import { textOf } from './bytes.ts';

/** An element by its local name; OFD puts all of them into one namespace. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The text is no XML of the kind that OFD allows, or costs more than any letter may. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const DEPTH = 32;
const ELEMENTS = 100_000;
const BYTES = 4 * 2 ** 20;

/** Reads a whole XML file; no document type, so no entities that grow and nothing that is fetched. */
export function readXml(bytes: Uint8Array): XmlElement {
  if (bytes.length > BYTES) throw new XmlError('an XML file larger than any letter has');
  const text = textOf(bytes);
  if (text === undefined) throw new XmlError('not a text in UTF-8');
  const parser = new SaxesParser({ xmlns: false, position: false });
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [top];
  let count = 0;
  parser.on('error', (error) => {
    throw new XmlError(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlError('a document type is not allowed');
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length > DEPTH || count > ELEMENTS) throw new XmlError('deeper or longer than any letter');
    open.push({ name: localName(name), attributes: { ...attributes }, children: [], text: '' });
  });
  parser.on('text', (part) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += part;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) open.at(-1)?.children.push({ ...closed, text: closed.text.trim() });
  });
  parser.write(text).close();
  const [root, ...more] = top.children;
  if (root === undefined || more.length > 0) throw new XmlError('not one root element');
  return root;
}

/** The one child of that name; undefined when there is none. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  const found = element?.children.filter((child) => child.name === name) ?? [];
  if (found.length > 1) throw new XmlError(`more than one ${name}`);
  return found[0];
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the element at the end of the path from `element`. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | undefined {
  let current: XmlElement | undefined = element;
  for (const name of path) current = childOf(current, name);
  return current?.text;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
