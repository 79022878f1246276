import { writeTrust } from '@liangqian/verify/trust.ts';
import { readStream } from '../journal/actions.ts';
import { actRecordOf, sealAct } from '../journal/act-record.ts';
import type { Recorded } from '../journal/journal.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sm3Hex } from '../kernel/digest.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Proved, proveStream } from '../ledger/actions.ts';
import type { Platform } from '../platform.ts';
import { trustedCertificates } from '../seal/actions.ts';
import { againstSize, type BundledFile, pack } from './evidence-packing.ts';
import type { MadeBundle } from './kept-bundles.ts';
import { httpRefusals } from './refusals.ts';

/** A stream whose acts go into a bundle, and which of them the one who asks may read. */
export interface BundledStream {
  readonly stream: string;
  readonly mayRead: (act: readonly Recorded[]) => boolean;
  /** The last event of which the one who asks may know at all; absent: everything. */
  readonly untilSeq?: number;
}

/** A sealed document, found by the hash of its bytes. */
export interface BundledPdf {
  readonly name: string;
  readonly sealedHash: string;
}

const README = `本文件是“两签”的证据包，任何人可以离线核验，不需要向我们索取任何东西：

  bin/liangqian verify 本文件 --trust 信任文件

没有我们的程序，也可以按 docs/evidence-by-hand.md 用 Python 和 OpenSSL 核验。信任文件应向见证机构索取；
包内的 trust.txt 仅供参照：只信它，就是只信本平台。

This is an evidence bundle of Liangqian. Anybody can check it offline, with the command above or, without our program, by
docs/evidence-by-hand.md. Get the trust file from the witnesses: whoever trusts the trust.txt in here trusts the platform.
`;

/** A stream with the events of which the one who asks may know. */
export interface ReadStream extends BundledStream {
  readonly events: readonly Recorded[];
}

export interface ReadParts {
  readonly streams: readonly ReadStream[];
  readonly documents: readonly BundledPdf[];
}

/** Reads the streams of a bundle, so that its head is known before anything is made. */
export async function readParts(
  { journal, realm }: Platform,
  { streams, documents }: { readonly streams: readonly BundledStream[]; readonly documents: readonly BundledPdf[] },
): Promise<ReadParts> {
  const read = await Promise.all(
    streams.map(async (one) => {
      const events = await readStream(journal, realm, one.stream);
      return { ...one, events: events.filter(({ seq }) => seq <= (one.untilSeq ?? seq)) };
    }),
  );
  return { streams: read, documents };
}

/** How far a bundle has come, and what of it the one who asks may read: with anything more it is another bundle. */
export function headOf({ streams, documents }: ReadParts): string {
  const heads = streams.map(({ stream, events, mayRead }) => [
    stream,
    events.length,
    ...events.flatMap((event) => (mayRead([event]) ? [event.seq] : [])),
  ]);
  return sm3Hex(canonicalJson([heads, documents.map(({ name, sealedHash }) => [name, sealedHash])]));
}

/** One file with all that proves the acts of some streams; refused while one of their acts waits for its place in the log. */
export async function bundleOf(platform: Platform, { streams, documents }: ReadParts): Promise<MadeBundle | Refusal> {
  const files: BundledFile[] = [];
  const acts: { readonly folder: string; readonly stream: string }[] = [];
  let isWitnessed = true;
  for (const { stream, mayRead, untilSeq, events } of streams) {
    const proved = (await proveStream(platform.ledger, stream)).filter(
      ({ entry }) => entry.toSeq <= (untilSeq ?? events.at(-1)?.seq ?? 0),
    );
    if (proved.at(-1)?.entry.toSeq !== events.at(-1)?.seq) return refuse(httpRefusals, 'evidence-waits');
    isWitnessed &&= proved.every((one) => one.isWitnessed);
    let prev = '';
    for (const one of proved) {
      const act = events.filter(({ seq }) => seq >= one.entry.fromSeq && seq <= one.entry.toSeq);
      const { body, hash } = sealAct(actRecordOf(act, prev));
      prev = hash;
      const folder = `acts/${String(acts.length + 1).padStart(3, '0')}`;
      acts.push({ folder, stream });
      files.push(...actFiles(folder, one, mayRead(act) ? body : undefined));
    }
    const tooLarge = againstSize(files);
    if (tooLarge !== undefined) return tooLarge;
  }
  for (const { name, sealedHash } of documents) {
    files.push({ name: `documents/${name}`, bytes: await platform.files.get(sealedHash), isCompressed: true });
    const tooLarge = againstSize(files);
    if (tooLarge !== undefined) return tooLarge;
  }
  const manifest = { v: 1, acts, documents: documents.map(({ name }) => `documents/${name}`) };
  const certificates = [...platform.authority.trusted, ...(await trustedCertificates(platform))];
  return { bytes: await pack([...files, ...frameOf(platform, certificates, manifest)]), isWitnessed };
}

function frameOf({ ledger }: Platform, certificates: readonly Uint8Array[], manifest: object): readonly BundledFile[] {
  const text = new TextEncoder();
  return [
    ...certificates.map((bytes, nth) => ({ name: `certificates/${nth + 1}.der`, bytes })),
    { name: 'bundle.json', bytes: text.encode(JSON.stringify(manifest, undefined, 1)) },
    { name: 'trust.txt', bytes: text.encode(writeTrust(ledger.trust)) },
    { name: 'README.txt', bytes: text.encode(README) },
  ];
}

function actFiles(folder: string, { entry, proof }: Proved, body: Uint8Array | undefined): readonly BundledFile[] {
  return [
    { name: `${folder}/record.json`, bytes: Buffer.from(entry.record) },
    { name: `${folder}/leaf`, bytes: entry.leaf },
    { name: `${folder}/salt`, bytes: entry.salt ?? Buffer.alloc(0) },
    { name: `${folder}/proof.txt`, bytes: Buffer.from(proof) },
    ...(body === undefined ? [] : [{ name: `${folder}/act.json`, bytes: body }]),
  ];
}

/** The streams of the mandates that these events rest on, each once. */
export function mandatesCited(events: readonly Recorded[]): readonly string[] {
  return [...new Set(events.flatMap(({ mandate }) => mandate?.mandateNo ?? []))].toSorted();
}
