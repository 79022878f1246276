import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useItemForm } from '../api/reads.ts';
import { useText } from '../text/text.ts';

const particulars = ['name', 'idNo', 'phone', 'address', 'legalRepresentative'] as const;

/** The line of an item's own list that a shared field fills: chosen among those that the list has, never written by heart. */
export function LineSelect({
  item,
  no,
  line,
  isPaper,
  change,
}: {
  readonly item: string;
  readonly no: number;
  readonly line: string;
  readonly isPaper: boolean;
  readonly change: (line: string) => void;
}): ReactNode {
  const say = useText();
  const { data } = useItemForm(item);
  const label = say('bundle.line', { item, no });
  const questions = (data?.questions ?? []).map((one) => ({
    value: `form.${one.name}`,
    label: `${say.of(one.label)} (form.${one.name})`,
  }));
  const papers = (data?.materials ?? [])
    .filter(({ kind }) => kind !== 'form')
    .map(({ code, name, nameEn }) => ({ value: code, label: `${say.of({ zh: name, en: nameEn })} (${code})` }));
  const applicant = particulars.map((part) => ({
    value: `applicant.${part}`,
    label: say(`bundleParticular.${part}`),
  }));
  const options = isPaper ? papers : [...questions, ...applicant];
  return (
    <Form.Item label={label}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        className="wide"
        aria-label={label}
        value={line}
        options={options}
        onChange={change}
      />
    </Form.Item>
  );
}
