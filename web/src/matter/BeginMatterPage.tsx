import { Alert, Button, Checkbox, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FoundMatterDraft } from '../api/matter-model.ts';
import type { Applicant } from '../api/model.ts';
import { useMatterDraft, usePlan } from '../api/matter-reads.ts';
import { useSession } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { SavingLine } from '../applicant/DraftNote.tsx';
import {
  type AgentFieldValues,
  type AgentLetter,
  agentOf,
  type Named,
  type OpposingFieldValues,
  representationOf,
} from '../form/agent.ts';
import { AgentFields, LetterFields, OpposingFields } from '../form/AgentFields.tsx';
import { useKeptDraft } from '../form/use-kept-draft.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, MustSignIn, Trouble } from '../frame/Answers.tsx';
import { useGo, useNamed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { applicantOf, emptyPerson, PersonFields, type PersonFieldValues } from '../window/PersonFields.tsx';
import { type Given, givenOfDraft, nothingGiven, plannedBy } from './given.ts';
import { KnownAtCounter } from './KnownAtCounter.tsx';
import { type LookedUp, withKnown } from './looked-up.ts';
import { MatterCourse } from './MatterCourse.tsx';
import { MatterSharing } from './MatterSharing.tsx';
import { sharingOfMatter } from './sharing.ts';
import { useMatterSharing } from './use-matter-sharing.ts';
import { nextUnanswered, submissionOf } from './submission.ts';

/** One matter: each question once, one a screen, then what follows from the answers, then the submission. */
export function BeginMatterPage(): ReactNode {
  const session = useSession();
  return (
    <Loaded query={session}>
      {(known) => {
        if (known === null) return <MustSignIn />;
        const { applicant } = known.account;
        return applicant === undefined ? <AtCounter /> : <Kept applicant={applicant} />;
      }}
    </Loaded>
  );
}

interface Beside {
  readonly agent?: AgentFieldValues;
  readonly opposing?: OpposingFieldValues;
}

/** At the window the clerk enters who stands before him, for whom, and who is opposed (R15, R17); then the same questions follow. */
function AtCounter(): ReactNode {
  const [given, setGiven] = useState<Represented>();
  if (given === undefined) return <WhoApplies atCounter done={setGiven} />;
  const beside = (items: readonly string[]): object => representationOf(given.beside, given.applicant, items);
  return <Flow applicant={given.applicant} represented={beside} channel="window" kept={null} isOther />;
}

interface Represented {
  readonly applicant: Applicant;
  readonly letter: AgentLetter;
  /** At the window: who stands beside the applicant. */
  readonly beside: Beside;
}

/** Who applies; online also what the letter of his agent says (R15). */
function WhoApplies({
  atCounter,
  done,
}: {
  readonly atCounter: boolean;
  readonly done: (given: Represented) => void;
}): ReactNode {
  const say = useText();
  return (
    <Airy>
      <h1>{say(atCounter ? 'matter.whoApplies' : 'agent.forWhom')}</h1>
      <Form
        layout="vertical"
        initialValues={{ person: emptyPerson }}
        onFinish={({ person, ...beside }: { readonly person: PersonFieldValues } & Beside) =>
          done({ applicant: applicantOf(person), letter: beside.agent ?? {}, beside })
        }
      >
        <PersonFields atCounter={atCounter} />
        {atCounter ? (
          <>
            <AgentFields />
            <OpposingFields />
          </>
        ) : (
          <LetterFields />
        )}
        <Button type="primary" htmlType="submit" block>
          {say('matter.next')}
        </Button>
      </Form>
    </Airy>
  );
}

/** Online what was answered is kept as a draft; for somebody else, at the window or as his agent, nothing is kept. */
function Kept({ applicant }: { readonly applicant: Applicant }): ReactNode {
  const say = useText();
  const bundleId = useNamed('bundleId');
  const query = useMatterDraft(bundleId, true);
  const [other, setOther] = useState<Represented | 'asked'>();
  if (other === 'asked') return <WhoApplies atCounter={false} done={setOther} />;
  if (other !== undefined) {
    // The agent with a letter for every item that follows from the answers.
    const agent = (items: readonly string[]): object => ({
      agent: agentOf(whoOf(applicant), other.applicant, other.letter, items),
    });
    return <Flow applicant={other.applicant} represented={agent} channel="online" kept={null} isOther />;
  }
  return (
    <Loaded query={query} isPage>
      {(kept) => (
        <>
          <Flow applicant={applicant} channel="online" kept={kept} isOther={false} />
          {applicant.kind === 'naturalPerson' ? (
            <Airy>
              <Button type="link" block onClick={() => setOther('asked')}>
                {say('agent.forOther')}
              </Button>
            </Airy>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

interface Beginning {
  readonly applicant: Applicant;
  /** Who acts for the applicant in these items, with what his letter says, and who is opposed. */
  readonly represented?: (itemIds: readonly string[]) => object;
  readonly channel: 'online' | 'window';
  readonly kept: FoundMatterDraft | null;
  /** The applicant is not the holder of the account: nothing of the holder's is filled in, and no draft is kept. */
  readonly isOther: boolean;
}

function Flow({ applicant, represented, channel, kept, isOther }: Beginning): ReactNode {
  const bundleId = useNamed('bundleId');
  const [given, setGiven] = useState(kept === null ? nothingGiven : givenOfDraft(kept.draft));
  const [isResumed, setResumed] = useState(kept !== null);
  const [looked, setLooked] = useState<LookedUp>();
  const sharing = useMatterSharing(bundleId, plannedBy(given), !isOther);
  const who = isOther ? { who: whoOf(applicant) } : {};
  const query = usePlan(bundleId, { ...plannedBy(given), declined: sharing.brought, ...who });
  const path = `/matter-drafts/${encodeURIComponent(bundleId)}`;
  const draft = useKeptDraft(path, ['matter-draft', bundleId], kept?.draft.revision ?? 0);
  const startAnew = (): void => {
    setGiven(nothingGiven);
    setResumed(false);
    if (!isOther) void draft.drop();
  };
  return (
    <Loaded query={query} isPage>
      {(planned) => {
        const plan = withKnown(planned, looked);
        const take = (next: Given): void => {
          setGiven(next);
          if (!isOther) void draft.save({ bundleVersion: plan.version, body: next });
        };
        return (
          <Airy>
            {channel === 'window' && nextUnanswered(plan, given) !== undefined ? (
              <KnownAtCounter
                bundleId={bundleId}
                plan={planned}
                asked={{ applicant, answers: plannedBy(given).answers }}
                looked={looked}
                hold={setLooked}
              />
            ) : null}
            {kept !== null && isResumed ? <Resumed kept={kept} drop={startAnew} /> : null}
            <MatterCourse plan={plan} given={given} take={take} startAnew={startAnew}>
              <MatterSharing items={sharing.items} declined={sharing.declined} change={sharing.change} />
              <Send
                body={{
                  ...submissionOf(bundleId, plan, { applicant, channel, given }),
                  ...represented?.(plan.children.map(({ itemId }) => itemId)),
                  ...sharingOfMatter(sharing.items, sharing.declined),
                }}
              />
            </MatterCourse>
            <SavingLine state={draft.state} />
          </Airy>
        );
      }}
    </Loaded>
  );
}

function whoOf({ name, idNo, phone }: Applicant): Named & { readonly phone?: string } {
  return { name, idNo, ...(phone === undefined ? {} : { phone }) };
}

function Resumed({ kept, drop }: { readonly kept: FoundMatterDraft; readonly drop: () => void }): ReactNode {
  const say = useText();
  const at = instantText(kept.draft.savedAt, todayInChina(), say.language);
  return (
    <Alert
      type={kept.isChanged ? 'warning' : 'info'}
      showIcon
      className="note"
      title={say('draft.resumed', { at })}
      description={
        <>
          {kept.isChanged ? <p>{say('matter.draftChanged')}</p> : null}
          <Button size="small" onClick={drop}>
            {say('draft.delete')}
          </Button>
        </>
      }
    />
  );
}

function Send({ body }: { readonly body: object }): ReactNode {
  const say = useText();
  const go = useGo();
  const [isTrue, setTrue] = useState(false);
  const sending = useAct<{ readonly matterNo: string }>('/matters');
  const send = (): void =>
    sending.mutate({ ...body, truthStatement: isTrue }, { onSuccess: ({ matterNo }) => go(paths.matter(matterNo)) });
  return (
    <>
      <p className="tick">
        <Checkbox checked={isTrue} onChange={({ target }) => setTrue(target.checked)}>
          {say('apply.truth')}
        </Checkbox>
      </p>
      {sending.error === null ? null : <Trouble error={sending.error} retry={send} />}
      <Button type="primary" block loading={sending.isPending} onClick={send}>
        {say('matter.submit')}
      </Button>
    </>
  );
}
