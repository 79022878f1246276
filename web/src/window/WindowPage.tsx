import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import type { Guide, ItemForm, Value } from '../api/model.ts';
import { useGuide, useItemForm } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import type { HeldAnswer } from '../applicant/steps.ts';
import { onlyAsked } from '../applicant/use-asked.ts';
import { type AgentFieldValues, type OpposingFieldValues, representationOf } from '../form/agent.ts';
import { AgentFields, OpposingFields } from '../form/AgentFields.tsx';
import { answersOf, applicationOf, type ApplicationFields } from '../form/application.ts';
import { Loaded, Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { MatterFinder } from './MatterFinder.tsx';
import { MatterForm } from './MatterForm.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import { applicantOf, emptyPerson, PersonFields, type PersonFieldValues } from './PersonFields.tsx';
import { agentIn, fillable, heldWith, isOther, personOf, sharingOf, toldBy, valuesOf } from './received.ts';
import { Receipt } from './Receipt.tsx';

/** One screen for one person: who, what, and one of five outcomes. */
export function WindowPage(): ReactNode {
  const [round, setRound] = useState(0);
  return <OnePerson key={round} next={() => setRound(round + 1)} />;
}

interface WindowFields extends ApplicationFields {
  readonly person: PersonFieldValues;
  readonly agent?: AgentFieldValues;
  readonly opposing?: OpposingFieldValues;
}

function OnePerson({ next }: { readonly next: () => void }): ReactNode {
  const say = useText();
  const [itemId, setItemId] = useState<string>();
  const [received, setReceived] = useState<ClaimsReceived>();
  const [held, setHeld] = useState<readonly HeldAnswer[]>([]);
  const [form] = Form.useForm<WindowFields>();
  const receiving = useAct<{ readonly caseNo: string }>('/cases');
  const guide = useGuide(itemId);
  const asking = useAsked(itemId ?? '');
  const receive = async (matter: Matter, outcome: object | undefined): Promise<void> => {
    // A field without an answer shows itself; there is nothing to send then.
    const { person, ...fields } = await filledIn(form, outcome);
    const applicant = applicantOf(person);
    const application = {
      ...applicationOf(matter.guide, applicant, 'window', await asking.reduce(fields, matter.form)),
      ...sharingOf(received),
      ...representationOf(fields, applicant, [matter.guide.itemId]),
    };
    receiving.mutate(outcome === undefined ? application : { ...application, outcome });
  };
  const hold = (known: readonly HeldAnswer[]): void => {
    const written: Record<string, Value> = form.getFieldValue('form') ?? {};
    const filled = fillable(known, written);
    setHeld(heldWith(held, filled));
    form.setFieldsValue({ form: { ...written, ...valuesOf(filled) } });
  };
  // What was known of one person is nothing to say of another.
  const changed = ({ person }: Partial<WindowFields>): void => {
    if (held.length === 0 || !isOther(person)) return;
    form.resetFields(held.map(({ name }) => ['form', name]));
    setHeld([]);
  };
  const take = (shown: ClaimsReceived): void => {
    setReceived(shown);
    form.setFieldsValue({
      person: { ...form.getFieldValue('person'), ...personOf(shown) },
      ...agentIn(shown, form.getFieldValue('agent')),
    });
    hold(toldBy(shown));
  };
  const change = (): void => {
    setItemId(undefined);
    setReceived(undefined);
    setHeld([]);
    form.resetFields([
      'form',
      'materials',
      'files',
      'makers',
      'byPromise',
      'renewal',
      'onLicence',
      'paperLicence',
      'humanDecision',
    ]);
  };
  const errors = [asking.error, receiving.error];
  if (receiving.data !== undefined)
    return (
      <div className="desk-page">
        <h1>{say('window.title')}</h1>
        <Receipt caseNo={receiving.data.caseNo} next={next} />
      </div>
    );
  return (
    <div className="desk-page">
      <h1>{say('window.title')}</h1>
      <div className="window-grid">
        <Form
          form={form}
          layout="vertical"
          initialValues={{ person: emptyPerson, eDelivery: true }}
          onValuesChange={changed}
          component={false}
        >
          <section className="pane" aria-label={say('window.person')}>
            <h2>{say('window.person')}</h2>
            <PersonFields atCounter />
            <AgentFields />
            <OpposingFields />
          </section>
          <section className="pane" aria-label={say('window.matter')}>
            <h2>{say('window.matter')}</h2>
            {itemId === undefined ? (
              <MatterFinder choose={setItemId} />
            ) : (
              <Loaded query={guide}>
                {(found) => (
                  <ItemFormed itemId={itemId}>
                    {(asked) => (
                      <MatterForm guide={found} form={asked} change={change} atHand={{ received, held, take, hold }} />
                    )}
                  </ItemFormed>
                )}
              </Loaded>
            )}
          </section>
        </Form>
        <section className="pane" aria-label={say('window.result')}>
          <h2>{say('window.result')}</h2>
          <ResultOf
            itemId={itemId}
            guide={guide.data}
            isBusy={asking.isPending || receiving.isPending}
            settle={receive}
          />
          {errors.map((error) => (error === null ? null : <Trouble key={error.message} error={error} />))}
        </section>
      </div>
    </div>
  );
}

interface Matter {
  readonly guide: Guide;
  readonly form: ItemForm;
}

function ItemFormed({
  itemId,
  children,
}: {
  readonly itemId: string;
  readonly children: (form: ItemForm) => ReactNode;
}): ReactNode {
  const query = useItemForm(itemId);
  return <Loaded query={query}>{children}</Loaded>;
}

/** One of the five outcomes, or receipt alone, once the matter and its form are there. */
function ResultOf({
  itemId,
  guide,
  isBusy,
  settle,
}: {
  readonly itemId: string | undefined;
  readonly guide: Guide | undefined;
  readonly isBusy: boolean;
  readonly settle: (matter: Matter, outcome: object | undefined) => Promise<void>;
}): ReactNode {
  const say = useText();
  if (itemId === undefined || guide === undefined) return <p className="quiet">{say('window.resultHint')}</p>;
  return (
    <ItemFormed itemId={itemId}>
      {(form) => {
        const attempt = (outcome?: object): void => void settle({ guide, form }, outcome).catch(() => undefined);
        return (
          <>
            <OutcomePanel guide={guide} isBusy={isBusy} settle={attempt} />
            <Button type="link" onClick={() => attempt()} block>
              {say('window.receiveOnly')}
            </Button>
          </>
        );
      }}
    </ItemFormed>
  );
}

/**
 * The fields as they are sent. What is accepted is filled in whole; a notice of what is missing, or that it is not for this organ,
 * goes out whatever is still open.
 */
async function filledIn(form: FormInstance<WindowFields>, outcome: object | undefined): Promise<WindowFields> {
  const isAccepted = outcome !== undefined && 'outcome' in outcome && outcome.outcome === 'ACCEPT';
  if (isAccepted) return form.validateFields();
  await form.validateFields(['person', 'agent', 'opposing', 'onLicence'], { recursive: true });
  return form.getFieldsValue();
}

/** Conditions of lines are judged by the server: what this situation does not ask is not sent (R11). */
function useAsked(itemId: string): {
  readonly reduce: (fields: ApplicationFields, whole: ItemForm) => Promise<ApplicationFields>;
  readonly isPending: boolean;
  readonly error: Error | null;
} {
  const asking = useAct<{ readonly asked: readonly string[] }>(`/items/${encodeURIComponent(itemId)}/asked-questions`);
  const reduce = async (fields: ApplicationFields, whole: ItemForm): Promise<ApplicationFields> => {
    if (!whole.questions.some(({ isConditional }) => isConditional)) return fields;
    const { asked } = await asking.mutateAsync({ form: answersOf(fields.form) });
    return onlyAsked(fields, whole, { questions: whole.questions.filter(({ name }) => asked.includes(name)) });
  };
  return { reduce, isPending: asking.isPending, error: asking.error };
}
