import { Select } from 'antd';
import type { ReactNode } from 'react';
import { personsOf } from '../desk/review.ts';
import { useText } from '../text/text.ts';

const kinds = ['department', 'breaker', 'staffChange', 'lawChange', 'itemChange', 'reviewFinding', 'sampling'] as const;

/** Why a mandate stops. */
export function SuspensionKinds({
  id,
  value,
  onChange,
}: {
  /** The form's own, by which the label leads here. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}): ReactNode {
  const say = useText();
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={say('life.suspendKind')}
      {...(value === undefined ? {} : { value })}
      onChange={(chosen) => onChange?.(chosen)}
      options={kinds.map((kind) => ({ value: kind, label: say(`suspend.${kind}`) }))}
    />
  );
}

/** Holders typed in one line, as the server takes them. */
export function withHolders(values: Readonly<Record<string, unknown>>): object {
  const { holders, ...others } = values;
  return { ...others, holders: personsOf(typeof holders === 'string' ? holders : '') };
}
