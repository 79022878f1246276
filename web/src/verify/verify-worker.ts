import { inspect } from '@liangqian/verify/inspect.ts';
import { logTrustOf, readTrustFile } from '@liangqian/verify/trust-file.ts';
import type { Asked, Told } from './asked.ts';

/** Verifies beside the page: a hostile file can only stop this worker, never the page, and nothing here asks the network. */
addEventListener('message', ({ data }: MessageEvent<Asked>) => postMessage(judge(data)));
postMessage({ kind: 'ready' } satisfies Told);

function judge({ bytes, trust, statusList, at }: Asked): Told {
  const documents = readTrustFile(trust);
  if ('reason' in documents) return { kind: 'noTrust', ...documents };
  const log = logTrustOf(documents);
  if (log !== undefined && 'reason' in log) return { kind: 'noTrust', ...log };
  const inspection = inspect(new Uint8Array(bytes), { documents, log, statusList, at });
  const roots = documents.certificates.map(({ subjectText, serial }) => `${subjectText} ${serial}`);
  return { kind: 'told', inspection, roots };
}
