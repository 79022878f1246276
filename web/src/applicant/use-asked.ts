import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { act } from '../api/client.ts';
import type { ItemForm, Value } from '../api/model.ts';
import { randomRequestId } from '../api/request-id.ts';
import { useSession } from '../api/session.ts';
import { answersOf, type ApplicationFields } from '../form/application.ts';

/** The form with the questions that are asked of somebody who has answered as far as this: the server judges, not the screen. */
export function useAskedNow<Fields extends ApplicationFields>(asked: ItemForm, form: FormInstance<Fields>): ItemForm {
  const { data: session } = useSession();
  const isConditional = asked.questions.some((question) => question.isConditional);
  const given: ApplicationFields['form'] = Form.useWatch('form', { form, preserve: true });
  const answers = answersOf(given);
  const { data } = useQuery({
    queryKey: ['asked-questions', asked.itemId, answers, session?.csrfToken],
    queryFn: () =>
      act<{ readonly asked: readonly string[] }>({
        method: 'POST',
        path: `/items/${encodeURIComponent(asked.itemId)}/asked-questions`,
        body: { form: answers },
        requestId: randomRequestId(),
        csrfToken: session?.csrfToken,
      }),
    enabled: isConditional && session !== undefined,
    placeholderData: keepPreviousData,
  });
  if (!isConditional) return asked;
  const now = new Set(data?.asked);
  return { ...asked, questions: asked.questions.filter((one) => !one.isConditional || now.has(one.name)) };
}

/** The fields without answers to questions that are not asked any more; the server takes no others (R11). */
export function onlyAsked<Fields extends ApplicationFields>(
  fields: Fields,
  whole: ItemForm,
  now: Pick<ItemForm, 'questions'>,
): Fields {
  const asked = new Set(now.questions.map(({ name }) => name));
  const gone = new Set(whole.questions.flatMap(({ name }) => (asked.has(name) ? [] : [name])));
  const kept = Object.entries(fields.form ?? {}).filter(([name]) => !gone.has(name));
  return { ...fields, form: Object.fromEntries<Value | null | undefined>(kept) };
}
