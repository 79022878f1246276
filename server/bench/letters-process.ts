import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleLetters } from '../src/document/example-letters.ts';
import type { RenderedLetter } from '../src/document/document.ts';
import { fileStore } from '../src/document/file-store.ts';
import { letterRenderer } from '../src/document/render.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { sealLetter, type SealedLetter, type SealPorts } from '../src/seal/actions.ts';
import { developmentAuthority } from '../src/seal/development-ca.ts';
import { developmentReaders } from '../src/seal/development-readers.ts';
import { developmentSeals } from '../src/seal/development-seals.ts';
import { fileKeyStore } from '../src/seal/key-store.ts';
import { makeSealedTwin } from '../src/seal/twin.ts';
import type { LetterRates } from './letters-part.ts';

/**
 * Runs in a process of its own, whose whole processor time is that of the letters: rendered, sealed, signed for readers with a
 * time stamp, what the decision's OFD twin is made of fixed with it, and every file written to the disk.
 */
const SEAL_ID = '11019800000101';
const AT = '2025-03-03T02:00:00.000Z';
const VALID = { validFromAt: '2025-01-01T00:00:00.000Z', validToAt: '2030-01-01T00:00:00.000Z' } as const;
/** What a case that is granted sends out. */
const CASE = ['acceptanceNotice', 'grantDecision'] as const;
const [seconds = 5] = process.argv.slice(2).map(Number);

const directory = mkdtempSync(join(tmpdir(), 'bench-letters-'));
const renderer = letterRenderer();
try {
  const ports = await openPorts();
  await measure(ports, CASE, 4);
  const rates: LetterRates = {
    case: await measure(ports, CASE, seconds),
    notice: await measure(ports, ['acceptanceNotice'], seconds),
    decision: await measure(ports, ['grantDecision'], seconds),
    twin: await measureTwins(ports, seconds),
    rendering: await measure({ renderer }, CASE, seconds),
  };
  process.send?.(rates);
} finally {
  await renderer.close();
  rmSync(directory, { recursive: true });
}

async function openPorts(): Promise<SealPorts> {
  const keys = fileKeyStore({ directory: join(directory, 'keys'), passphrase: 'development' });
  const authority = await developmentAuthority(keys, VALID.validFromAt);
  const signer = developmentSeals(join(directory, 'keys'), keys, authority);
  const about = { organ: '11110198YH00010020', organName: '云河区市场监督管理局', ...VALID };
  await signer.make({ sealId: SEAL_ID, kind: 'approvalSeal', ...about });
  const readers = developmentReaders(keys, authority);
  return { renderer, files: fileStore(join(directory, 'documents')), signer, readers };
}

/**
 * Letters per second of processor time, each to another applicant and with another number. The stretch is of processor time too:
 * beside other work a stretch of the clock would hold so few letters that the engine is still compiling.
 */
async function measure(
  ports: SealPorts | Pick<SealPorts, 'renderer'>,
  kinds: readonly (keyof typeof exampleLetters)[],
  forSeconds: number,
): Promise<number> {
  const before = process.cpuUsage();
  let letters = 0;
  while (secondsSince(before) < forSeconds) {
    for (const kind of kinds) {
      await make(ports, kind, letters);
      letters += 1;
    }
  }
  return letters / secondsSince(before);
}

/** Seconds of processor time, all threads together. */
function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Twins per second of processor time: what the first who asks for one has made. */
async function measureTwins(ports: SealPorts, forSeconds: number): Promise<number> {
  const sealed = await make(ports, 'grantDecision', 0);
  if (!('applied' in sealed) || sealed.applied.twinHash === undefined) throw new Error('the decision has no twin');
  const { twinHash } = sealed.applied;
  const before = process.cpuUsage();
  let twins = 0;
  while (secondsSince(before) < forSeconds) {
    await makeSealedTwin({ ...sealed.applied, twinHash }, { at: AT, keeper: 'robot/sealing' }, ports);
    twins += 1;
  }
  return twins / secondsSince(before);
}

async function make(
  ports: SealPorts | Pick<SealPorts, 'renderer'>,
  kind: keyof typeof exampleLetters,
  no: number,
): Promise<SealedLetter | RenderedLetter> {
  const name = [0x4e00, 0x5e00, 0x6c00].map((from, place) => String.fromCodePoint(from + ((no * (7 + place)) % 4000)));
  const content = {
    ...exampleLetters[kind],
    docNo: `云市监准字〔2025〕第${no}号`,
    addressee: `北京云河${name.join('')}餐饮管理有限公司`,
    verification: { code: `YH25-${no}`, url: `https://yunhe.example/verify/YH25-${no}-${process.hrtime.bigint()}` },
  };
  const made =
    'files' in ports
      ? await sealLetter({ content, sealId: SEAL_ID, sealKind: 'approvalSeal', keeper: 'robot/sealing', at: AT }, ports)
      : await ports.renderer.renderPdf(content, { at: AT });
  if (isRefusal(made)) throw new Error(made.code);
  return made;
}
