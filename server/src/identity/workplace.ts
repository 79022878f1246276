import { BlockList, isIP } from 'node:net';
import type { Instant } from '../kernel/time.ts';

/** Where and when signing is ordinary. Hours and networks are the centre's own figures: configuration. */
export interface Workplace {
  /** `HH:MM` on the wall clock in China. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Networks of the hall in CIDR form. Empty: unknown, so that nothing counts as off-site. */
  readonly networks: readonly string[];
}

export const defaultWorkplace: Workplace = { opensAt: '08:30', closesAt: '18:00', networks: [] };

/** The facts behind T18; yellow, never a block: late hours and site visits are lawful work. */
export interface Circumstance {
  readonly isAfterHours: boolean;
  readonly isOffSite: boolean;
}

/** T18: whether an act at `at` from `address` happens outside office hours or outside the hall. */
export function circumstanceOf(
  act: { readonly at: Instant; readonly address: string; readonly isWorkingDay: boolean },
  workplace: Workplace,
): Circumstance {
  const time = timeInChina(act.at);
  return {
    isAfterHours: !act.isWorkingDay || time < workplace.opensAt || time >= workplace.closesAt,
    isOffSite: workplace.networks.length > 0 && !isInNetworks(act.address, workplace.networks),
  };
}

function timeInChina(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
}

function isInNetworks(address: string, networks: readonly string[]): boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', prefix = ''] = network.split('/');
    list.addSubnet(base, Number(prefix), isIP(base) === 6 ? 'ipv6' : 'ipv4');
  }
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
