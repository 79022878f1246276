import type { CaseView } from '../api/model.ts';
import type { Asked } from '../frame/AskedAct.tsx';

/** Where an act of review is sent, whether it is open, and its name in what is sent. */
export function reviewDoor(
  found: CaseView,
  act: string,
): Required<Pick<Asked, 'path' | 'bodyOf'>> & Pick<Asked, 'can'> {
  return {
    can: found.can[`reviewCase.${act}`],
    path: `/cases/${encodeURIComponent(found.caseNo)}/review`,
    bodyOf: (values) => ({ act, ...values }),
  };
}
