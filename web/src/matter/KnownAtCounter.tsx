import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { MatterKnown, MatterPlan } from '../api/matter-model.ts';
import type { Applicant, Value } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { type LookedUp, withKnown } from './looked-up.ts';

/** What the person at the window has answered before; once for the items that follow so far, and looking it up is noted. */
export function KnownAtCounter({
  bundleId,
  plan,
  asked,
  looked,
  hold,
}: {
  readonly bundleId: string;
  readonly plan: MatterPlan;
  readonly asked: { readonly applicant: Applicant; readonly answers: Readonly<Record<string, Value>> };
  readonly looked: LookedUp | undefined;
  readonly hold: (looked: LookedUp) => void;
}): ReactNode {
  const say = useText();
  const looking = useAct<MatterKnown>(`/bundles/${encodeURIComponent(bundleId)}/known-at-counter`);
  const items = plan.children.map(({ itemId }) => itemId);
  const isWhole = looked !== undefined && items.every((itemId) => looked.items.includes(itemId));
  const look = (): void =>
    looking.mutate(
      { ...asked, region: plan.district },
      { onSuccess: ({ known }) => hold({ known: [...(looked?.known ?? []), ...known], items }) },
    );
  const found = withKnown(plan, looked).questions.filter(({ known }) => known?.source === 'case').length;
  return (
    <section aria-label={say('window.known')}>
      {isWhole ? null : (
        <Button loading={looking.isPending} onClick={look}>
          {say('window.known')}
        </Button>
      )}
      <p className="quiet">
        {looked === undefined ? say('window.knownHint') : say('window.knownFound', { count: found })}
      </p>
      {looking.error === null ? null : <Trouble error={looking.error} />}
    </section>
  );
}
