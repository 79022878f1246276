import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Policy, readPolicy } from '@liangqian/verify/policy.ts';
import { districtLists } from './catalogue/catalogue.ts';
import { demoFactSource, DemoShares } from './application/demo-facts.ts';
import { defaultConsentPolicy } from './consent/consent.ts';
import { loadDemoCases } from './demo-cases.ts';
import { type DemoWitnesses, startDemoWitnesses } from './demo-witnesses.ts';
import { DEMO_PIN, loadDemoDistrict, readDemoDistrict } from './demo-district.ts';
import { buildHttp } from './http/app.ts';
import { buildWebIfStale, WEB_ROOT } from './http/web-build.ts';
import type { Config } from './kernel/config.ts';
import { type Database, openDatabase } from './kernel/database.ts';
import { listenFault, type Running } from './kernel/lifetime.ts';
import { StartFault } from './kernel/start-fault.ts';
import { fileLogKeys, listLogs, logVerifierKeys } from './ledger/actions.ts';
import { openLog } from './kernel/log.ts';
import { type PlatformDatabase, startDatabase } from './kernel/platform-database.ts';
import { type Clock, systemClock } from './kernel/time.ts';
import { requireDistrict } from './district-letters.ts';
import { keepTrust, logKeyPlace } from './district-ledger.ts';
import { uploadLimitsOf } from './material/material.ts';
import { demoResults } from './matter/matter.ts';
import { openPlatform, type Platform } from './platform.ts';
import { startRobots } from './robots/robots.ts';

/** A started platform, for the command line and for tests that drive it through its doors. */
export interface Started extends Running {
  readonly url: string;
  readonly platform: Platform;
}

export interface StartOptions {
  readonly clock?: Clock;
  /** Progress for the person at the terminal. */
  readonly say?: (line: string) => void;
  /** The database, where it is already on its way. */
  readonly database?: Promise<PlatformDatabase>;
  /** A test that brings no browser skips the web build. */
  readonly web?: boolean;
}

/** Starts everything: database, migrations, demo district, web, robots, and at last the door that people knock at. */
export async function startPlatform(config: Config, options: StartOptions = {}): Promise<Started> {
  const { clock = systemClock, say = printLine, web = true } = options;
  const began = Date.now();
  const log = openLog(config.LOG_LEVEL);
  const database = await (options.database ?? startDatabase(config, say));
  const pool = openDatabase({ url: database.url('liangqian_app'), role: 'liangqian_app' });
  const stops: (() => Promise<void>)[] = [database.stop, () => pool.end()];
  async function stop(): Promise<void> {
    for (const end of stops.splice(0).toReversed()) await end();
  }
  try {
    requireDistrict(config.LIANGQIAN_REALM);
    // They start while the registers are read; only the log waits for them.
    const witnesses = demoWitnesses(config, pool);
    stops.push(async () => (await witnesses.catch(() => undefined))?.stop());
    const logPolicy = witnesses.then((started) => logPolicyOf(config) ?? started?.policy);
    // Whoever opens the log is told; until then a fault must not count as unheard.
    logPolicy.catch(() => undefined);
    const platform = await openDistrict(config, { pool, clock, say, logPolicy });
    stops.push(platform.close);
    if (web) await buildWebIfStale(say);
    const robots = startRobots(platform, log);
    // The log first: a robot that takes up a long backlog would not end before all of it is in.
    stops.push(async () => void (await Promise.all([platform.ledger.close(), robots.stop()])));
    const demo =
      config.LIANGQIAN_DEMO === 'yes' ? { signIns: readDemoDistrict().people.demoSignIns, pin: DEMO_PIN } : undefined;
    const http = await buildHttp(platform, {
      log,
      webRoot: web ? WEB_ROOT : undefined,
      demo,
      trustedProxies: config.LIANGQIAN_TRUSTED_PROXIES,
      requestId: randomUUID,
    });
    stops.push(() => http.close());
    const url = await listen(http, config);
    say(`\n两签 Liangqian 已就绪 is ready (${((Date.now() - began) / 1000).toFixed(1)} s)\n\n  ${url}\n`);
    if (demo !== undefined) for (const line of signInLines(demo.signIns, new URL(url).port)) say(line);
    return { url, platform, ended: database.ended, stop };
  } catch (error) {
    await stop();
    throw listenFault(error, config);
  }
}

