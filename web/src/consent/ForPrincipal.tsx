import { Form } from 'antd';
import type { ReactNode } from 'react';
import { ForOther } from '../applicant/ForOther.tsx';
import { emptyPerson } from '../window/PersonFields.tsx';
import type { PrincipalFields } from './principal.ts';

/** An agent shows his principal's papers: whose, and what the letter says (R15). */
export function ForPrincipal({ changed }: { readonly changed: (fields: PrincipalFields) => void }): ReactNode {
  return (
    <Form
      layout="vertical"
      initialValues={{ person: emptyPerson }}
      onValuesChange={(_one, fields: PrincipalFields) => changed(fields)}
    >
      <ForOther />
    </Form>
  );
}
