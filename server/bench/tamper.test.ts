import { expect, test } from 'vitest';
import { mutations, tileMutations } from './tamper-mutations.ts';
import { tamper } from './tamper-run.ts';

// Some ten seconds of processor time: beside other work they take longer.
test(
  'of a thousand ways to change a log, every one is noticed by the audit or by the witness',
  { timeout: 90_000 },
  async () => {
    const { missed, perKind } = await tamper(1_500, 7);
    expect(missed).toEqual([]);
    expect([...perKind.keys()].toSorted()).toEqual(
      [...Object.keys(mutations), ...Object.keys(tileMutations)].toSorted(),
    );
  },
);
