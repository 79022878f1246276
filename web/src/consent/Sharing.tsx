import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import type { AskedMaterial } from '../api/model.ts';
import { keyOf } from '../form/application.ts';
import { useText } from '../text/text.ts';

/** What is fetched if he goes on, to whom it goes and for what; each line can be declined (个保法14, 16). */
export function Sharing({
  materials,
  organ,
}: {
  readonly materials: readonly AskedMaterial[];
  readonly organ: string;
}): ReactNode {
  const say = useText();
  return (
    <section aria-label={say('sharing.title')}>
      <h3>{say('sharing.title')}</h3>
      <p>{say('sharing.hint', { organ })}</p>
      {materials.map((material) => (
        <SharedLine key={material.code} material={material} />
      ))}
    </section>
  );
}

function SharedLine({ material }: { readonly material: AskedMaterial }): ReactNode {
  const say = useText();
  const { code, name, nameEn, basis, needsConsent } = material;
  const field = ['declined', keyOf(code)];
  const isDeclined: unknown = Form.useWatch(field);
  const shown = say.of({ zh: name, en: nameEn });
  return (
    <div className="claim-line">
      <p>
        <span aria-hidden>{isDeclined === true ? '○' : '✔'}</span> {shown}{' '}
        <span className="quiet">{say(isDeclined === true ? 'sharing.own' : 'guide.weFetch')}</span>
      </p>
      {basis === undefined ? null : <p className="quiet">{say('sharing.basis', { basis })}</p>}
      {needsConsent ? <p className="light-yellow">{say('sharing.alone')}</p> : null}
      <Form.Item name={field} valuePropName="checked" className="tick">
        <Checkbox>{say('sharing.decline', { name: shown })}</Checkbox>
      </Form.Item>
    </div>
  );
}
