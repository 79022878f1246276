import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useFoundItems } from '../api/reads.ts';
import { useText } from '../text/text.ts';

/** One of the organs whose matters are in the catalogue. */
export function OrganSelect({
  id,
  label,
  except,
  value,
  onChange,
}: {
  /** The form's own, by which the label leads here. */
  readonly id?: string;
  readonly label: string;
  /** The organ that is not to be chosen. */
  readonly except: string;
  readonly value?: string;
  readonly onChange?: (organ: string) => void;
}): ReactNode {
  const say = useText();
  const { data: items = [] } = useFoundItems('');
  const organs = new Map(items.map((item) => [item.organ, say.of({ zh: item.organName, en: item.organNameEn })]));
  organs.delete(except);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      {...(value === undefined ? {} : { value })}
      onChange={(chosen) => onChange?.(chosen)}
      options={[...organs].map(([organ, name]) => ({ value: organ, label: name }))}
    />
  );
}
