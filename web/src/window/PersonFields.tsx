import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Applicant, ApplicantKind, IdType } from '../api/model.ts';
import { PrintedAs } from '../form/PrintedAs.tsx';
import { useText } from '../text/text.ts';

/** What the clerk reads from the person's document. */
export interface PersonFieldValues {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly printedAs?: string;
  readonly idType: IdType;
  readonly idNo: string;
  readonly phone?: string;
  readonly legalName?: string;
  readonly legalIdNo?: string;
  readonly shareholders?: string;
  readonly overrideReason?: string;
}

const kinds = ['naturalPerson', 'legalPerson', 'otherOrganisation'] as const;
const idTypes = ['citizenId', 'uscc', 'passport', 'otherDocument'] as const;

export const emptyPerson = { kind: 'naturalPerson', idType: 'citizenId' } as const;

/** `atCounter` adds what only a clerk may say who saw the document (R15). */
export function PersonFields({ atCounter = false }: { readonly atCounter?: boolean }): ReactNode {
  const say = useText();
  const kind: unknown = Form.useWatch(['person', 'kind']);
  const named: string | undefined = Form.useWatch(['person', 'name']);
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <>
      <Form.Item name={['person', 'name']} label={say('window.name')} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
      <PrintedAs name={named} />
      <Form.Item name={['person', 'kind']} label={say('window.kind')}>
        <Select
          aria-label={say('window.kind')}
          options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={['person', 'idType']} label={say('window.idType')}>
        <Select
          aria-label={say('window.idType')}
          options={idTypes.map((value) => ({ value, label: say(`idType.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={['person', 'idNo']} label={say('window.idNo')} rules={rules}>
        <Input autoComplete="off" className="mono" />
      </Form.Item>
      <Form.Item name={['person', 'phone']} label={say('window.phone')}>
        <Input autoComplete="off" inputMode="tel" />
      </Form.Item>
      {atCounter ? (
        <Form.Item name={['person', 'overrideReason']} label={say('person.override')}>
          <Input autoComplete="off" />
        </Form.Item>
      ) : null}
      {kind !== 'naturalPerson' ? (
        <>
          <Form.Item name={['person', 'legalName']} label={say('window.legalName')} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['person', 'legalIdNo']} label={say('window.legalIdNo')} rules={rules}>
            <Input autoComplete="off" className="mono" />
          </Form.Item>
          <Form.Item name={['person', 'shareholders']} label={say('person.shareholders')}>
            <Input.TextArea rows={2} autoComplete="off" />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}

/** The applicant as the server takes him. */
export function applicantOf(person: PersonFieldValues): Applicant {
  const { kind, name, idType, idNo, phone = '', legalName, legalIdNo, shareholders = '', overrideReason = '' } = person;
  const { printedAs = '' } = person;
  const owners = ownersOf(shareholders);
  const isRepresented = legalName !== undefined && legalIdNo !== undefined;
  return {
    kind,
    name: name.trim(),
    idType,
    idNo: idNo.trim(),
    ...(printedAs.trim() === '' ? {} : { printedAs: printedAs.trim() }),
    ...(phone === '' ? {} : { phone }),
    ...(isRepresented ? { legalRepresentative: { name: legalName.trim(), idNo: legalIdNo.trim() } } : {}),
    ...(owners.length === 0 ? {} : { shareholders: owners }),
    ...(overrideReason.trim() === '' ? {} : { idOverrideReason: overrideReason.trim() }),
  };
}

/** Who has been entered so far, as far as his papers go; undefined until there is a name and a number. */
export function holderOf(person: PersonFieldValues | undefined): Applicant | undefined {
  const isKnown = (person?.name ?? '').trim() !== '' && (person?.idNo ?? '').trim() !== '';
  return person === undefined || !isKnown ? undefined : applicantOf(person);
}

/** The last word of a line is the number, all before it the name. */
function ownersOf(lines: string): { name: string; idNo: string }[] {
  return lines
    .split('\n')
    .map((line) => line.trim().split(/[\s,，]+/))
    .filter((words) => words.length > 1)
    .map((words) => ({ name: words.slice(0, -1).join(' '), idNo: words.at(-1) ?? '' }));
}
