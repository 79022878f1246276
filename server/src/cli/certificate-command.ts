import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Config, readConfig } from '../kernel/config.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { systemClock } from '../kernel/time.ts';
import {
  type Certificate,
  authorityActs,
  DerError,
  encodeSigningRequest,
  CertificatePurpose,
  fileKeyStore,
  importOf,
  type KeyStore,
  pemOf,
  pkcs11KeyStore,
  readCertificate,
  readPem,
  readRevocationList,
  statusAt,
} from '../seal/actions.ts';
import { authorityOption, filesIn, given, tellRefusal } from './certificate-files.ts';
import { staffCommands } from './certificate-staff.ts';
import { trustCommands } from './certificate-trust.ts';
import { operatorErrand, withJournal } from './command-journal.ts';
import { type Call, type Command, InputFault } from './command.ts';
import { readBytes } from './input-file.ts';

/** Keys whose certificates come from a licensed authority: asked for, taken in, and looked up later. */
export const certificateCommands: readonly Command[] = [
  {
    name: 'certificate request',
    summary: {
      zh: '生成密钥和证书申请文件（PKCS#10）',
      en: 'make a key and the request for its certificate (PKCS#10)',
    },
    parameters: ['KEY'],
    options: {
      organization: { type: 'string', says: { zh: '机关名称', en: 'the organ’s name' } },
      name: { type: 'string', says: { zh: '证书主体名称', en: 'the common name' } },
      number: { type: 'string', says: { zh: '印章编码或者工号', en: 'the seal’s or the person’s number' } },
      algorithm: { type: 'string', says: { zh: 'sm2（默认）或者 p256', en: 'sm2 (default) or p256' } },
      out: { type: 'string', says: { zh: '写入该文件，否则直接输出', en: 'write to this file instead of printing' } },
    },
    run: request,
  },
  {
    name: 'certificate import',
    summary: { zh: '导入发证机构签发的证书', en: 'take in the certificate that a licensed authority issued' },
    parameters: ['KEY', 'FILE'],
    options: {
      authority: authorityOption,
      purpose: {
        type: 'string',
        says: { zh: 'seal（默认）、staff、timeStamp', en: 'seal (default), staff, timeStamp' },
      },
    },
    run: take,
  },
  ...staffCommands,
  ...trustCommands,
  {
    name: 'certificate status',
    summary: {
      zh: '按吊销列表查询证书在某一时刻的状态',
      en: 'tell from revocation lists what a certificate was worth',
    },
    parameters: ['FILE'],
    options: {
      crl: {
        type: 'string',
        multiple: true,
        says: { zh: '吊销列表文件，可多次', en: 'a revocation list; may be repeated' },
      },
      authority: {
        type: 'string',
        multiple: true,
        says: { zh: '发证机构证书，可多次', en: 'its issuer; may be repeated' },
      },
      at: {
        type: 'string',
        says: { zh: '时刻（ISO 8601），默认现在', en: 'the instant (ISO 8601); now unless given' },
      },
    },
    run: status,
  },
];

const Algorithm = z.enum(['sm2', 'p256']);

async function request({ positionals: [key = ''], flags, json, terminal }: Call): Promise<number> {
  const id = given(key, 'KEY');
  const config = readConfig(terminal.environment);
  const algorithm = choose(Algorithm, flags['algorithm'], storesInHardware(config) ? 'p256' : 'sm2', '--algorithm');
  const subject = {
    country: 'CN',
    organization: given(flags['organization'], '--organization'),
    commonName: given(flags['name'], '--name'),
    ...(typeof flags['number'] === 'string' ? { serialNumber: flags['number'] } : {}),
  };
  return inStore(config, async (keys) => {
    const text = pemOf('CERTIFICATE REQUEST', await encodeSigningRequest(subject, await keys.await(id, algorithm)));
    const out = flags['out'];
    if (typeof out === 'string') writeFileSync(out, text, { flag: 'wx' });
    if (json) terminal.out(JSON.stringify({ key: id, algorithm, development: keys.development, request: text }));
    else if (typeof out !== 'string') terminal.out(text.trimEnd());
    if (keys.development) terminal.err(DEVELOPMENT);
    return 0;
  });
}

const DEVELOPMENT =
  '密钥由软件保存，仅供开发测试。 The key is software, for development and test only; set LIANGQIAN_PKCS11_MODULE for hardware.';

