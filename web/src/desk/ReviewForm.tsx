import { Button, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView, Guide } from '../api/model.ts';
import { useGuideOf } from '../api/reads.ts';
import { useAct } from '../api/use-act.ts';
import { Question } from '../form/Question.tsx';
import { Trouble } from '../frame/Answers.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { useText } from '../text/text.ts';
import { ReviewRecord } from './ReviewRecord.tsx';
import { type ReviewFields, reviewOf } from './review.ts';

/** Review points with their evidence beside them, and the facts that the officer finds (R38). */
export function ReviewForm({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const { data: guide } = useGuideOf(found);
  const sending = useAct(`/cases/${encodeURIComponent(found.caseNo)}/review`);
  const can = found.can['reviewCase'];
  if (guide === undefined) return null;
  if (!isOpen(can)) return <ReviewRecord found={found} guide={guide} />;
  return (
    <section className="pane">
      <h2>{say('review.title')}</h2>
      <Form
        name="review"
        layout="vertical"
        initialValues={recorded(found, guide)}
        onFinish={(fields: ReviewFields) => sending.mutate(reviewOf(fields))}
      >
        {guide.reviewPoints.length === 0 ? null : <h3>{say('review.points')}</h3>}
        {guide.reviewPoints.map((point, place) => (
          <PointLine key={point} point={point} place={place} />
        ))}
        <FindingLines guide={guide} />
        {sending.error === null ? null : <Trouble error={sending.error} />}
        <Button htmlType="submit" loading={sending.isPending}>
          {say('review.save')}
        </Button>
      </Form>
    </section>
  );
}

function PointLine({ point, place }: { readonly point: string; readonly place: number }): ReactNode {
  const say = useText();
  const options = (['met', 'notMet', 'notApplicable'] as const).map((value) => ({
    value,
    label: say(`review.${value}`),
  }));
  return (
    <fieldset className="point">
      <legend>{point}</legend>
      <Form.Item name={['points', place, 'result']}>
        <Radio.Group aria-label={point} options={options} />
      </Form.Item>
      <Form.Item name={['points', place, 'evidence']}>
        <Input aria-label={`${say('review.evidence')}: ${point}`} placeholder={say('review.evidence')} />
      </Form.Item>
    </fieldset>
  );
}

function FindingLines({ guide }: { readonly guide: Guide }): ReactNode {
  const say = useText();
  const asked = guide.inputs.filter(({ source }) => source === 'review');
  if (asked.length === 0) return null;
  return (
    <>
      <h3>{say('review.findings')}</h3>
      {asked.map((input) => (
        <div key={input.name} className="point">
          <Question input={input} name={['findings', input.name, 'value']} required={false} />
          <Form.Item name={['findings', input.name, 'evidence']}>
            <Input aria-label={`${say('review.evidence')}: ${input.label}`} placeholder={say('review.evidence')} />
          </Form.Item>
        </div>
      ))}
    </>
  );
}

/** The form as the record stands. */
function recorded(found: CaseView, guide: Guide): object {
  const points = guide.reviewPoints.map((_point, place) => {
    const made = found.points.find((one) => one.point === place);
    return made === undefined ? {} : { result: made.result, evidence: made.evidence };
  });
  const findings = Object.fromEntries(found.findings.map(({ name, value, evidence }) => [name, { value, evidence }]));
  return { points, findings };
}
