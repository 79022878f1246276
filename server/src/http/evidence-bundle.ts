import { writeTrust } from '@liangqian/verify/trust.ts';
import { type Zippable, zipSync } from 'fflate';
import { readStream } from '../journal/actions.ts';
import { actRecordOf, sealAct } from '../journal/act-record.ts';
import type { Recorded } from '../journal/journal.ts';
import { type Proved, proveStream } from '../ledger/actions.ts';
import type { Platform } from '../platform.ts';

/** A stream whose acts go into a bundle, and which of them the one who asks may read. */
export interface BundledStream {
  readonly stream: string;
  readonly mayRead: (act: readonly Recorded[]) => boolean;
  /** The last event of which the one who asks may know at all; absent: everything. */
  readonly untilSeq?: number;
}

export interface BundledPdf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const README = `本文件是“两签”的证据包，任何人可以离线核验，不需要向我们索取任何东西：

  bin/liangqian verify 本文件 --trust 信任文件

没有我们的程序，也可以按 docs/evidence-by-hand.md 用 Python 和 OpenSSL 核验。信任文件应向见证机构索取；
包内的 trust.txt 仅供参照：只信它，就是只信本平台。

This is an evidence bundle of Liangqian. Anybody can check it offline, with the command above or, without our program, by
docs/evidence-by-hand.md. Get the trust file from the witnesses: whoever trusts the trust.txt in here trusts the platform.
`;

/** One file with all that proves the acts of some streams; undefined while one of their acts waits for its place in the log. */
export async function bundleOf(
  platform: Platform,
  streams: readonly BundledStream[],
  documents: readonly BundledPdf[],
): Promise<Uint8Array | undefined> {
  const files: Zippable = {};
  const acts: { readonly folder: string; readonly stream: string }[] = [];
  for (const { stream, mayRead, untilSeq } of streams) {
    const isKnown = (seq: number): boolean => seq <= (untilSeq ?? seq);
    const events = (await readStream(platform.journal, platform.realm, stream)).filter(({ seq }) => isKnown(seq));
    const proved = (await proveStream(platform.ledger, stream)).filter(({ entry }) => isKnown(entry.toSeq));
    if (proved.at(-1)?.entry.toSeq !== events.at(-1)?.seq) return undefined;
    let prev = '';
    for (const one of proved) {
      const act = events.filter(({ seq }) => seq >= one.entry.fromSeq && seq <= one.entry.toSeq);
      const { body, hash } = sealAct(actRecordOf(act, prev));
      prev = hash;
      const folder = `acts/${String(acts.length + 1).padStart(3, '0')}`;
      acts.push({ folder, stream });
      addAct(files, folder, one, mayRead(act) ? body : undefined);
    }
  }
  // A PDF is compressed as it is: doing it again costs others their turn and saves next to nothing.
  for (const { name, bytes } of documents) files[`documents/${name}`] = [bytes, { level: 0 }];
  for (const [nth, der] of platform.authority.trusted.entries()) files[`certificates/${nth + 1}.der`] = der;
  const manifest = { v: 1, acts, documents: documents.map(({ name }) => `documents/${name}`) };
  const text = new TextEncoder();
  files['bundle.json'] = text.encode(JSON.stringify(manifest, undefined, 1));
  files['trust.txt'] = text.encode(writeTrust(platform.ledger.trust));
  files['README.txt'] = text.encode(README);
  // No time of packing: the same evidence is the same file.
  return zipSync(files, { mtime: '1980-01-02' });
}

function addAct(files: Zippable, folder: string, { entry, proof }: Proved, body: Uint8Array | undefined): void {
  files[`${folder}/record.json`] = Buffer.from(entry.record);
  files[`${folder}/leaf`] = entry.leaf;
  files[`${folder}/salt`] = entry.salt ?? Buffer.alloc(0);
  files[`${folder}/proof.txt`] = Buffer.from(proof);
  if (body !== undefined) files[`${folder}/act.json`] = body;
}

/** The streams of the mandates that these events rest on, each once. */
export function mandatesCited(events: readonly Recorded[]): readonly string[] {
  return [...new Set(events.flatMap(({ mandate }) => mandate?.mandateNo ?? []))].toSorted();
}
