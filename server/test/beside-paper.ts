import type { BundleCheck } from '@liangqian/verify/bundle-act.ts';
import type { BundleVerdict } from '@liangqian/verify/bundle.ts';

/** Whether the line says that a letter of a mandate was signed on paper: the demonstration's all were. */
export function isOfPaper({ check, of, state }: BundleCheck): boolean {
  return check === 'signature' && state === 'undecided' && of.startsWith('mandate/');
}

/** The verdict of a bundle but for letters that were signed on paper, of which nothing can be checked. */
export function besidePaper({ checks }: BundleVerdict): BundleVerdict {
  const rest = checks.filter((one) => !isOfPaper(one));
  const states = new Set(rest.map(({ state }) => state));
  return { state: states.has('false') ? 'no' : states.has('undecided') ? 'undecided' : 'yes', checks: rest };
}