async function take({ positionals: [key = '', file = ''], flags, json, terminal }: Call): Promise<number> {
  const id = given(key, 'KEY');
  const config = readConfig(terminal.environment);
  const purpose = choose(CertificatePurpose, flags['purpose'], 'seal', '--purpose');
  const [certificate = new Uint8Array(), ...rest] = readPem(readBytes(file));
  const authorities = [...rest, ...filesIn(flags['authority'])];
  return inStore(config, async (keys) => {
    const known = await keys.find(id);
    const { spki } = known === undefined ? await waitingKey(keys, id, certificate) : readCertificate(known);
    const given = { key: id, purpose, ...importOf({ certificate, authorities, spki }) };
    // On record before it is in use: a certificate without its act is one of which nobody knows who took it in.
    const recorded = await withJournal(terminal, (room) =>
      authorityActs.importCertificate(room, operatorErrand(), given),
    );
    if (isRefusal(recorded)) return tellRefusal(recorded, { json, terminal });
    await keys.put(id, certificate);
    const { serial, subjectText, notAfterAt } = readCertificate(certificate);
    if (json) terminal.out(JSON.stringify({ key: id, serial, subject: subjectText, notAfterAt }));
    else terminal.out(`${id}: ${subjectText} (${serial}), ${notAfterAt}`);
    return 0;
  });
}

/** The key that waits has the kind of the certificate; a certificate that cannot be read is `checkImport`'s to refuse. */
async function waitingKey(keys: KeyStore, id: string, certificate: Uint8Array) {
  if (!(await keys.has(id))) {
    throw new InputFault({
      zh: `没有密钥 ${id}，请先运行 liangqian certificate request。`,
      en: `There is no key ${id}; run liangqian certificate request first.`,
    });
  }
  return keys.await(id, isP256(certificate) ? 'p256' : 'sm2');
}

function isP256(certificate: Uint8Array): boolean {
  return Buffer.from(certificate).includes(Buffer.from('06082a8648ce3d030107', 'hex'));
}

function status({ positionals: [file = ''], flags, json, terminal }: Call): Promise<number> {
  const at = typeof flags['at'] === 'string' ? instant(flags['at']) : systemClock.now();
  const [first = new Uint8Array()] = readPem(readBytes(file));
  const certificate = reading(file, () => readCertificate(first));
  const lists = filesIn(flags['crl']).map((list) => reading('--crl', () => readRevocationList(list)));
  const issuers = filesIn(flags['authority']).map((issuer): Certificate =>
    reading('--authority', () => readCertificate(issuer)),
  );
  const found = statusAt(certificate, lists, issuers, at);
  if (json)
    terminal.out(JSON.stringify({ serial: certificate.serial, subject: certificate.subjectText, at, ...found }));
  else terminal.out(`${certificate.subjectText} (${certificate.serial}) ${at}: ${WORDS[found.status]}`);
  return Promise.resolve(found.status === 'good' ? 0 : 1);
}

const WORDS = {
  good: '未吊销 good',
  revoked: '已吊销 revoked',
  unknown: '不能确定：没有涵盖该时刻的吊销列表 undecided: no list speaks of that instant',
} as const;

function storesInHardware({ LIANGQIAN_PKCS11_MODULE: module }: Config): boolean {
  return module !== undefined;
}

/** The store that the settings name: a PKCS#11 token, or encrypted files in the data directory. */
async function inStore(config: Config, work: (keys: KeyStore) => Promise<number>): Promise<number> {
  const { LIANGQIAN_PKCS11_MODULE: module, LIANGQIAN_PKCS11_TOKEN: token, LIANGQIAN_PKCS11_PIN: pin } = config;
  if (module === undefined) {
    const directory = join(config.DATA_DIR, 'keys');
    return work(fileKeyStore({ directory, passphrase: config.LIANGQIAN_KEY_PASSPHRASE }));
  }
  const keys = pkcs11KeyStore({ module, token, pin });
  try {
    return await work(keys);
  } finally {
    await keys.close();
  }
}

function choose<Value extends string>(
  schema: z.ZodType<Value>,
  flag: Call['flags'][string],
  otherwise: Value,
  name: string,
): Value {
  const chosen = schema.safeParse(flag ?? otherwise);
  if (chosen.success) return chosen.data;
  throw new InputFault({ zh: `${name} 的值不正确。`, en: `The value of ${name} is not one of those allowed.` });
}

function instant(text: string): string {
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  if (parsed.success) return new Date(parsed.data).toISOString();
  throw new InputFault({ zh: `--at 不是时刻：${text}。`, en: `--at is no instant: ${text}.` });
}

function reading<Value>(name: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    throw new InputFault(
      { zh: `${name} 不能识别（${error.message}）。`, en: `${name} cannot be read (${error.message}).` },
      error,
    );
  }
}
