import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { OpenLicence } from '../api/licence-reads.ts';
import type { Applicant, AskedMaterial, Guide, ItemForm } from '../api/model.ts';
import { keyOf } from '../form/application.ts';
import { FileOrPaper } from '../form/FileOrPaper.tsx';
import { AskedQuestion } from '../form/FormQuestion.tsx';
import { MakerFields } from '../form/MakerFields.tsx';
import { PrintedAs } from '../form/PrintedAs.tsx';
import { PromiseRoute } from '../form/PromiseRoute.tsx';
import { useText } from '../text/text.ts';
import { ForOther } from './ForOther.tsx';
import { KnownAnswers } from './KnownAnswers.tsx';
import { LicenceStep } from './LicenceStep.tsx';
import { Renewal } from './Renewal.tsx';
import type { HeldAnswer, Step } from './steps.ts';

interface Shown {
  readonly licences: readonly OpenLicence[];
  readonly form: ItemForm;
  readonly guide: Guide;
  readonly known: readonly HeldAnswer[];
  readonly applicant: Applicant;
}

/** One screen of an application. */
export function StepScreen({ step, ...shown }: Shown & { readonly step: Step }): ReactNode {
  const say = useText();
  switch (step.kind) {
    case 'who':
      return <Who applicant={shown.applicant} form={shown.form} />;
    case 'licence':
      return <LicenceStep form={shown.form} licences={shown.licences} />;
    case 'known':
      return <KnownAnswers form={shown.form} known={shown.known} organ={organOf(shown.guide, say.language)} />;
    case 'question':
      return <AskedQuestion question={step.question} />;
    case 'material':
      return <MaterialScreen material={step.material} itemId={shown.form.itemId} />;
    case 'route':
      return <PromiseRoute form={shown.form} />;
    case 'send':
      return <Sending {...shown} />;
    default:
      return step satisfies never;
  }
}

function organOf({ organName, organNameEn }: Guide, language: 'zh' | 'en'): string {
  return language === 'zh' ? organName : organNameEn;
}

function Who({ applicant, form }: { readonly applicant: Applicant; readonly form: ItemForm }): ReactNode {
  const say = useText();
  const forOther: unknown = Form.useWatch('forOther');
  return (
    <>
      <h2>{say('apply.who')}</h2>
      <ul className="have">
        <li>
          {applicant.name} <span className="quiet">{say('apply.verified')}</span>
        </li>
        <li>
          {say(`idType.${applicant.idType}`)} <code>{masked(applicant.idNo)}</code>
        </li>
      </ul>
      {forOther === true ? null : <PrintedAs name={applicant.name} />}
      {applicant.kind === 'naturalPerson' ? <ForOther form={form} /> : null}
    </>
  );
}

/** A promise made in the form itself, or files, or the paper; what may follow may be promised for later (R32). */
function MaterialScreen({
  material,
  itemId,
}: {
  readonly material: AskedMaterial;
  readonly itemId: string;
}): ReactNode {
  const say = useText();
  const { code, name, nameEn, kind, necessity, acceptStandard, intermediary } = material;
  const shown = say.of({ zh: name, en: nameEn });
  if (kind === 'commitment')
    return (
      <Form.Item name={['materials', keyOf(code)]} valuePropName="checked" className="tick">
        <Checkbox>{say('apply.promiseMaterial', { name: shown })}</Checkbox>
      </Form.Item>
    );
  return (
    <>
      <FileOrPaper code={code} name={shown} paper={say('apply.havePaper', { name: shown })} itemId={itemId} />
      {acceptStandard === '' ? null : <p className="quiet">{say('material.standard', { standard: acceptStandard })}</p>}
      {intermediary === undefined || intermediary === null ? null : (
        <>
          <p>{say('material.intermediary', { service: say.of(intermediary.name), basis: intermediary.basis })}</p>
          <MakerFields code={code} />
        </>
      )}
      {necessity === 'deferrable' ? (
        <Form.Item name={['later', keyOf(code)]} valuePropName="checked" className="tick">
          <Checkbox>{say('later.tick', { name: shown })}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}

function Sending({ form, guide }: Shown): ReactNode {
  const say = useText();
  const forOther: unknown = Form.useWatch('forOther');
  const licenceNo: unknown = Form.useWatch(['onLicence', 'licenceNo']);
  const isAsked = form.licence !== undefined && (forOther === true || (licenceNo ?? 'none') !== 'none');
  const message = say('apply.truthNeeded');
  const later: Readonly<Record<string, boolean>> = Form.useWatch('later') ?? {};
  const deferred = form.materials.filter(({ code }) => later[keyOf(code)] === true);
  const isTicked = (_rule: unknown, value: unknown): Promise<void> =>
    value === true ? Promise.resolve() : Promise.reject(new Error(message));
  return (
    <>
      <h2>{say('apply.last')}</h2>
      {form.fees.map(({ code, name, standard, basis }) => (
        <p key={code}>{say('fee.ahead', { name: say.of(name), standard, basis })}</p>
      ))}
      {deferred.length === 0 ? null : (
        <>
          <blockquote className="wording">
            {say('later.wording', {
              names: deferred.map(({ name, nameEn }) => say.of({ zh: name, en: nameEn })).join('、'),
            })}
          </blockquote>
          <Form.Item name="laterOn" label={say('later.on')} rules={[{ required: true, message: say('form.required') }]}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
      {isAsked ? null : <Renewal guide={guide} />}
      {guide.signClass === 0 ? (
        <Form.Item name="humanDecision" valuePropName="checked" className="tick">
          <Checkbox>{say('apply.humanDecision')}</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item name="eDelivery" valuePropName="checked" className="tick">
        <Checkbox>{say('apply.eDelivery')}</Checkbox>
      </Form.Item>
      <Form.Item name="truthStatement" valuePropName="checked" rules={[{ validator: isTicked }]} className="tick">
        <Checkbox>{say('apply.truth')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** Enough to know one's own number by. */
function masked(idNo: string): string {
  return idNo.length < 10 ? idNo : `${idNo.slice(0, 6)}${'*'.repeat(idNo.length - 10)}${idNo.slice(-4)}`;
}
