import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ClaimsReceived } from '../api/consent-model.ts';
import { useGuide } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import { type AgentFieldValues, type OpposingFieldValues, representationOf } from '../form/agent.ts';
import { AgentFields, OpposingFields } from '../form/AgentFields.tsx';
import { answersOf, applicationOf, type ApplicationFields } from '../form/application.ts';
import { Loaded, Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { MatterFinder } from './MatterFinder.tsx';
import { MatterForm } from './MatterForm.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import { applicantOf, emptyPerson, PersonFields, type PersonFieldValues } from './PersonFields.tsx';
import { answersIn, personOf, sharingOf, withReceived } from './received.ts';
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
  const [form] = Form.useForm<WindowFields>();
  const receiving = useAct<{ readonly caseNo: string }>('/cases');
  const guide = useGuide(itemId);
  const asking = useAct<{ readonly asked: readonly string[] }>(
    `/items/${encodeURIComponent(itemId ?? '')}/asked-questions`,
  );
  const receive = async (outcome: object | undefined): Promise<void> => {
    // A field without an answer shows itself; there is nothing to send then.
    const { person, ...fields } = await form.validateFields();
    if (guide.data === undefined) return;
    const applicant = applicantOf(person);
    const sent = received === undefined ? fields : await askedOnly(fields, received);
    const application = {
      ...applicationOf(guide.data, applicant, 'window', sent),
      ...sharingOf(received),
      ...representationOf(fields, applicant, guide.data.itemId),
    };
    receiving.mutate(outcome === undefined ? application : { ...application, outcome });
  };
  // What was answered after the code was read decides which of its lines are asked; the server judges (R11).
  const askedOnly = async (fields: ApplicationFields, shown: ClaimsReceived): Promise<ApplicationFields> => {
    const { asked } = await asking.mutateAsync({ form: answersOf(withReceived(fields, shown).form) });
    return withReceived(fields, shown, asked);
  };
  const take = (shown: ClaimsReceived): void => {
    setReceived(shown);
    form.setFieldsValue({
      person: { ...form.getFieldValue('person'), ...personOf(shown) },
      form: answersIn(shown),
    });
  };
  const change = (): void => {
    setItemId(undefined);
    setReceived(undefined);
  };
  const attempt = (outcome?: object): void => void receive(outcome).catch(() => undefined);
  return (
    <div className="desk-page">
      <h1>{say('window.title')}</h1>
      {receiving.data === undefined ? (
        <div className="window-grid">
          <Form
            form={form}
            layout="vertical"
            initialValues={{ person: emptyPerson, eDelivery: true }}
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
                  {(found) => <MatterForm guide={found} change={change} received={received} take={take} />}
                </Loaded>
              )}
            </section>
          </Form>
          <section className="pane" aria-label={say('window.result')}>
            <h2>{say('window.result')}</h2>
            {guide.data === undefined ? (
              <p className="quiet">{say('window.resultHint')}</p>
            ) : (
              <>
                <OutcomePanel guide={guide.data} isBusy={asking.isPending || receiving.isPending} settle={attempt} />
                <Button type="link" onClick={() => attempt()} block>
                  {say('window.receiveOnly')}
                </Button>
              </>
            )}
            {asking.error === null ? null : <Trouble error={asking.error} />}
            {receiving.error === null ? null : <Trouble error={receiving.error} />}
          </section>
        </div>
      ) : (
        <Receipt caseNo={receiving.data.caseNo} next={next} />
      )}
    </div>
  );
}
