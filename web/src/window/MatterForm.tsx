import { Button, Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { Guide, ItemMaterial } from '../api/model.ts';
import { limitText } from '../applicant/item-words.ts';
import { type ApplicationFields, answersOf, keyOf } from '../form/application.ts';
import { FileField } from '../form/FileField.tsx';
import { Question } from '../form/Question.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { useText } from '../text/text.ts';
import { ReadCode } from './ReadCode.tsx';

/** The chosen matter: its questions and its list of materials. */
export function MatterForm({
  guide,
  change,
  received,
  take,
}: {
  readonly guide: Guide;
  readonly change: () => void;
  readonly received: ClaimsReceived | undefined;
  readonly take: (received: ClaimsReceived) => void;
}): ReactNode {
  const say = useText();
  const form = Form.useFormInstance<ApplicationFields>();
  return (
    <>
      <p className="matter-head">
        <strong>
          <code>{guide.itemId}</code> <ItemName {...guide} />
        </strong>
        <Button size="small" onClick={change}>
          {say('window.other')}
        </Button>
      </p>
      <p className="quiet">
        {say.of({ zh: guide.organName, en: guide.organNameEn })}
        {' · '}
        {say('clock.statutory')} {limitText(guide.legalLimit, say)}
        {' · '}
        {say('clock.promised')} {limitText(guide.promisedLimit, say)}
        {' · '}
        {say(`signClass.${guide.signClass}`)}
      </p>
      <ReadCode
        itemId={guide.itemId}
        answered={() => answersOf(form.getFieldsValue().form)}
        received={received}
        take={take}
      />
      {guide.inputs
        .filter(({ source }) => source === 'form')
        .map((input) => (
          <Question key={input.name} input={input} name={['form', input.name]} required={false} />
        ))}
      <h3>{say('window.materials')}</h3>
      {guide.materials
        .filter(({ kind }) => kind !== 'form')
        .map((material) => (
          <MaterialLine
            key={material.code}
            material={material}
            isReceived={received?.papers.some(({ code }) => code === material.code) === true}
          />
        ))}
      <Form.Item name="truthStatement" valuePropName="checked" className="tick">
        <Checkbox>{say('window.truth')}</Checkbox>
      </Form.Item>
      <Form.Item name="eDelivery" valuePropName="checked" className="tick">
        <Checkbox>{say('apply.eDelivery')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** One paper of the list: what was read from a code is there; what can be fetched is not to be brought (R6). */
function MaterialLine({
  material,
  isReceived,
}: {
  readonly material: ItemMaterial;
  readonly isReceived: boolean;
}): ReactNode {
  const say = useText();
  const { code, name, necessity, replaceableBy } = material;
  if (isReceived)
    return (
      <p className="material-line">
        <strong className="light-green">
          <span aria-hidden>{'✔'}</span> {name}
        </strong>{' '}
        <span className="quiet">{say('read.have')}</span>
      </p>
    );
  return (
    <div className="material-line">
      <Form.Item name={['materials', keyOf(code)]} valuePropName="checked" className="tick">
        <Checkbox>
          {say('window.seen', { name })}{' '}
          <span className="quiet">
            {say(`necessity.${necessity}`)}
            {replaceableBy.length > 0 ? ` · ${say('window.fetched')}` : null}
          </span>{' '}
          {replaceableBy.length > 0 ? (
            <strong className="light-green" title={say('noSubmit.why')}>
              <span aria-hidden>{'✔'}</span> {say('noSubmit.mark')}
            </strong>
          ) : null}
        </Checkbox>
      </Form.Item>
      <details>
        <summary>{say('file.scan')}</summary>
        <Form.Item name={['files', keyOf(code)]} className="tick">
          <FileField label={name} />
        </Form.Item>
      </details>
    </div>
  );
}
