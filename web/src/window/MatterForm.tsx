import { Button, Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { AskedMaterial, Guide, ItemForm } from '../api/model.ts';
import { limitText } from '../applicant/item-words.ts';
import { KnownLine } from '../applicant/KnownAnswers.tsx';
import { Renewal } from '../applicant/Renewal.tsx';
import { type HeldAnswer, isRoute } from '../applicant/steps.ts';
import { useAskedNow } from '../applicant/use-asked.ts';
import { type ApplicationFields, answersOf, keyOf } from '../form/application.ts';
import { LicenceFields } from '../form/LicenceFields.tsx';
import { FileField } from '../form/FileField.tsx';
import { AskedQuestion } from '../form/FormQuestion.tsx';
import { MakerFields } from '../form/MakerFields.tsx';
import { PromiseRoute } from '../form/PromiseRoute.tsx';
import { ItemName } from '../frame/ItemName.tsx';
import { useText } from '../text/text.ts';
import { KnownBefore } from './KnownBefore.tsx';
import { holderOf, type PersonFieldValues } from './PersonFields.tsx';
import { ReadCode } from './ReadCode.tsx';

/** What the window knows already of the answers, and how it comes to know more. */
export interface AtHand {
  readonly received: ClaimsReceived | undefined;
  readonly held: readonly HeldAnswer[];
  readonly take: (received: ClaimsReceived) => void;
  readonly hold: (known: readonly HeldAnswer[]) => void;
}

/** The chosen matter, whole: every line of its form, each once, and its list of materials. */
export function MatterForm({
  guide,
  form: whole,
  change,
  atHand,
}: {
  readonly guide: Guide;
  readonly form: ItemForm;
  readonly change: () => void;
  readonly atHand: AtHand;
}): ReactNode {
  const say = useText();
  const form = Form.useFormInstance<ApplicationFields & { readonly person?: PersonFieldValues }>();
  const { received, held, take, hold } = atHand;
  const asked = useAskedNow(whole, form);
  return (
    <>
      <MatterHead guide={guide} change={change} />
      <ReadCode
        itemId={guide.itemId}
        answered={() => answersOf(form.getFieldsValue().form)}
        holder={() => holderOf(form.getFieldValue('person'))}
        received={received}
        take={take}
      />
      <KnownBefore guide={guide} hold={hold} />
      <LicenceFields form={whole} />
      {asked.questions
        .filter(({ name }) => !isRoute(name))
        .map((question) => {
          const answer = held.find(({ name }) => name === question.name);
          return answer === undefined ? (
            <AskedQuestion key={question.name} question={question} />
          ) : (
            <KnownLine key={question.name} answer={answer} question={question} />
          );
        })}
      <PromiseRoute form={asked} />
      <h3>{say('window.materials')}</h3>
      {asked.materials
        .filter(({ kind }) => kind !== 'form')
        .map((material) => (
          <MaterialLine
            key={material.code}
            material={material}
            isReceived={received?.papers.some(({ code }) => code === material.code) === true}
          />
        ))}
      <Sending guide={guide} form={asked} />
    </>
  );
}

function MatterHead({ guide, change }: { readonly guide: Guide; readonly change: () => void }): ReactNode {
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
    </>
  );
}

/** What is told and asked at the end of every application. */
function Sending({ guide, form }: { readonly guide: Guide; readonly form: ItemForm }): ReactNode {
  const say = useText();
  return (
    <>
      {form.fees.map(({ code, name, standard, basis }) => (
        <p key={code} className="quiet">
          {say('fee.ahead', { name: say.of(name), standard, basis })}
        </p>
      ))}
      {form.licence === undefined ? <Renewal guide={guide} /> : null}
      {guide.signClass === 0 ? (
        <Form.Item name="humanDecision" valuePropName="checked" className="tick">
          <Checkbox>{say('window.humanDecision')}</Checkbox>
        </Form.Item>
      ) : null}
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
  readonly material: AskedMaterial;
  readonly isReceived: boolean;
}): ReactNode {
  const say = useText();
  const { code, name, necessity, isFetched, intermediary } = material;
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
            {isFetched ? ` · ${say('window.fetched')}` : null}
          </span>{' '}
          {isFetched ? (
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
      {intermediary === undefined || intermediary === null ? null : (
        <>
          <p className="quiet">
            {say('material.intermediary', { service: say.of(intermediary.name), basis: intermediary.basis })}
          </p>
          <MakerFields code={code} />
        </>
      )}
    </div>
  );
}
