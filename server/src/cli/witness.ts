import { readVerifierKey, type VerifierKey, writeVerifierKey } from '@liangqian/verify/note.ts';
import { openWitness } from '../ledger/actions.ts';
import { openLog } from '../kernel/log.ts';
import { systemClock } from '../kernel/time.ts';
import { type Call, type Command, InputFault } from './command.ts';

/** A witness is run by a department, on its own machine, under its own key. */
export const witness: Command = {
  name: 'witness',
  summary: {
    zh: '作为见证机构运行：只签认可验证存证日志的延续',
    en: 'run as a witness: sign only what continues a log',
  },
  parameters: ['NAME', 'FOLDER', 'LOG-KEY'],
  options: {
    port: { type: 'string', default: '0', says: { zh: '端口，默认任取', en: 'the port; any by default' } },
    host: { type: 'string', default: '127.0.0.1', says: { zh: '监听地址', en: 'the address to listen on' } },
    attached: {
      type: 'boolean',
      says: {
        zh: '标准输入关闭时结束（由另一程序启动）',
        en: 'end when standard input closes (started by another program)',
      },
    },
  },
  async run(call) {
    const [name = '', folder = '', logKey = ''] = call.positionals;
    if (!/^[a-z0-9.\-/]{1,100}$/.test(name)) throw wrong('NAME', '见证机构名', 'the name of the witness');
    const passphrase = call.terminal.environment['LIANGQIAN_WITNESS_PASSPHRASE'] ?? 'development';
    const running = await openWitness({
      name,
      folder,
      passphrase,
      logs: logKey.split(',').map(keyOf),
      host: String(call.flags['host']),
      port: portOf(call),
      clock: systemClock,
      // Standard output says where the witness is and nothing else.
      log: openLog('info', process.stderr),
    });
    const said = { name, url: running.url, key: writeVerifierKey(running.key) };
    call.terminal.out(call.json ? JSON.stringify(said) : `witness ${name} ${said.key} ${said.url}`);
    await ended(call.flags['attached'] === true);
    await running.close();
    return 0;
  },
};

function keyOf(text: string): VerifierKey {
  const key = readVerifierKey(text);
  if (key?.kind !== 'ed25519')
    throw wrong(
      'LOG-KEY',
      '日志公钥（vkey），多个以逗号分隔',
      'the key of a log (a vkey), or several with commas between',
    );
  return key;
}

function portOf(call: Call): number {
  const port = Number(call.flags['port']);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw wrong('--port', '端口', 'a port');
  return port;
}

function wrong(what: string, zh: string, en: string): InputFault {
  return new InputFault({ zh: `${what} 应为${zh}。`, en: `${what} must be ${en}.` });
}

/** Until the terminal or, for a child, the parent ends it: a parent that is killed closes its end as well. */
function ended(isAttached: boolean): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    if (!isAttached) return;
    process.stdin.on('end', () => resolve()).on('error', () => resolve());
    process.stdin.resume();
  });
}
