import { parseArgs } from 'node:util';
import type { Environment } from '../kernel/config.ts';
import type { Text } from '../kernel/refusal.ts';
import { errorCode, StartFault } from '../kernel/start-fault.ts';
import { type Call, type Command, type CommandOption, InputFault, type Terminal } from './command.ts';

/** By their first word, in the order of the overview. Who calls one waits for no other to be loaded: `start` least of all. */
const COMMANDS: Readonly<Record<string, () => Promise<readonly Command[]>>> = {
  start: async () => [(await import('./start.ts')).start],
  case: async () => [(await import('./case.ts')).caseRun],
  check: async () => (await import('./check.ts')).checkCommands,
  catalogue: async () => (await import('./catalogue.ts')).catalogueCommands,
  certificate: async () => (await import('./certificate-command.ts')).certificateCommands,
  calendar: async () => [(await import('./calendar-load.ts')).calendarLoad],
  migrate: async () => [(await import('./migrate.ts')).migrateCommand],
  backup: async () => [(await import('./backup.ts')).backup],
  restore: async () => [(await import('./restore.ts')).restore],
  ledger: async () => (await import('./ledger-command.ts')).ledgerCommands,
  verify: async () => [(await import('./verify.ts')).verifyCommand],
  witness: async () => [(await import('./witness.ts')).witness],
  doctor: async () => [(await import('./doctor.ts')).doctor],
};

const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  json: { type: 'boolean', says: { zh: '以一个 JSON 文档输出', en: 'answer with one JSON document' } },
  help: { type: 'boolean', short: 'h', says: { zh: '显示用法', en: 'show the usage' } },
};

/** Runs one command line and returns its exit code. */
export async function runCli(
  parameters: readonly string[],
  environment: Environment,
  write: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): Promise<number> {
  const terminal: Terminal = {
    environment,
    out: (line) => write.out(`${line}\n`),
    err: (line) => write.err(`${line}\n`),
  };
  try {
    return await dispatch(parameters, terminal);
  } catch (error) {
    return report(error, parameters.includes('--json'), terminal);
  }
}

async function dispatch(parameters: readonly string[], terminal: Terminal): Promise<number> {
  const group = await groupOf(parameters[0]);
  const found = findCommand(group, parameters);
  if (found === undefined) return overview(group, parameters, terminal);
  const { command, rest } = found;
  const { values, positionals } = parse(command, rest);
  if (values['help'] === true) {
    for (const line of usage(command)) terminal.out(line);
    return 0;
  }
  const most = command.parameters.length + (command.optionalParameter === undefined ? 0 : 1);
  if (positionals.length < command.parameters.length || positionals.length > most) throw wrongParameters(command);
  const call: Call = { positionals, flags: values, json: values['json'] === true, terminal };
  return command.run(call);
}

/** The commands that begin with `first`. */
async function groupOf(first: string | undefined): Promise<readonly Command[]> {
  const load = first !== undefined && Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return load === undefined ? [] : load();
}

function findCommand(
  group: readonly Command[],
  parameters: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | undefined {
  for (const command of group) {
    const words = command.name.split(' ');
    if (words.every((word, index) => parameters[index] === word))
      return { command, rest: parameters.slice(words.length) };
  }
  return undefined;
}

async function overview(group: readonly Command[], parameters: readonly string[], terminal: Terminal): Promise<number> {
  const [first] = parameters;
  const isHelp = first === undefined || ['help', '--help', '-h'].includes(first);
  const isGroup = group.length > 0 && [undefined, '--help', '-h'].includes(parameters[1]);
  if (!isHelp && !isGroup) throw unknownCommand(parameters);
  const shown = isHelp ? (await Promise.all(Object.values(COMMANDS).map((load) => load()))).flat() : group;
  terminal.out('用法 Usage: liangqian <command> [--json] [--help]');
  for (const command of shown) {
    terminal.out(`  ${signature(command).padEnd(28)} ${command.summary.zh} ${command.summary.en}`);
  }
  // Help that was asked for is an answer; help instead of a command is not.
  return first === undefined || (isGroup && parameters.length === 1) ? 2 : 0;
}

function parse(command: Command, rest: readonly string[]): ReturnType<typeof parseArgs> {
  try {
    const options = { ...COMMON_OPTIONS, ...command.options };
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!errorCode(error).startsWith('ERR_PARSE_ARGS')) throw error;
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    throw new InputFault(
      {
        zh: `选项有误（${reason}），见 liangqian ${command.name} --help。`,
        en: `${reason}; see liangqian ${command.name} --help.`,
      },
      error,
    );
  }
}

function usage(command: Command): readonly string[] {
  const options = Object.entries({ ...COMMON_OPTIONS, ...command.options });
  return [
    `用法 Usage: liangqian ${signature(command)}`,
    command.summary.zh,
    command.summary.en,
    ...options.map(([name, option]) => `  --${name.padEnd(18)} ${option.says.zh} ${option.says.en}`),
  ];
}

function signature(command: Command): string {
  const optional = command.optionalParameter === undefined ? [] : [`[${command.optionalParameter}]`];
  return [command.name, ...command.parameters, ...optional].join(' ');
}

function wrongParameters(command: Command): InputFault {
  const count = command.parameters.length;
  return new InputFault({
    zh: `liangqian ${command.name} 需要 ${count} 个参数：liangqian ${signature(command)}。`,
    en: `liangqian ${command.name} takes ${count} argument${count === 1 ? '' : 's'}: liangqian ${signature(command)}.`,
  });
}

function unknownCommand(parameters: readonly string[]): InputFault {
  const words = parameters.slice(0, 2).join(' ');
  return new InputFault({
    zh: `没有命令 “${words}”，见 liangqian --help。`,
    en: `There is no command "${words}"; see liangqian --help.`,
  });
}

function report(error: unknown, json: boolean, terminal: Terminal): number {
  const text = sentenceOf(error);
  if (json) terminal.out(JSON.stringify({ error: text }));
  terminal.err(text.zh);
  terminal.err(text.en);
  if (error instanceof InputFault) return 2;
  if (!(error instanceof StartFault) && error instanceof Error) terminal.err(error.stack ?? error.message);
  return 1;
}

function sentenceOf(error: unknown): Text {
  if (error instanceof InputFault || error instanceof StartFault) return error.text;
  return { zh: '程序内部错误。', en: 'A fault inside the program.' };
}
