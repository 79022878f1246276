import { Button, Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { Guide } from '../api/model.ts';
import { limitText } from '../applicant/item-words.ts';
import { keyOf } from '../form/application.ts';
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
      <ReadCode itemId={guide.itemId} received={received} take={take} />
      {guide.inputs
        .filter(({ source }) => source === 'form')
        .map((input) => (
          <Question key={input.name} input={input} name={['form', input.name]} required={false} />
        ))}
      <h3>{say('window.materials')}</h3>
      {guide.materials
        .filter(({ kind }) => kind !== 'form')
        .map(({ code, name, necessity, replaceableBy }) => (
          <div key={code} className="material-line">
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
