import { Button, Form } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { GivenConsent } from '../api/consent-model.ts';
import type { OpenLicence } from '../api/licence-reads.ts';
import type { Applicant, FoundDraft, Guide, ItemForm, KnownAnswer } from '../api/model.ts';
import { type SharingLetter, useSharingLetters } from '../api/sharing-letters.ts';
import { useAct } from '../api/use-act.ts';
import { type Agreed, agreedOf, type Declined, sharingPart, untilAgreed, withDeclined } from '../consent/agreed.ts';
import { Airy } from '../frame/Airy.tsx';
import { Trouble } from '../frame/Answers.tsx';
import { useGo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { emptyPerson } from '../window/PersonFields.tsx';
import { DraftNote, SavingLine } from './DraftNote.tsx';
import { type ApplyFields, wholeOf } from './ForOther.tsx';
import { itemName } from './item-words.ts';
import { StepScreen } from './StepScreen.tsx';
import { fieldsOf, type HeldAnswer, isRoute, type SettledAnswer, stepOfField, stepsOf } from './steps.ts';
import { onlyAsked, useAskedNow } from './use-asked.ts';
import { fieldsOfDraft, useSavedDraft } from './use-saved-draft.ts';

interface Given {
  readonly guide: Guide;
  readonly form: ItemForm;
  readonly known: readonly KnownAnswer[];
  readonly settled: readonly SettledAnswer[];
  readonly kept: FoundDraft | null;
  readonly applicant: Applicant;
  /** His own licences that the item could change, renew or close now. */
  readonly licences: readonly OpenLicence[];
}

/** One question a screen, or all on one page for who likes that better; kept at every step. */
export function ApplyForm({ guide, form: whole, known, settled, kept, applicant, licences }: Given): ReactNode {
  const say = useText();
  const go = useGo();
  const [form] = Form.useForm<ApplyFields>();
  const forOther: unknown = Form.useWatch('forOther', form);
  // Who acts for another has nothing of his own to fill in.
  const own = heldOf(forOther === true ? none : known, settled);
  const asked = useAskedNow(whole, form);
  const declined: Declined = Form.useWatch('declined', form);
  // An agent's principal agrees by his letter; nothing of the agent's own is fetched.
  const isOwnToChoose = forOther !== true && licences.length > 0;
  const steps = stepsOf(withDeclined(asked, forOther === true ? undefined : declined), own, isOwnToChoose);
  const [at, setAt] = useState(kept?.draft.body.step ?? 0);
  const [isWhole, setWhole] = useState(false);
  const [missing, setMissing] = useState(0);
  const place = Math.min(at, steps.length - 1);
  const codes = asked.materials.map(({ code }) => code);
  const draft = useSavedDraft({ itemId: guide.itemId, version: asked.version, codes }, kept?.draft);
  const letters = useSharingLetters(forOther === true).data?.received ?? [];
  const sending = useAct<{ readonly caseNo: string }>('/cases');
  const agreeing = useAct<GivenConsent>('/consents');
  const heading = useHeadingFocus(place);
  const send = async (fields: ApplyFields): Promise<void> => {
    const letter = fields.forOther === true ? letterChosen(letters, fields.sharingLetter) : undefined;
    const agreed = fields.forOther === true ? underLetter(letter) : agreedOf(asked, own, fields.declined);
    const named = letter === undefined ? {} : { letterId: letter.letterId };
    const consent = { way: 'online', itemId: guide.itemId, claims: agreed.claims, ...named };
    const given = agreed.claims.length === 0 ? undefined : await agreeing.mutateAsync(consent);
    const application = wholeOf(guide, applicant, onlyAsked(fields, whole, asked));
    const { caseNo } = await sending.mutateAsync({ ...application, ...sharingPart(given, agreed) });
    go(paths.myCase(caseNo));
  };
  const forward = async (): Promise<void> => {
    const step = steps[place];
    if (step === undefined) return;
    await form.validateFields(fieldsOf(step, own), { recursive: true });
    setAt(place + 1);
    await draft.save(form.getFieldsValue(true), place + 1);
  };
  const isLast = isWhole || place === steps.length - 1;
  return (
    <Airy>
      <h1>{say('apply.title', { name: itemName(guide, say.language) })}</h1>
      {kept === null ? null : (
        <DraftNote kept={kept} drop={() => void draft.drop().then(() => go(paths.item(guide.itemId)))} />
      )}
      <div className="step-head">
        <p className="progress" ref={heading} tabIndex={-1}>
          {isWhole ? say('apply.whole') : say('apply.progress', { at: place + 1, of: steps.length })}
        </p>
        <Button type="link" onClick={() => setWhole(!isWhole)}>
          {say(isWhole ? 'apply.oneByOne' : 'apply.allAtOnce')}
        </Button>
      </div>
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        initialValues={initialOf(whole, own, kept)}
        // What went wrong is shown where it is told: below the form.
        onFinish={(fields) => void send(fields).catch(() => undefined)}
        onFinishFailed={({ errorFields }) => {
          setMissing(errorFields.length);
          setAt(stepOfField(steps, own, errorFields[0]?.name ?? []));
        }}
      >
        {steps.map((step, index) => (
          <section key={keyOfStep(step)} hidden={!isWhole && index !== place}>
            <StepScreen step={step} form={asked} guide={guide} known={own} applicant={applicant} licences={licences} />
          </section>
        ))}
        {missing === 0 || !isLast ? null : (
          <p role="alert" className="form-errors">
            {say('form.errors', { count: missing })}
          </p>
        )}
        {agreeing.error === null ? null : <Trouble error={agreeing.error} retry={() => form.submit()} />}
        {sending.error === null ? null : <Trouble error={sending.error} retry={() => form.submit()} />}
        <div className="step-acts">
          {isLast ? (
            <Button
              type="primary"
              htmlType="submit"
              block
              loading={agreeing.isPending || sending.isPending}
              disabled={kept?.isWithdrawn === true}
            >
              {say('apply.submit')}
            </Button>
          ) : (
            <Button type="primary" block onClick={() => void forward().catch(() => undefined)}>
              {say('apply.next')}
            </Button>
          )}
          {isWhole || place === 0 ? null : <Button onClick={() => setAt(place - 1)}>{say('apply.back')}</Button>}
          {isWhole ? (
            <Button onClick={() => void draft.save(form.getFieldsValue(true), 0)}>{say('draft.save')}</Button>
          ) : null}
        </div>
        <SavingLine state={draft.state} />
      </Form>
    </Airy>
  );
}

const none: readonly KnownAnswer[] = [];

function letterChosen(letters: readonly SharingLetter[], letterId: string | undefined): SharingLetter | undefined {
  return letters.find((letter) => letter.letterId === letterId);
}

/** An agent agrees to what his letter names, and to nothing without one. */
function underLetter(letter: SharingLetter | undefined): Agreed {
  const claims = letter?.claims.flatMap(({ kind, code }) => (isShown(kind) ? [{ kind, code }] : [])) ?? [];
  return { claims, declined: [] };
}

function isShown(kind: SharingLetter['claims'][number]['kind']): kind is 'material' | 'answer' {
  return kind === 'material' || kind === 'answer';
}

/** What was answered just before stands over what is known from elsewhere. */
function heldOf(known: readonly KnownAnswer[], settled: readonly SettledAnswer[]): readonly HeldAnswer[] {
  const now = new Set(settled.map(({ name }) => name));
  return [...settled, ...known.filter(({ name }) => !now.has(name))];
}

function keyOfStep(step: ReturnType<typeof stepsOf>[number]): string {
  if (step.kind === 'question') return `question ${step.question.name}`;
  return step.kind === 'material' ? `material ${step.material.code}` : step.kind;
}

function initialOf(asked: ItemForm, held: readonly HeldAnswer[], kept: FoundDraft | null): object {
  const fields: ApplyFields = kept === null ? {} : fieldsOfDraft(kept.draft);
  const settled = held.filter(({ from }) => from === 'situation');
  const byPromise = settled.find(({ name }) => isRoute(name))?.value;
  const form = { ...valuesOf(held), ...fields.form, ...valuesOf(settled) };
  const declined = untilAgreed(asked);
  const route = byPromise === undefined ? {} : { byPromise };
  return { eDelivery: true, person: emptyPerson, declined, ...fields, ...route, form };
}

function valuesOf(answers: readonly HeldAnswer[]): object {
  return Object.fromEntries(answers.map(({ name, value }) => [name, value]));
}

/** Moving on moves the reader too: the focus goes to the head of the new screen, but not when the page opens. */
function useHeadingFocus(place: number): React.RefObject<HTMLParagraphElement | null> {
  const heading = useRef<HTMLParagraphElement>(null);
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    heading.current?.focus();
  }, [place]);
  return heading;
}
