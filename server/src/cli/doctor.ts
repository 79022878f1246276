import { generateKeyPairSync, getHashes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { needsOutside, readPolicy } from '@liangqian/verify/policy.ts';
import { type Config, readConfig } from '../kernel/config.ts';
import { holdDataDir } from '../kernel/data-dir.ts';
import { serverVersion } from '../kernel/database.ts';
import { probePort } from '../kernel/lifetime.ts';
import { postgresAccount } from '../kernel/postgres-account.ts';
import { postgresHome } from '../kernel/postgres-binaries.ts';
import type { Text } from '../kernel/refusal.ts';
import { StartFault } from '../kernel/start-fault.ts';
import type { Command, Terminal } from './command.ts';

interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  readonly detail: string;
}

const FONT_PACKAGES = ['@expo-google-fonts/noto-serif-sc', '@expo-google-fonts/noto-sans-sc'];
const LEAST_NODE = 24;

export const doctor: Command = {
  name: 'doctor',
  summary: { zh: '检查本机能否运行两签', en: 'check whether this machine can run Liangqian' },
  parameters: [],
  async run({ json, terminal }) {
    const findings = await examine(terminal);
    const failed = findings.filter((finding) => !finding.ok).length;
    if (json) terminal.out(JSON.stringify({ findings, failed }));
    else for (const { subject, ok, detail } of findings) terminal.out(`${ok ? '✓' : '✗'} ${subject}: ${detail}`);
    return failed === 0 ? 0 : 1;
  },
};

async function examine(terminal: Terminal): Promise<readonly Finding[]> {
  const config = readConfig(terminal.environment);
  const { DATABASE_URL } = config;
  return [
    await finding('Node', () => requireNode()),
    await finding('SM3', () =>
      getHashes().includes('sm3') ? 'GB/T 32905' : no('此 Node 不支持 SM3', 'this Node lacks SM3'),
    ),
    await finding('SM2', () => generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey.asymmetricKeyType ?? ''),
    await finding('fonts 字体', () => FONT_PACKAGES.map(requirePackage).join(', ')),
    await finding('data directory 数据目录', () => probeDataDir(config.DATA_DIR)),
    await finding('port 端口', () => probePort(config)),
    await finding('PostgreSQL', () =>
      DATABASE_URL === undefined
        ? postgresHome(postgresAccount(terminal.err), terminal.err)
        : serverVersion(DATABASE_URL),
    ),
    await finding('witnesses 见证机构', () => witnessesOf(config)),
  ];
}

async function finding(subject: string, look: () => string | Promise<string>): Promise<Finding> {
  try {
    return { subject, ok: true, detail: await look() };
  } catch (error) {
    if (error instanceof StartFault) return { subject, ok: false, detail: `${error.text.zh} ${error.text.en}` };
    return { subject, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function no(zh: Text['zh'], en: Text['en']): never {
  throw new StartFault({ zh, en });
}

/** Evidence is worth what its witnesses are: one of every quorum must answer to nobody who runs the platform. */
function witnessesOf({ LIANGQIAN_LOG_POLICY: file, LIANGQIAN_DEMO: demo }: Config): string {
  if (file === undefined) {
    return demo === 'yes'
      ? '示范：三家都在本机，没有证明力 the demonstration: all three on this machine, which proves nothing'
      : no('未设 LIANGQIAN_LOG_POLICY，没有见证机构。', 'LIANGQIAN_LOG_POLICY is not set: there are no witnesses.');
  }
  const policy = readPolicy(readFileSync(file, 'utf8'));
  if ('reason' in policy)
    return no(
      `见证策略 ${file} 第 ${policy.line} 行有误（${policy.reason}）。`,
      `The witness policy ${file} is wrong in line ${policy.line}: ${policy.reason}.`,
    );
  return needsOutside(policy)
    ? `${policy.witnesses.length}, ${policy.quorum}`
    : no(
        '运营方一侧的见证机构自己就能凑成法定数：请用 #outside 写明不受其领导的见证机构，并使法定数离不开它们。',
        'Witnesses on the operator’s side alone make a quorum: name those who do not answer to him with #outside, and ask for so many that one of them is always needed.',
      );
}

function requireNode(): string {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= LEAST_NODE ? process.version : no(`需要 Node ${LEAST_NODE}。`, `Node ${LEAST_NODE} is needed.`);
}

function requirePackage(name: string): string {
  const found = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return existsSync(dirname(found)) ? name : no(`未安装 ${name}。`, `${name} is not installed.`);
}

async function probeDataDir(path: string): Promise<string> {
  const held = await holdDataDir(path);
  await held.release();
  return held.path;
}
