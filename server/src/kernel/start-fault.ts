import type { Text } from './refusal.ts';

/** Why the program cannot start or go on, in one sentence for the person at the terminal. Everything else that is thrown is a fault of ours. */
export class StartFault extends Error {
  readonly text: Text;

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'StartFault';
    this.text = text;
  }
}

/** The code that Node and PostgreSQL put on their errors (`ENOSPC`, `28P01` …), or `''`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const DISK_SENTENCES: Readonly<Record<string, (path: string) => Text>> = {
  ENOSPC: (path) => ({ zh: `磁盘已满，无法写入 ${path}。`, en: `The disk is full: ${path} cannot be written.` }),
  EDQUOT: (path) => ({
    zh: `磁盘配额已用完，无法写入 ${path}。`,
    en: `The disk quota is used up: ${path} cannot be written.`,
  }),
  EROFS: (path) => ({ zh: `${path} 所在的文件系统只读。`, en: `The file system that holds ${path} is read-only.` }),
  EACCES: (path) => ({ zh: `没有权限写入 ${path}。`, en: `There is no permission to write ${path}.` }),
  EPERM: (path) => ({ zh: `没有权限写入 ${path}。`, en: `There is no permission to write ${path}.` }),
  ENOTDIR: (path) => ({ zh: `${path} 不是目录。`, en: `${path} is not a directory.` }),
  ENOENT: (path) => ({ zh: `无法创建 ${path}。`, en: `${path} cannot be created.` }),
  EEXIST: (path) => ({ zh: `${path} 不是目录。`, en: `${path} is not a directory.` }),
};

/** Turns the disk's own errors into one sentence about `path`; other errors come back as they are. */
export function diskFault(error: unknown, path: string): unknown {
  const sentence = DISK_SENTENCES[errorCode(error)];
  return sentence === undefined ? error : new StartFault(sentence(path), error);
}
