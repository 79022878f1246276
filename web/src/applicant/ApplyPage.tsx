import type { ReactNode } from 'react';
import type { Applicant, ItemForm } from '../api/model.ts';
import { useDraft, useGuide, useItemForm, useKnownAnswers } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { Airy } from '../frame/Airy.tsx';
import { Loaded, MustSignIn, Nothing } from '../frame/Answers.tsx';
import { useNamed } from '../frame/navigation.tsx';
import { useText } from '../text/text.ts';
import { ApplyForm } from './ApplyForm.tsx';

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

/** Everything that a form needs before its first question. */
function Prepared({ itemId, applicant }: { readonly itemId: string; readonly applicant: Applicant }): ReactNode {
  const guide = useGuide(itemId);
  const form = useItemForm(itemId);
  const known = useKnownAnswers(itemId, true);
  const draft = useDraft(itemId, true);
  return (
    <Loaded query={guide} isPage>
      {(found) => (
        <Loaded query={form} isPage>
          {(asked) => (
            <Loaded query={known}>
              {(answers) => (
                <Loaded query={draft}>
                  {(kept) => (
                    <ApplyForm
                      guide={found}
                      form={fetchedOnly(asked, answers.materials)}
                      known={answers.known}
                      kept={kept}
                      applicant={applicant}
                    />
                  )}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
