import { randomInt } from 'node:crypto';
import { readConfig } from '../kernel/config.ts';
import { systemClock } from '../kernel/time.ts';
import { enrolStaff } from '../seal/actions.ts';
import { type Call, type Command, InputFault } from './command.ts';

/** Makes the signing key of one member of staff, whom the operator has in front of him. */
export const staffCommand: Command = {
  name: 'certificate staff',
  summary: {
    zh: '为工作人员办理签名密钥和证书，给出一次性初始口令',
    en: 'make a member of staff’s signing key and certificate, and an initial PIN',
  },
  parameters: ['PERSON'],
  options: {
    organization: { type: 'string', says: { zh: '机关名称', en: 'the organ’s name' } },
    name: { type: 'string', says: { zh: '姓名', en: 'the person’s name' } },
    replace: { type: 'boolean', says: { zh: '更换已有的密钥', en: 'replace the key that there is' } },
  },
  run: enrol,
};

const INITIAL_DIGITS = 8;

async function enrol({ positionals: [personId = ''], flags, json, terminal }: Call): Promise<number> {
  const { DATA_DIR: dataDir, LIANGQIAN_KEY_PASSPHRASE: keyPassphrase } = readConfig(terminal.environment);
  const pin = String(randomInt(10 ** INITIAL_DIGITS)).padStart(INITIAL_DIGITS, '0');
  const made = await enrolStaff(
    { dataDir, keyPassphrase },
    {
      personId,
      name: given(flags['name'], '--name'),
      organ: given(flags['organization'], '--organization'),
      pin,
      fromAt: systemClock.now(),
    },
    flags['replace'] === true,
  );
  if (made === undefined) {
    throw new InputFault({
      zh: `${personId} 已有签名密钥；口令遗失或者锁定的，当面核实后加 --replace 更换。`,
      en: `${personId} has a signing key; where its PIN is lost or locked identify him in person and add --replace.`,
    });
  }
  const { serial, subjectText, notAfterAt } = made;
  if (json) terminal.out(JSON.stringify({ person: personId, serial, subject: subjectText, notAfterAt, pin }));
  else terminal.out(`${subjectText} (${serial}), ${notAfterAt}\n初始口令 initial PIN: ${pin}`);
  terminal.err(
    '初始口令只显示这一次，本人改过口令才能使用。 The initial PIN is shown this once and opens nothing until its owner has changed it.',
  );
  return 0;
}

function given(flag: Call['flags'][string], name: string): string {
  if (typeof flag === 'string' && flag.trim() !== '') return flag.trim();
  throw new InputFault({ zh: `请给出 ${name}。`, en: `${name} is needed.` });
}
