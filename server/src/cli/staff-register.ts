import { organStream, personStream, viewOrgan, viewPerson } from '../identity/identity.ts';
import { openJournal, readStream } from '../journal/actions.ts';
import { readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import type { StaffNamed } from '../seal/actions.ts';
import { InputFault, type Terminal } from './command.ts';

/** The member of staff with this number, in office, as the register names him; a number that nobody bears is said to be so. */
export async function staffNamed(terminal: Terminal, personId: string): Promise<StaffNamed> {
  const config = readConfig(terminal.environment);
  // Loaded here so that the other commands do not pay for it.
  const { reachDatabase } = await import('../kernel/platform-database.ts');
  const { DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: migratorUrl, DATA_DIR: dataDir } = config;
  const reached = await reachDatabase({ databaseUrl, migratorUrl, dataDir, say: terminal.err });
  const role = 'liangqian_app';
  const pool = openDatabase({ url: reached.url(role), role, maxConnections: 1 });
  try {
    const journal = openJournal(pool);
    const realm = config.LIANGQIAN_REALM;
    const person = viewPerson(await readStream(journal, realm, personStream(personId)));
    if (person === undefined)
      throw new InputFault({
        zh: `人员登记中没有 ${personId}。`,
        en: `The register has nobody with the number ${personId}.`,
      });
    if (person.status !== 'active')
      throw new InputFault({
        zh: `${personId} ${person.name} 不在岗（${person.status}），不能办理签名密钥。`,
        en: `${personId} ${person.name} is not in office (${person.status}) and gets no signing key.`,
      });
    const organ = viewOrgan(await readStream(journal, realm, organStream(person.organ)));
    return { personId, name: person.name, organ: organ?.name ?? person.organ };
  } finally {
    await pool.end();
    await reached.stop();
  }
}
