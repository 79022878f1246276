import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { Guide, KnownAnswer } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { Trouble } from '../frame/Answers.tsx';
import { useText } from '../text/text.ts';
import { applicantOf, type PersonFieldValues } from './PersonFields.tsx';

/** What the person has answered before and says by his document, so that he is not asked again; looking it up is noted. */
export function KnownBefore({
  guide: { itemId, district },
  hold,
}: {
  readonly guide: Guide;
  readonly hold: (known: readonly KnownAnswer[]) => void;
}): ReactNode {
  const say = useText();
  const form = Form.useFormInstance<{ readonly person: PersonFieldValues }>();
  const looking = useAct<{ readonly known: readonly KnownAnswer[] }>(
    `/items/${encodeURIComponent(itemId)}/known-at-counter`,
  );
  const look = async (): Promise<void> => {
    await form.validateFields(['person'], { recursive: true });
    const applicant = applicantOf(form.getFieldsValue().person);
    looking.mutate({ applicant, scope: { region: district } }, { onSuccess: ({ known }) => hold(known) });
  };
  return (
    <section aria-label={say('window.known')}>
      <Button loading={looking.isPending} onClick={() => void look().catch(() => undefined)}>
        {say('window.known')}
      </Button>
      <p className="quiet">
        {looking.data === undefined
          ? say('window.knownHint')
          : say('window.knownFound', { count: looking.data.known.length })}
      </p>
      {looking.error === null ? null : <Trouble error={looking.error} />}
    </section>
  );
}
