import { generateKeyPairSync, getHashes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readConfig } from '../kernel/config.ts';
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
