import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

export interface NamedPerson {
  readonly name: string;
  readonly idNo: string;
}

/** Persons by name and number, as many as there are; the form around it hands in its value. */
export function ResponsiblePersons({
  value = [],
  onChange,
}: {
  readonly value?: readonly NamedPerson[];
  readonly onChange?: (persons: readonly NamedPerson[]) => void;
}): ReactNode {
  const say = useText();
  const change = (at: number, part: Partial<NamedPerson>): void =>
    onChange?.(value.map((person, index) => (index === at ? { ...person, ...part } : person)));
  return (
    <>
      {value.map(({ name, idNo }, at) => (
        // Rows have no name of their own: their place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className="beside">
          <legend>{say('conduct.person', { no: at + 1 })}</legend>
          <Input
            aria-label={say('conduct.personName', { no: at + 1 })}
            placeholder={say('conduct.personName', { no: at + 1 })}
            value={name}
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <Input
            aria-label={say('conduct.personIdNo', { no: at + 1 })}
            placeholder={say('conduct.personIdNo', { no: at + 1 })}
            className="mono"
            value={idNo}
            onChange={({ target }) => change(at, { idNo: target.value })}
          />
          <Button size="small" onClick={() => onChange?.(value.filter((_person, index) => index !== at))}>
            {say('act.remove')}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => onChange?.([...value, { name: '', idNo: '' }])}>{say('conduct.addPerson')}</Button>
    </>
  );
}
