import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useText } from '../text/text.ts';

interface OfficerField {
  /** The form's own, by which the label leads here. */
  readonly id?: string;
  readonly officers: CaseView['officers'];
  readonly label: string;
}

/** One of those who work on the organ's cases. */
export function OfficerSelect({
  value,
  onChange,
  ...field
}: OfficerField & { readonly value?: string; readonly onChange?: (personId: string) => void }): ReactNode {
  const options = useOfficerOptions(field.officers);
  return (
    <Select
      {...(field.id === undefined ? {} : { id: field.id })}
      aria-label={field.label}
      showSearch={{ optionFilterProp: 'label' }}
      {...(value === undefined ? {} : { value })}
      onChange={(chosen) => onChange?.(chosen)}
      options={options}
    />
  );
}

/** Several of them. */
export function OfficersSelect({
  value = [],
  onChange,
  ...field
}: OfficerField & {
  readonly value?: readonly string[];
  readonly onChange?: (personIds: readonly string[]) => void;
}): ReactNode {
  const options = useOfficerOptions(field.officers);
  return (
    <Select
      mode="multiple"
      {...(field.id === undefined ? {} : { id: field.id })}
      aria-label={field.label}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...value]}
      onChange={(chosen) => onChange?.(chosen)}
      options={options}
    />
  );
}

function useOfficerOptions(officers: CaseView['officers']): { value: string; label: string }[] {
  const say = useText();
  return officers.map(({ personId, name, post }) => ({
    value: personId,
    label: `${name} ${say(`post.${post}`)} ${personId}`,
  }));
}
