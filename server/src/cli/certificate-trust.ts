import { isRefusal } from '../kernel/refusal.ts';
import { systemClock } from '../kernel/time.ts';
import { authorityActs, fingerprintOf, readCertificate, readPem, takeRevocationList } from '../seal/actions.ts';
import { given, tellRefusal } from './certificate-files.ts';
import { operatorErrand, withJournal } from './command-journal.ts';
import { type Call, type Command, InputFault } from './command.ts';
import { readBytes } from './input-file.ts';

/** Whom the operator trusts: the roots of licensed authorities, and what these call back. */
export const trustCommands: readonly Command[] = [
  {
    name: 'certificate trust',
    summary: {
      zh: '把发证机构的根证书列为可信，写入信任文件',
      en: 'trust the root of a licensed authority, which then stands in the trust file',
    },
    parameters: ['FILE'],
    options: {
      fingerprint: {
        type: 'string',
        says: {
          zh: '发证机构公布的根证书摘要（SM3），与文件核对',
          en: 'the fingerprint (SM3) that the authority publishes',
        },
      },
      basis: { type: 'string', says: { zh: '依据，如电子认证服务许可证号', en: 'why: its permit, by number' } },
    },
    run: trust,
  },
  {
    name: 'certificate untrust',
    summary: { zh: '不再信任某个根证书', en: 'trust a root no longer' },
    parameters: ['FINGERPRINT'],
    options: { reason: { type: 'string', says: { zh: '理由', en: 'why' } } },
    run: untrust,
  },
  {
    name: 'certificate list',
    summary: {
      zh: '导入可信机构最新的证书吊销列表，写入信任文件',
      en: 'take in the newest revocation list of a trusted authority, which then stands in the trust file',
    },
    parameters: ['FILE'],
    run: takeList,
  },
];

async function trust({ positionals: [file = ''], flags, json, terminal }: Call): Promise<number> {
  const basis = given(flags['basis'], '--basis');
  const [bytes = new Uint8Array()] = readPem(readBytes(file));
  const fingerprint = fingerprintOf(bytes);
  // He says which one he means: the file alone may have come with a certificate.
  if (given(flags['fingerprint'], '--fingerprint').toLowerCase() !== fingerprint) {
    throw new InputFault({
      zh: `文件中根证书的摘要是 ${fingerprint}，与 --fingerprint 不同；请与发证机构公布的核对。`,
      en: `The root in the file has the fingerprint ${fingerprint}, not that of --fingerprint; compare what the authority publishes.`,
    });
  }
  const command = { certificate: Buffer.from(bytes).toString('base64'), basis };
  const done = await withJournal(terminal, (room) => authorityActs.trustAuthority(room, operatorErrand(), command));
  if (isRefusal(done)) return tellRefusal(done, { json, terminal });
  const { subjectText: subject } = readCertificate(bytes);
  terminal.out(json ? JSON.stringify({ subject, fingerprint, basis }) : `${subject}: ${fingerprint}`);
  return 0;
}

async function untrust({ positionals: [fingerprint = ''], flags, json, terminal }: Call): Promise<number> {
  const command = { fingerprint: fingerprint.toLowerCase(), reason: given(flags['reason'], '--reason') };
  const done = await withJournal(terminal, (room) => authorityActs.untrustAuthority(room, operatorErrand(), command));
  if (isRefusal(done)) return tellRefusal(done, { json, terminal });
  terminal.out(json ? JSON.stringify(command) : `不再信任 trusted no longer: ${command.fingerprint}`);
  return 0;
}

async function takeList({ positionals: [file = ''], json, terminal }: Call): Promise<number> {
  const [bytes = new Uint8Array()] = readPem(readBytes(file));
  const taken = await withJournal(terminal, (room) => takeRevocationList(room, bytes, systemClock.now()));
  if (isRefusal(taken)) return tellRefusal(taken, { json, terminal });
  const { issuer, madeAt, isNew } = taken;
  const kept = isNew ? '已导入 taken in' : '已有同样新的或者更新的 one as new is there already';
  terminal.out(json ? JSON.stringify(taken) : `${issuer}, ${madeAt}: ${kept}`);
  return 0;
}
