import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Can } from '../api/model.ts';
import { useText } from '../text/text.ts';
import { basisText } from './basis.ts';
import { detailLines } from './refusal-detail.ts';

/** A button that is open when the server says so, and otherwise says why not: rule, article, and what can be done. */
export function CanButton({ can, ...button }: ButtonProps & { readonly can: Can | undefined }): ReactNode {
  const id = useId();
  if (!isOwn(can)) return null;
  const isOpen = can.allowed;
  return (
    <div className="can">
      <Button {...button} disabled={!isOpen || button.disabled === true} aria-describedby={isOpen ? undefined : id} />
      {can.allowed ? null : <WhyNot id={id} can={can} />}
    </div>
  );
}

function WhyNot({ id, can }: { readonly id: string; readonly can: Extract<Can, { allowed: false }> }): ReactNode {
  const say = useText();
  const { message, article, rule, remedy } = can.refusal;
  return (
    <p id={id} className="why-not">
      {[say.of(message), ...detailLines(can.refusal, say)].join(' ')}
      <span className="quiet">
        {' '}
        {basisText({ article, rule }, say)} {say('state.remedy', { remedy: say.of(remedy) })}
      </span>
    </p>
  );
}

/** Whether the act belongs to this person's work at all; what belongs to others has no place on his screen. */
export function isOwn(can: Can | undefined): can is Can {
  return can !== undefined && (can.allowed || can.refusal.code !== 'not-permitted');
}

/** Whether the act is open. */
export function isOpen(can: Can | undefined): boolean {
  return can?.allowed === true;
}

/** The reason alone, where a whole panel is closed. */
export function CanNote({ can }: { readonly can: Can | undefined }): ReactNode {
  const id = useId();
  return !isOwn(can) || can.allowed ? null : <WhyNot id={id} can={can} />;
}
