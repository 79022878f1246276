import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Applicant, ApplicantKind, IdType } from '../api/model.ts';
import { useText } from '../text/text.ts';

/** What the clerk reads from the person's document. */
export interface PersonFieldValues {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly idType: IdType;
  readonly idNo: string;
  readonly phone?: string;
  readonly legalName?: string;
  readonly legalIdNo?: string;
}

const kinds = ['naturalPerson', 'legalPerson', 'otherOrganisation'] as const;
const idTypes = ['citizenId', 'uscc', 'passport', 'otherDocument'] as const;

export const emptyPerson = { kind: 'naturalPerson', idType: 'citizenId' } as const;

export function PersonFields(): ReactNode {
  const say = useText();
  const kind: unknown = Form.useWatch(['person', 'kind']);
  const rules = [{ required: true, message: say('form.required') }];
  return (
    <>
      <Form.Item name={['person', 'name']} label={say('window.name')} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
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
      {kind === 'legalPerson' ? (
        <>
          <Form.Item name={['person', 'legalName']} label={say('window.legalName')} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['person', 'legalIdNo']} label={say('window.legalIdNo')} rules={rules}>
            <Input autoComplete="off" className="mono" />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}

/** The applicant as the server takes him. */
export function applicantOf(person: PersonFieldValues): Applicant {
  const { kind, name, idType, idNo, phone = '', legalName, legalIdNo } = person;
  const isRepresented = legalName !== undefined && legalIdNo !== undefined;
  return {
    kind,
    name: name.trim(),
    idType,
    idNo: idNo.trim(),
    ...(phone === '' ? {} : { phone }),
    ...(isRepresented ? { legalRepresentative: { name: legalName, idNo: legalIdNo } } : {}),
  };
}
