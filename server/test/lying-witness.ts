import { sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { concat, uint64 } from '@liangqian/verify/bytes.ts';
import { cosignedMessage, writeSignature } from '@liangqian/verify/note.ts';
import { readAddCheckpoint, type WitnessKey } from '../src/ledger/witness.ts';

/** When the tests begin, and what every such witness signs as its time. */
export const START = '2026-03-04T01:30:00.000Z';

export type Behave = (request: IncomingMessage, response: ServerResponse, key: WitnessKey) => void | Promise<void>;

/** A cosignature over what the request shows, changed on the way as asked. */
export function cosigned(
  body: string,
  { key, secret }: WitnessKey,
  change: (text: string) => string,
  spoil = (bytes: Buffer) => bytes,
): string {
  const text = change(readAddCheckpoint(body)?.signed.note.text ?? '');
  const time = BigInt(Date.parse(START) / 1000);
  const signature = concat(uint64(time), spoil(sign(null, cosignedMessage(text, time), secret)));
  return writeSignature({ name: key.name, keyId: key.id, signature });
}

let previous = '';
/** What a witness may answer instead of the truth, and as what that is taken. */
export const lies: readonly (readonly [string, 'refused' | 'silent', Behave])[] = [
  [
    'a signature over something else',
    'refused',
    async (request, response, key) => void response.end(cosigned(await textOf(request), key, (text) => `${text}x\n`)),
  ],
  [
    'a signature over a wrong size',
    'refused',
    async (request, response, key) =>
      void response.end(cosigned(await textOf(request), key, (text) => text.replace(/\n(\d+)\n/, '\n1$1\n'))),
  ],
  [
    'a broken signature',
    'refused',
    async (request, response, key) =>
      void response.end(
        cosigned(
          await textOf(request),
          key,
          (text) => text,
          (bytes) => (bytes.writeUInt8(bytes.readUInt8(9) ^ 1, 9), bytes),
        ),
      ),
  ],
  [
    'an old cosignature',
    'refused',
    async (request, response, key) => {
      const line = cosigned(await textOf(request), key, (text) => text);
      response.end(previous === '' ? line : previous);
      previous = line;
    },
  ],
  ['garbage', 'refused', (_request, response) => void response.end('<html>ok</html>')],
  ['nothing at all', 'refused', (_request, response) => void response.end()],
  [
    'bytes that are no text',
    'refused',
    (_request, response) => void response.end(Buffer.from([0xff, 0x00, 0xfe, 0x0a])),
  ],
  ['409 with nonsense', 'refused', (_request, response) => void response.writeHead(409).end('many\n')],
  ['409 with a negative size', 'refused', (_request, response) => void response.writeHead(409).end('-1\n')],
  [
    '409 with a size beyond all numbers',
    'refused',
    (_request, response) => void response.writeHead(409).end('99999999999999999999\n'),
  ],
  [
    '409 with a size that it cannot show',
    'refused',
    (_request, response) => void response.writeHead(409).end('5000\n'),
  ],
  ['409 again and again', 'refused', (_request, response) => void response.writeHead(409).end('1\n')],
  ['a redirection', 'silent', (_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end()],
  [
    'an endless body',
    'silent',
    (_request, response) => {
      const more = (): void => void (response.destroyed || response.write('x'.repeat(1_000), () => setImmediate(more)));
      more();
    },
  ],
  ['a fault', 'silent', (_request, response) => void response.writeHead(500).end('oops')],
  ['a cut connection', 'silent', (request) => void request.socket.destroy()],
];
