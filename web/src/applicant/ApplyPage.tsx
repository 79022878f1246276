import type { ReactNode } from 'react';
import type { Applicant, ItemForm, KnownToUs, Situation } from '../api/model.ts';
import { useLicencesForItem } from '../api/licence-reads.ts';
import { useDraft, useGuide, useItemForm, useKnownAnswers, useSituation } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, MustSignIn, Nothing, RefusalNote } from '../frame/Answers.tsx';
import { useNamed, useViewed } from '../frame/navigation.tsx';
import { useText } from '../text/text.ts';
import { ApplyForm } from './ApplyForm.tsx';
import type { SettledAnswer } from './steps.ts';

/** One application: what we know is shown, each question is asked once. */
export function ApplyPage(): ReactNode {
  const say = useText();
  const session = useSession();
  const itemId = useNamed('itemId');
  return (
    <Loaded query={session}>
      {(account) => {
        if (account === null) return <MustSignIn />;
        const { applicant } = account.account;
        if (applicant === undefined)
          return (
            <Airy>
              <Nothing title={say('apply.staffOnly')} />
            </Airy>
          );
        return <Prepared key={itemId} itemId={itemId} applicant={applicant} />;
      }}
    </Loaded>
  );
}

/** The form with what the sources have for this very person; whatever they lack he brings himself. */
function fetchedOnly(form: ItemForm, codes: readonly string[]): ItemForm {
  const materials = form.materials.map((one) => ({ ...one, isFetched: one.isFetched && codes.includes(one.code) }));
  return { ...form, materials };
}

/** What was settled by situation questions before: not asked again, and of the papers only those that are needed. */
function settledForm(form: ItemForm, reached: Situation | undefined): ItemForm {
  if (reached === undefined || reached.itemId !== form.itemId) return form;
  const needed = new Set(reached.materials.map(({ code }) => code));
  return { ...form, materials: form.materials.filter(({ code, kind }) => kind === 'form' || needed.has(code)) };
}

/** The answers to questions of the form that follow from situation questions, as long as they led to this item. */
function settledAnswers({ itemId, questions }: ItemForm, reached: Situation | undefined): readonly SettledAnswer[] {
  if (reached === undefined || reached.itemId !== itemId) return [];
  const asked = new Set(questions.map(({ name }) => name));
  return Object.entries(reached.sets).flatMap(([name, value]) =>
    asked.has(name) ? [{ from: 'situation' as const, name, value }] : [],
  );
}

/** Everything that a form needs before its first question. */
function Prepared({ itemId, applicant }: { readonly itemId: string; readonly applicant: Applicant }): ReactNode {
  const guide = useGuide(itemId);
  const form = useItemForm(itemId);
  const known = useKnownAnswers(itemId, true);
  const draft = useDraft(itemId, true);
  const licences = useLicencesForItem(itemId);
  const situation = useViewed('situation');
  const reached = useSituation(situation, useViewed('answers'));
  return (
    <Loaded query={guide} isPage>
      {(found) => (
        <Loaded query={form} isPage>
          {(asked) => (
            <Loaded query={known}>
              {(answers) => (
                <Loaded query={draft}>
                  {(kept) =>
                    situation !== '' && reached.isPending ? null : (
                      <Loaded query={licences}>
                        {({ licences: own }) => (
                          <>
                            <Barred bar={answers.bar} />
                            <ApplyForm
                              guide={found}
                              form={settledForm(fetchedOnly(asked, answers.materials), reached.data)}
                              known={answers.known}
                              settled={settledAnswers(asked, reached.data)}
                              kept={kept}
                              applicant={applicant}
                              licences={own}
                            />
                          </>
                        )}
                      </Loaded>
                    )
                  }
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** R35: whoever may not apply yet is told before he fills in anything; whether he tries is for him to decide. */
function Barred({ bar }: { readonly bar: KnownToUs['bar'] }): ReactNode {
  return bar === undefined || bar === null ? null : (
    <Airy>
      <RefusalNote refusal={bar} />
    </Airy>
  );
}
