import type { Progress } from '../catalogue/catalogue.ts';

const WIDTH = 30;

/** A bar of lines about a run, one for each tenth; it is never part of the answer. */
export function progressBar(write: (line: string) => void): Progress {
  let shown = -1;
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (tenth <= shown) return;
    shown = tenth;
    const filled = Math.round((tenth / 10) * WIDTH);
    write(`[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${tenth * 10}% ${done}/${total}`);
  };
}
