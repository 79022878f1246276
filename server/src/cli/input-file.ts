import { readFileSync, statSync } from 'node:fs';
import { isKeepable } from '../kernel/keepable.ts';
import type { Text } from '../kernel/refusal.ts';
import { errorCode } from '../kernel/start-fault.ts';
import { InputFault } from './command.ts';

const MOST_BYTES = 10_000_000;

/** Reads a JSON file; says in one sentence why it cannot be read. */
export function readJsonFile(path: string): unknown {
  const text = readTextFile(path);
  try {
    return JSON.parse(text, keepable);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new InputFault(
      { zh: `${path} 不是有效的 JSON（${reason}）。`, en: `${path} is not valid JSON (${reason}).` },
      error,
    );
  }
}

function keepable(name: string, value: unknown): unknown {
  if (isKeepable(name) && (typeof value !== 'string' || isKeepable(value))) return value;
  throw new SyntaxError(`a text that cannot be kept in ${JSON.stringify(name)}`);
}

function readTextFile(path: string): string {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputFault({ zh: `${path} 不是有效的 UTF-8 文本。`, en: `${path} is not valid UTF-8 text.` }, error);
  }
}

/** The bytes of a file; says in one sentence why it cannot be read. */
export function readBytes(path: string): Uint8Array {
  try {
    const status = statSync(path);
    if (status.isDirectory())
      throw new InputFault({ zh: `${path} 是目录，不是文件。`, en: `${path} is a directory, not a file.` });
    // A device or a pipe has no size and may never end.
    if (!status.isFile()) throw new InputFault({ zh: `${path} 不是普通文件。`, en: `${path} is not a regular file.` });
    if (status.size > MOST_BYTES) throw tooBig(path, status.size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputFault) throw error;
    throw new InputFault(unreadable(path, error), error);
  }
}

function tooBig(path: string, size: number): InputFault {
  const megabytes = (size / 1_000_000).toFixed(1);
  return new InputFault({
    zh: `${path} 过大（${megabytes} MB），上限为 ${MOST_BYTES / 1_000_000} MB。`,
    en: `${path} is too big (${megabytes} MB): at most ${MOST_BYTES / 1_000_000} MB are read.`,
  });
}

function unreadable(path: string, error: unknown): Text {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { zh: `找不到文件 ${path}。`, en: `There is no file ${path}.` };
    case 'EACCES':
    case 'EPERM':
      return { zh: `没有权限读取 ${path}。`, en: `There is no permission to read ${path}.` };
    default:
      return { zh: `无法读取 ${path}（${errorCode(error)}）。`, en: `${path} cannot be read (${errorCode(error)}).` };
  }
}
