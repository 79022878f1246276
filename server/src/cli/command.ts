import type { ParseArgsOptionsConfig } from 'node:util';
import type { Environment } from '../kernel/config.ts';
import type { Text } from '../kernel/refusal.ts';

/** What a command sees of the outside. */
export interface Terminal {
  readonly environment: Environment;
  /** Writes one line of the answer. */
  readonly out: (line: string) => void;
  /** Writes one line about the run; never part of the answer. */
  readonly err: (line: string) => void;
}

/** How one call of a command was parsed. */
export interface Call {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  /** The answer is one JSON document. */
  readonly json: boolean;
  readonly terminal: Terminal;
}

export interface Command {
  /** The words after `liangqian`. */
  readonly name: string;
  readonly summary: Text;
  /** Names of the arguments; each is required. */
  readonly parameters: readonly string[];
  /** Name of one more argument that may be left out. */
  readonly optionalParameter?: string;
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** Returns the exit code: 0 done, 1 the answer is no, 2 the call or its input is wrong. */
  readonly run: (call: Call) => Promise<number>;
}

export type CommandOption = ParseArgsOptionsConfig[string] & { readonly says: Text };

/** The call or its input is wrong: one sentence, exit code 2. */
export class InputFault extends Error {
  readonly text: Text;

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'InputFault';
    this.text = text;
  }
}
