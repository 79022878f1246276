import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { keyOf } from './application.ts';
import { FileField } from './FileField.tsx';
import { FromVault } from './FromVault.tsx';

/** A material as uploaded files, or as a paper that somebody looks at: the applicant chooses (R14). */
export function FileOrPaper({
  code,
  name,
  paper,
  itemId,
}: {
  readonly code: string;
  readonly name: string;
  /** What is said of the paper instead. */
  readonly paper: string;
  /** For the applicant himself: the item for which he may share a file that he keeps. */
  readonly itemId?: string;
}): ReactNode {
  return (
    <fieldset className="material">
      <legend>{name}</legend>
      <Form.Item name={['files', keyOf(code)]} className="tick">
        <FileField
          label={name}
          {...(itemId === undefined
            ? {}
            : { beside: (add) => <FromVault itemId={itemId} code={code} onShared={add} /> })}
        />
      </Form.Item>
      <Form.Item name={['materials', keyOf(code)]} valuePropName="checked" className="tick">
        <Checkbox>{paper}</Checkbox>
      </Form.Item>
    </fieldset>
  );
}
