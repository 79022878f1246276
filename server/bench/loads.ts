import type { OpenLoad } from './load.ts';
import { openFloor } from './floor.ts';
import { openPgBoss } from './pg-boss-peer.ts';
import { openLoggedCases, openLoggedFullCases } from './ledger-loads.ts';
import { openAutomaticCases, openContestedCases, openFullCases, openTwoSignatureCases } from './case-loads.ts';

const loads = {
  floor: openFloor,
  pgboss: openPgBoss,
  twoSignatures: openTwoSignatureCases,
  automatic: openAutomaticCases,
  full: openFullCases,
  contested: openContestedCases,
  logged: openLoggedCases,
  fullLogged: openLoggedFullCases,
} as const satisfies Record<string, OpenLoad>;

export type LoadName = keyof typeof loads;

/** The load called `name`. */
export function openLoad(name: string): OpenLoad {
  const known: Readonly<Record<string, OpenLoad>> = loads;
  const found = known[name];
  if (found === undefined) throw new Error(`there is no load ${name}`);
  return found;
}
