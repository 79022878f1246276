import { useEffect, useState } from 'react';
import type { Challenge } from './asked.ts';
import { inspectFile, type Outcome } from './inspect-file.ts';

/** A file that does harm is ended after this; a slow telephone may be given more. */
const PATIENCE_MS = 2_000;
const LONG_PATIENCE_MS = 60_000;

interface Held {
  readonly file: File | undefined;
  /** Whom the reader believes instead of what the platform publishes. */
  readonly ownTrust: File | undefined;
  readonly statusList: File | undefined;
  readonly challenge: Challenge;
  readonly patience: number;
  readonly outcome: Outcome | undefined;
}

const NOTHING: Held = {
  file: undefined,
  ownTrust: undefined,
  statusList: undefined,
  challenge: { nonce: '', audience: '' },
  patience: PATIENCE_MS,
  outcome: undefined,
};

/** The files on the page, checked anew whenever one of them changes. */
export function useInspection(published: string) {
  const [state, setState] = useState(NOTHING);
  const { file, ownTrust, statusList, challenge, patience } = state;
  useEffect(() => {
    if (file === undefined) return undefined;
    let isCurrent = true;
    const at = new Date().toISOString();
    const question = { file, trust: ownTrust ?? published, statusList, at, challenge, patience };
    const tell = (outcome: Outcome): void => {
      if (isCurrent) setState((known) => ({ ...known, outcome }));
    };
    inspectFile(question).then(tell, () => tell({ kind: 'broken' }));
    return () => {
      isCurrent = false;
    };
  }, [file, ownTrust, statusList, challenge, patience, published]);
  const hold = (change: Partial<Held>): void =>
    setState((known) => ({ ...known, patience: PATIENCE_MS, ...change, outcome: undefined }));
  return {
    state,
    setFile: (chosen: File) => hold({ file: chosen }),
    setOwnTrust: (chosen: File | undefined) => hold({ ownTrust: chosen }),
    setStatusList: (chosen: File | undefined) => hold({ statusList: chosen }),
    setChallenge: (asked: Challenge) => hold({ challenge: asked }),
    tryLonger: () => hold({ patience: LONG_PATIENCE_MS }),
  };
}
