import { inspect } from '@liangqian/verify/inspect.ts';
import { logTrustOf, readTrustFile } from '@liangqian/verify/trust-file.ts';
import type { Asked, Told } from './asked.ts';

/** Verifies beside the page: a hostile file can only stop this worker, never the page, and nothing here asks the network. */
addEventListener('message', ({ data }: MessageEvent<Asked>) => postMessage(judge(data)));
postMessage({ kind: 'ready' } satisfies Told);

function judge({ bytes, trust, statusList, at, challenge }: Asked): Told {
  const documents = readTrustFile(trust);
  if ('reason' in documents) return { kind: 'noTrust', ...documents };
  const log = logTrustOf(documents);
  if (log !== undefined && 'reason' in log) return { kind: 'noTrust', ...log };
  const nonce = wordOf(challenge.nonce);
  const audience = wordOf(challenge.audience);
  const inspection = inspect(new Uint8Array(bytes), { documents, log, statusList, at, nonce, audience });
  const roots = documents.certificates.map(({ subjectText, serial }) => `${subjectText} ${serial}`);
  return { kind: 'told', inspection, roots };
}

/** An empty field asks nothing; spaces around it come from copying. */
function wordOf(text: string): string | undefined {
  const word = text.trim();
  return word === '' ? undefined : word;
}