/** The witnesses of the demonstration; where it is in earnest the operator's policy file names those of the departments. */
async function demoWitnesses(config: Config, pool: Database): Promise<DemoWitnesses | undefined> {
  if (config.LIANGQIAN_DEMO !== 'yes' || config.LIANGQIAN_LOG_POLICY !== undefined) return undefined;
  const logs = await listLogs(pool, config.LIANGQIAN_REALM);
  const place = logKeyPlace(config.DATA_DIR, config.LIANGQIAN_KEY_PASSPHRASE, logs.at(-1)?.generation);
  const known = logs.length === 0 ? [fileLogKeys(place)] : logs;
  return startDemoWitnesses(
    config.DATA_DIR,
    known.map((log) => logVerifierKeys(log)[0]),
  );
}

function logPolicyOf({ LIANGQIAN_LOG_POLICY: file }: Config): Policy | undefined {
  if (file === undefined) return undefined;
  const policy = readPolicy(readFileSync(file, 'utf8'));
  if (!('reason' in policy)) return policy;
  const { line, reason } = policy;
  throw new StartFault({
    zh: `见证策略文件 ${file} 第 ${line} 行有误（${reason}）。`,
    en: `The witness policy ${file} is wrong in line ${line}: ${reason}.`,
  });
}

interface DistrictPorts {
  readonly pool: ReturnType<typeof openDatabase>;
  readonly clock: Clock;
  readonly say: (line: string) => void;
  readonly logPolicy: Promise<Policy | undefined>;
}

async function openDistrict(config: Config, { pool, clock, say, logPolicy }: DistrictPorts): Promise<Platform> {
  const isDemo = config.LIANGQIAN_DEMO === 'yes';
  const demo = isDemo ? readDemoDistrict() : undefined;
  const [from = '00:00', to = '24:00'] = config.LIANGQIAN_SEAL_HOURS.split('-');
  const platform = await openPlatform({
    pool,
    realm: config.LIANGQIAN_REALM,
    dataDir: config.DATA_DIR,
    clock,
    publicUrl: config.LIANGQIAN_PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
    reviewUrl: config.LIANGQIAN_REVIEW_URL,
    keyPassphrase: config.LIANGQIAN_KEY_PASSPHRASE,
    sealHours: { from, to },
    correctionWaitDays: config.LIANGQIAN_CORRECTION_WAIT_DAYS,
    uploadLimits: uploadLimitsOf(config),
    draftDays: config.LIANGQIAN_DRAFT_DAYS,
    consentPolicy: { ...defaultConsentPolicy, codeMinutes: config.LIANGQIAN_CODE_MINUTES },
    renderWorkers: 1,
    pinAlone: (config.LIANGQIAN_CONFIRMATION ?? (isDemo ? 'pin' : 'strong')) === 'pin',
    ...(config.LIANGQIAN_PUBLIC_URL === undefined ? {} : { passkeyUrl: config.LIANGQIAN_PUBLIC_URL }),
    ...(config.LIANGQIAN_TIME_STAMP_URL === undefined ? {} : { timeStampUrl: config.LIANGQIAN_TIME_STAMP_URL }),
    logPolicy,
    codeLists: districtLists(config.LIANGQIAN_LICENCE_LIST),
    factSource: demoFactSource(
      demo?.shares ?? DemoShares.parse({ facts: {}, known: {}, missing: {}, unverified: {}, credit: {} }),
    ),
    ...(isDemo ? { demoPin: DEMO_PIN, resultSource: demoResults(config.LIANGQIAN_REALM) } : {}),
  });
  if (demo !== undefined) {
    say('正在载入示范区 loading the demo district 云河区 …');
    await loadDemoDistrict(platform, demo, clock.now());
    await loadDemoCases(platform, clock.now());
  }
  platform.search.prepare(clock.now());
  keepTrust(platform.ledger, config.DATA_DIR);
  return platform;
}

async function listen(http: Awaited<ReturnType<typeof buildHttp>>, config: Config): Promise<string> {
  return http.listen({ port: config.PORT, host: config.HOST });
}

function signInLines(
  signIns: ReturnType<typeof readDemoDistrict>['people']['demoSignIns'],
  port: string,
): readonly string[] {
  const seen = new Set<string>();
  const first = signIns.filter(({ role }) => !seen.has(role.zh) && seen.add(role.zh));
  return [
    '示范账号 demo sign-ins (one per role):',
    ...first.map(({ login, role, password }) => `  ${login.padEnd(16)} ${password.padEnd(16)} ${role.zh} ${role.en}`),
    `  签批 PIN signing PIN: ${DEMO_PIN}`,
    // Browsers offer passkeys at this name, and at no bare number.
    `  试用通行密钥 to try passkeys: http://localhost:${port}/confirmation`,
    '\n按 Ctrl-C 停止 press Ctrl-C to stop',
  ];
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
