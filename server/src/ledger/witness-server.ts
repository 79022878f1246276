import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { VerifierKey } from '@liangqian/verify/note.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import { judgeAddCheckpoint, originHash, readAddCheckpoint, type WitnessAnswer } from './witness.ts';
import { openWitnessFiles, type WitnessFiles } from './witness-files.ts';

export interface WitnessServerPorts {
  readonly files: WitnessFiles;
  /** The logs that this witness looks at; any other is unknown to it. */
  readonly logs: readonly VerifierKey[];
  readonly clock: Clock;
  readonly log: Log;
}

const LONGEST_BODY = 200_000;
const PATIENCE_MS = 10_000;

/** The witness at its door (C2SP tlog-witness): `POST /add-checkpoint`, `GET /<origin hash>/checkpoint`. */
export function witnessServer(ports: WitnessServerPorts): Server {
  let turn: Promise<unknown> = Promise.resolve();
  /** One request after the other: checking the last size and keeping the new one must not be parted. */
  function inTurn(body: string): Promise<WitnessAnswer> {
    const answer = turn.then(() => cosign(ports, body));
    turn = answer.catch(() => undefined);
    return answer;
  }
  const server = createServer((request, response) => {
    answer(ports, request, inTurn).then(
      (said) => send(response, said),
      (error: unknown) => {
        ports.log.error({ fault: error instanceof Error ? error.message : String(error) }, 'witness failed');
        send(response, { status: 500, text: 'a fault inside the witness\n' });
      },
    );
  });
  server.requestTimeout = PATIENCE_MS;
  server.headersTimeout = PATIENCE_MS;
  return server;
}

interface Said {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

async function answer(
  { files, logs }: WitnessServerPorts,
  request: IncomingMessage,
  inTurn: (body: string) => Promise<WitnessAnswer>,
): Promise<Said> {
  const { method, url = '' } = request;
  if (method === 'POST' && url === '/add-checkpoint') {
    const body = await bodyOf(request);
    return body === undefined ? { status: 413, text: 'too long\n' } : saidOf(await inTurn(body));
  }
  const shown = logs.find(({ name }) => url === `/${originHash(name)}/checkpoint`);
  const kept = method === 'GET' && shown !== undefined ? files.last(shown.name) : undefined;
  return kept === undefined ? { status: 404, text: 'nothing here\n' } : { status: 200, text: kept.note };
}

async function cosign({ files, logs, clock }: WitnessServerPorts, body: string): Promise<WitnessAnswer> {
  const asked = readAddCheckpoint(body);
  const at = Math.floor(Date.parse(clock.now()) / 1000);
  const judged = judgeAddCheckpoint(asked, { logs, last: (origin) => files.last(origin) }, files.key, at);
  if (judged.status === 200 && asked !== undefined) {
    await files.remember(asked.signed.checkpoint.origin, judged.remember);
  }
  return judged;
}

function saidOf(judged: WitnessAnswer): Said {
  if (judged.status === 200) return { status: 200, text: judged.lines };
  if (judged.status === 409) return { status: 409, text: `${judged.size}\n`, type: 'text/x.tlog.size' };
  return { status: judged.status, text: `${judged.reason}\n` };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LONGEST_BODY) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, text, type = 'text/plain; charset=utf-8' }: Said): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' });
  response.end(text);
}

export interface WitnessOptions extends Omit<WitnessServerPorts, 'files'> {
  readonly name: string;
  readonly folder: string;
  readonly passphrase: string;
  readonly host: string;
  readonly port: number;
}

export interface RunningWitness {
  readonly key: VerifierKey;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens a witness with the key and the memory in its folder, and listens. */
export async function openWitness({
  name,
  folder,
  passphrase,
  host,
  port,
  ...ports
}: WitnessOptions): Promise<RunningWitness> {
  const files = openWitnessFiles(folder, name, passphrase);
  const server = witnessServer({ ...ports, files });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  return {
    key: files.key.key,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
