import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

/** Han that every font has, ASCII, and the marks of names. */
const everyday = /^[\u4e00-\u9fa5\u0020-\u007e·（）]*$/u;

/** How letters write a name, asked only where it has a character that fonts may lack; the server says whether they do. */
export function PrintedAs({ name }: { readonly name: string | undefined }): ReactNode {
  const say = useText();
  if (name === undefined || everyday.test(name)) return null;
  return (
    <Form.Item name={['person', 'printedAs']} label={say('person.printedAs')}>
      <Input autoComplete="off" />
    </Form.Item>
  );
}
