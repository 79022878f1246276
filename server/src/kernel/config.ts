import { z } from 'zod';
import { StartFault } from './start-fault.ts';

/** Known to everybody. */
const KNOWN_PASSPHRASE = 'development';

/** Every setting of the program, read from the environment once, by `main.ts` and the command line. */
export const Config = z.strictObject({
  /** Where the platform listens. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** A PostgreSQL of version 15 or later; absent means the embedded one in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The login that migrates, when DATABASE_URL may not. */
  DATABASE_MIGRATOR_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The embedded database, documents and keys. */
  DATA_DIR: z.string().min(1).default('./data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The district that governs the rows written here: its six-digit division code (GB/T 2260). */
  LIANGQIAN_REALM: z
    .string()
    .regex(/^\d{6}$/)
    .default('110198'),
  /** Where people reach the platform; printed on documents, and what passkeys are bound to. Absent means http://HOST:PORT. */
  LIANGQIAN_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Opens the key store; the default is known to everybody, so the keys under it are for development only. */
  LIANGQIAN_KEY_PASSPHRASE: z.string().min(8).default(KNOWN_PASSPHRASE),
  /** The shared library of a PKCS#11 module in which P-256 keys live, its token's label, and the PIN that opens it. */
  LIANGQIAN_PKCS11_MODULE: z.string().min(1).optional(),
  LIANGQIAN_PKCS11_TOKEN: z.string().min(1).default('liangqian'),
  LIANGQIAN_PKCS11_PIN: z.string().default(''),
  /** Addresses or networks of the proxies in front, separated by commas: their `X-Forwarded-For` names the client. */
  LIANGQIAN_TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .default([]),
  /** Hours on the wall clock in which people use seals (T12); the figure is the hall's own. */
  LIANGQIAN_SEAL_HOURS: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
    .default('00:00-24:00'),
  /** Natural days that an applicant has for answering a correction notice; the law leaves the figure to the organ. */
  LIANGQIAN_CORRECTION_WAIT_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  /** The largest file that is taken in as a material, in MB. */
  LIANGQIAN_UPLOAD_FILE_MB: z.coerce.number().int().min(1).max(1024).default(20),
  /** All files of one case together, in MB. */
  LIANGQIAN_UPLOAD_CASE_MB: z.coerce.number().int().min(1).max(10_240).default(200),
  /** Natural days for which a draft of an application waits after it was saved last. */
  LIANGQIAN_DRAFT_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  /** Minutes for which a code that somebody shows on his phone can be read at a window. */
  LIANGQIAN_CODE_MINUTES: z.coerce.number().int().min(1).max(15).default(5),
  /** Where applications for administrative review are taken online (R69); the demo district's address is invented. */
  LIANGQIAN_REVIEW_URL: z.url({ protocol: /^https?$/ }).default('https://xzfy.yunhe.example/'),
  /** The list of licensed items 行政许可事项清单 of the district (JSON): only what it names is published as a licence (R1). */
  LIANGQIAN_LICENCE_LIST: z.string().min(1).optional(),
  /** An authority for time stamps (RFC 3161, P-256 with SHA-256); absent means the one inside, which is for development. */
  LIANGQIAN_TIME_STAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Whose signatures the transparency log waits for: a policy file (C2SP tlog-policy) that names witnesses and quorum. */
  LIANGQIAN_LOG_POLICY: z.string().min(1).optional(),
  /** What confirms a signature: a passkey, or PIN with one-time code (`strong`); or the PIN alone (`pin`), the demo's default. */
  LIANGQIAN_CONFIRMATION: z.enum(['strong', 'pin']).optional(),
  /** Whether the fictional district is loaded and its sign-ins are printed. */
  LIANGQIAN_DEMO: z.enum(['yes', 'no']).default('yes'),
});
export type Config = z.output<typeof Config>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; an empty value counts as absent. A wrong or unknown setting is one sentence, never a silent default. */
export function readConfig(environment: Environment): Config {
  const names = new Set(Object.keys(Config.shape));
  const given = Object.entries(environment).filter(([name, value]) => isOurs(name, names) && value !== '');
  const parsed = Config.safeParse(Object.fromEntries(given));
  if (parsed.success) {
    const unfit = earnestFault(parsed.data);
    if (unfit === undefined) return parsed.data;
    throw unfit;
  }
  throw configFault(parsed.error.issues[0], environment);
}

/** What a demonstration may do and a system in earnest may not: keys that everybody opens, signatures by the PIN alone (R72). */
function earnestFault(config: Config): StartFault | undefined {
  if (config.LIANGQIAN_DEMO === 'yes') return undefined;
  if (config.LIANGQIAN_KEY_PASSPHRASE === KNOWN_PASSPHRASE) {
    return new StartFault({
      zh: 'LIANGQIAN_DEMO=no 时必须把 LIANGQIAN_KEY_PASSPHRASE 设为自己的口令：默认口令人人知道，任何人都能打开密钥。',
      en: 'With LIANGQIAN_DEMO=no LIANGQIAN_KEY_PASSPHRASE must be a passphrase of your own: everybody knows the default, which opens the keys.',
    });
  }
  if (config.LIANGQIAN_CONFIRMATION === 'pin') {
    return new StartFault({
      zh: 'LIANGQIAN_CONFIRMATION=pin 只能用于演示：LIANGQIAN_DEMO=no 时请删去该设置，或者设为 strong（电子签名法第十三条）。',
      en: 'LIANGQIAN_CONFIRMATION=pin is for demonstrations: with LIANGQIAN_DEMO=no leave it out or set it to strong.',
    });
  }
  return undefined;
}

function isOurs(name: string, names: ReadonlySet<string>): boolean {
  return names.has(name) || name.startsWith('LIANGQIAN_');
}

function configFault(issue: z.core.$ZodIssue | undefined, environment: Environment): StartFault {
  if (issue?.code === 'unrecognized_keys') {
    const names = issue.keys.join(', ');
    return new StartFault({ zh: `未知的设置：${names}。`, en: `Unknown setting: ${names}.` });
  }
  const name = String(issue?.path[0] ?? '');
  // A URL may hold a password; a passphrase and a PIN are ones.
  const value = /DATABASE|PASSPHRASE|PIN/.test(name) ? '' : ` "${environment[name]}"`;
  return new StartFault({
    zh: `设置 ${name}${value} 不正确：${issue?.message ?? ''}。`,
    en: `The setting ${name}${value} is not valid: ${issue?.message ?? ''}.`,
  });
}
