import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

/** The persons whom the letter names. */
export function HolderFields(): ReactNode {
  const say = useText();
  const rules = [{ required: true, message: say('form.required') }];
  const roles = (['handler', 'chief'] as const).map((value) => ({ value, label: say(`role.${value}`) }));
  return (
    <>
      <h2>{say('compose.holders')}</h2>
      <Form.List name="grantees">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="columns holder">
                <Form.Item name={[name, 'personId']} label={say('compose.personId')} rules={rules}>
                  <Input className="mono" />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={say('compose.name')} rules={rules}>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'role']} label={say('compose.role')} rules={rules}>
                  <Select aria-label={say('compose.role')} options={roles} />
                </Form.Item>
                <Form.Item name={[name, 'deputyOf']} label={say('compose.deputyOf')}>
                  <Input className="mono" />
                </Form.Item>
                <Button size="small" onClick={() => remove(name)}>
                  {say('act.remove')}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ role: 'handler' })}>{say('act.add')}</Button>
          </>
        )}
      </Form.List>
    </>
  );
}
