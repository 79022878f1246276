import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readConfig } from '../kernel/config.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { systemClock } from '../kernel/time.ts';
import { enrolStaff, pemOf, readPem, requestForStaff, takeStaffCertificate } from '../seal/actions.ts';
import { authorityOption, filesIn, tellRefusal } from './certificate-files.ts';
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
  const text = pemOf('CERTIFICATE REQUEST', await requestForStaff(placeOf(terminal), who));
  const out = flags['out'];
  if (typeof out === 'string') writeFileSync(out, text, { flag: 'wx' });
  if (json) terminal.out(JSON.stringify({ person: personId, request: text, pin }));
  else terminal.out(`${typeof out === 'string' ? '' : text}初始口令 initial PIN: ${pin}`);
  terminal.err(ONCE);
  return 0;
}

async function take({ positionals: [personId = '', file = ''], flags, json, terminal }: Call): Promise<number> {
  const [certificate = new Uint8Array(), ...rest] = readPem(readBytes(file));
  const issued = { certificate, authorities: [...rest, ...filesIn(flags['authority'])], at: systemClock.now() };
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
