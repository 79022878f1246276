import { organStream, personStream, viewOrgan, viewPerson } from '../identity/identity.ts';
import { readStream } from '../journal/actions.ts';
import type { StaffNamed } from '../seal/actions.ts';
import { withJournal } from './command-journal.ts';
import { InputFault, type Terminal } from './command.ts';

/** The member of staff with this number, in office, as the register names him; a number that nobody bears is said to be so. */
export function staffNamed(terminal: Terminal, personId: string): Promise<StaffNamed> {
  return withJournal(terminal, async ({ journal, realm }) => {
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
  });
}
