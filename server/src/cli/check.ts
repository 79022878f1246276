import { fileURLToPath } from 'node:url';
import type { CheckReport } from './check-report.ts';
import { type Command, InputFault } from './command.ts';
import { readJsonFile } from './input-file.ts';

/** The items of the fictional district that comes with the program. */
const DEMO_CATALOGUE = fileURLToPath(new URL('../../../db/demo/catalogue.json', import.meta.url));

type Check = (document: unknown) => CheckReport | Promise<CheckReport>;

/** `liangqian check …`: each compares what FILE expects with what the program says. Loaded only when called. */
export const checkCommands: readonly Command[] = [
  checkCommand('rules', '运行事项规则的示例', 'run the example cases of item rules', async () => {
    const { checkRules } = await import('./check-rules.ts');
    const { Catalogue } = await import('../catalogue/catalogue.ts');
    const { items } = Catalogue.parse(readJsonFile(DEMO_CATALOGUE));
    return (document) => checkRules(document, items);
  }),
  checkCommand('clock', '核对期限计算', 'compare the law’s clock with date vectors', async () => {
    return (await import('./check-clock.ts')).checkClock;
  }),
  checkCommand('codes', '核对标识码', 'compare codes and identifiers with vectors', async () => {
    return (await import('./check-codes.ts')).checkCodes;
  }),
  checkCommand('mandate', '核对授权与行为', 'put acts to mandates and compare the verdicts', async () => {
    return (await import('./check-mandate.ts')).checkMandate;
  }),
];

function checkCommand(subject: string, zh: string, en: string, load: () => Promise<Check>): Command {
  return {
    name: `check ${subject}`,
    summary: { zh, en },
    parameters: ['FILE'],
    async run({ positionals: [file = ''], json, terminal }) {
      const document = readJsonFile(file);
      const report = await judge(await load(), document, file);
      if (json) terminal.out(JSON.stringify(report));
      else {
        for (const mismatch of report.mismatches) terminal.out(mismatch);
        terminal.out(`${report.passed} passed, ${report.failed} failed`);
      }
      return report.failed === 0 ? 0 : 1;
    },
  };
}

async function judge(check: Check, document: unknown, file: string): Promise<CheckReport> {
  const report = await runCheck(check, document, file);
  if (report.passed + report.failed > 0) return report;
  throw new InputFault({ zh: `${file} 中没有可核对的内容。`, en: `${file} holds nothing to check.` });
}

async function runCheck(check: Check, document: unknown, file: string): Promise<CheckReport> {
  try {
    return await check(document);
  } catch (error) {
    // Only a document of another shape, or one nested without end, makes a check throw.
    const reason = error instanceof Error ? firstLine(error) : String(error);
    throw new InputFault(
      { zh: `${file} 的内容不符合要求（${reason}）。`, en: `${file} does not have the expected shape (${reason}).` },
      error,
    );
  }
}

function firstLine(error: Error): string {
  const issue = 'issues' in error && Array.isArray(error.issues) ? error.issues[0] : undefined;
  if (issue === undefined) return error.message.split('\n')[0] ?? '';
  return `${issue.path.join('.')}: ${issue.message}`;
}
