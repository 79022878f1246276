import { randomInt } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { readConfig } from '../kernel/config.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { systemClock } from '../kernel/time.ts';
import {
  authorityActs,
  enrolStaff,
  type ImportCertificate,
  pemOf,
  readPem,
  requestForStaff,
  takeStaffCertificate,
} from '../seal/actions.ts';
import { authorityOption, filesIn, tellRefusal } from './certificate-files.ts';
import { operatorErrand, withJournal } from './command-journal.ts';
import { type Call, type Command, InputFault } from './command.ts';
import { readBytes } from './input-file.ts';
import { staffNamed } from './staff-register.ts';

/** The signing keys of members of staff, whom the operator has in front of him; names come from the register and from nowhere else. */
export const staffCommands: readonly Command[] = [
  {
    name: 'certificate staff',
    summary: {
      zh: '为工作人员办理签名密钥和内置机构的证书，给出一次性初始口令',
      en: 'make a member of staff’s signing key under the inside authority, and an initial PIN',
    },
    parameters: ['PERSON'],
    options: {
      replace: { type: 'boolean', says: { zh: '更换已有的密钥', en: 'replace the key that there is' } },
    },
    run: enrol,
  },
  {
    name: 'certificate staff-request',
    summary: {
      zh: '为工作人员生成签名密钥和证书申请文件，给出一次性初始口令',
      en: 'make a member of staff’s signing key and the request for its certificate, and an initial PIN',
    },
    parameters: ['PERSON'],
    options: {
      out: { type: 'string', says: { zh: '写入该文件，否则直接输出', en: 'write to this file instead of printing' } },
      replace: {
        type: 'boolean',
        says: { zh: '更换等待证书的密钥', en: 'replace the key that waits for its certificate' },
      },
    },
    run: request,
  },
  {
    name: 'certificate staff-import',
    summary: {
      zh: '导入发证机构为工作人员签发的证书',
      en: 'take in the certificate that a licensed authority issued to a member of staff',
    },
    parameters: ['PERSON', 'FILE'],
    options: { authority: authorityOption },
    run: take,
  },
];

const INITIAL_DIGITS = 8;
const ONCE =
  '初始口令只显示这一次，本人改过口令才能使用。 The initial PIN is shown this once and opens nothing until its owner has changed it.';

async function enrol({ positionals: [personId = ''], flags, json, terminal }: Call): Promise<number> {
  const pin = initialPin();
  const who = { ...(await staffNamed(terminal, personId)), pin, fromAt: systemClock.now() };
  const made = await enrolStaff(placeOf(terminal), who, flags['replace'] === true);
  if (made === undefined) {
    throw new InputFault({
      zh: `${personId} 已有签名密钥；口令遗失或者锁定的，当面核实后加 --replace 更换。`,
      en: `${personId} has a signing key; where its PIN is lost or locked identify him in person and add --replace.`,
    });
  }
  const { serial, subjectText, notAfterAt } = made;
  if (json) terminal.out(JSON.stringify({ person: personId, serial, subject: subjectText, notAfterAt, pin }));
  else terminal.out(`${subjectText} (${serial}), ${notAfterAt}\n初始口令 initial PIN: ${pin}`);
  terminal.err(ONCE);
  return 0;
}

async function request({ positionals: [personId = ''], flags, json, terminal }: Call): Promise<number> {
  const pin = initialPin();
  const who = { ...(await staffNamed(terminal, personId)), pin };
  const out = typeof flags['out'] === 'string' ? flags['out'] : undefined;
  // Taken before the key is made: a request that cannot be written down is one for a key that nobody can use.
  if (out !== undefined) takeFile(out);
  let text: string;
  try {
    text = await requestText(placeOf(terminal), who, flags['replace'] === true);
    if (out !== undefined) writeFileSync(out, text);
  } catch (error) {
    if (out !== undefined) rmSync(out);
    throw error;
  }
  if (json) terminal.out(JSON.stringify({ person: personId, request: text, pin }));
  else terminal.out(`${out === undefined ? text : ''}初始口令 initial PIN: ${pin}`);
  terminal.err(ONCE);
  return 0;
}

async function requestText(
  place: ReturnType<typeof placeOf>,
  who: Parameters<typeof requestForStaff>[1],
  mayReplace: boolean,
): Promise<string> {
  const made = await requestForStaff(place, who, mayReplace);
  if (made !== undefined) return pemOf('CERTIFICATE REQUEST', made);
  const { personId } = who;
  throw new InputFault({
    zh: `${personId} 已有密钥在等待证书，更换后发证机构按原申请签发的证书将无法使用；确须更换的加 --replace。`,
    en: `A key of ${personId} waits for its certificate; once replaced, a certificate issued for the request already made fits no key. To replace it add --replace.`,
  });
}

function takeFile(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx' });
  } catch {
    throw new InputFault({
      zh: `不能新建文件 ${path}（已经存在，或者目录不可写）；没有生成密钥。`,
      en: `${path} cannot be made: it is there already, or the folder cannot be written. No key was made.`,
    });
  }
}

async function take({ positionals: [personId = '', file = ''], flags, json, terminal }: Call): Promise<number> {
  const [certificate = new Uint8Array(), ...rest] = readPem(readBytes(file));
  const issued = {
    certificate,
    authorities: [...rest, ...filesIn(flags['authority'])],
    record: (given: ImportCertificate) =>
      withJournal(terminal, (room) => authorityActs.importCertificate(room, operatorErrand(), given)),
  };
  const taken = await takeStaffCertificate(placeOf(terminal), await staffNamed(terminal, personId), issued);
  if (taken === undefined) {
    throw new InputFault({
      zh: `${personId} 没有等待证书的密钥，请先运行 liangqian certificate staff-request。`,
      en: `No key of ${personId} waits for a certificate; run liangqian certificate staff-request first.`,
    });
  }
  if (isRefusal(taken)) return tellRefusal(taken, { json, terminal });
  const { serial, subjectText, notAfterAt } = taken;
  if (json) terminal.out(JSON.stringify({ person: personId, serial, subject: subjectText, notAfterAt }));
  else terminal.out(`${personId}: ${subjectText} (${serial}), ${notAfterAt}`);
  return 0;
}

function placeOf(terminal: Call['terminal']) {
  const { DATA_DIR: dataDir, LIANGQIAN_KEY_PASSPHRASE: keyPassphrase } = readConfig(terminal.environment);
  return { dataDir, keyPassphrase };
}

function initialPin(): string {
  return String(randomInt(10 ** INITIAL_DIGITS)).padStart(INITIAL_DIGITS, '0');
}
