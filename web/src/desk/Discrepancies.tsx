import type { ReactNode } from 'react';
import type { CaseView, Guide, Value } from '../api/model.ts';
import { useFormOf } from '../api/reads.ts';
import { answerText } from '../form/FormQuestion.tsx';
import { useText } from '../text/text.ts';

/** R47: where the applicant and a source differ, and R32: what he promised to bring. A person finds out, no rule does. */
export function Discrepancies({
  found,
  guide,
}: {
  readonly found: CaseView;
  readonly guide: Guide | undefined;
}): ReactNode {
  const say = useText();
  const { data: form } = useFormOf(found);
  const { deferral, discrepancies } = found;
  const labelOf = (name: string): string => {
    const question = form?.questions.find((one) => one.name === name);
    if (question !== undefined) return say.of(question.label);
    return guide?.inputs.find((one) => one.name === name)?.label ?? name;
  };
  const valueOf = (value: Value, name: string): string =>
    answerText(
      value,
      form?.questions.find((one) => one.name === name),
      say,
    );
  const nameOf = (code: string): string => guide?.materials.find((one) => one.code === code)?.name ?? code;
  if (discrepancies.length === 0 && deferral === undefined) return null;
  return (
    <section className="pane">
      <h2>{say('differs.title')}</h2>
      <ul>
        {discrepancies.map(({ name, stated, value, sourceName }) => (
          <li key={name} className="light-yellow">
            {say('differs.line', {
              label: labelOf(name),
              stated: valueOf(stated, name),
              source: sourceName,
              value: valueOf(value, name),
            })}
          </li>
        ))}
        {deferral === undefined || deferral === null ? null : (
          <li>{say('differs.deferral', { names: deferral.codes.map(nameOf).join('、'), on: deferral.untilOn })}</li>
        )}
      </ul>
    </section>
  );
}
