import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView, Guide, Value } from '../api/model.ts';
import { useGuideOf } from '../api/reads.ts';
import { useSession } from '../api/session.ts';
import { AnswerField } from '../form/Question.tsx';
import type { Asked, AskedField } from '../frame/AskedAct.tsx';
import { OrganSelect } from '../frame/OrganSelect.tsx';
import { type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { CoursePane } from './CoursePane.tsx';
import { reviewDoor } from './review-door.ts';

/** Opinions of other organs: asked by the organ of the case, given by staff of the organ that was asked (R48). */
export function JointPane({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const { data: session } = useSession();
  const { data: guide } = useGuideOf(found);
  const organ = session?.account.organ ?? '';
  const asking = {
    ...reviewDoor(found, 'askJointOpinion'),
    label: say('joint.ask'),
    fields: [
      {
        name: 'organ',
        label: say('joint.organ'),
        input: <OrganSelect label={say('joint.organ')} except={found.organ} />,
      },
      {
        name: 'dueInDays',
        label: say('joint.days'),
        input: <InputNumber className="wide" min={1} max={45} precision={0} />,
      },
    ],
  };
  const acts = organ === found.organ ? [asking] : [givingOf(found, organ, guide, say)];
  return <CoursePane title={say('joint.title')} lines={jointLines(found, say)} acts={acts} />;
}

function jointLines({ joint }: CaseView, say: Say): readonly string[] {
  const todayOn = todayInChina();
  return joint.map(({ organName, askedAt, dueInDays, opinion }) => {
    const asked = { organ: organName, at: instantText(askedAt, todayOn, say.language), days: dueInDays };
    return opinion === undefined ? say('joint.asked', asked) : say('joint.given', { organ: organName, opinion });
  });
}

function givingOf(found: CaseView, organ: string, guide: Guide | undefined, say: Say): Asked {
  const asked = guide?.inputs.filter(({ source }) => source === 'joint') ?? [];
  const facts = asked.flatMap((input): readonly AskedField[] => [
    { name: ['findings', input.name, 'value'], label: input.label, input: <AnswerField input={input} /> },
    {
      name: ['findings', input.name, 'evidence'],
      label: say('joint.evidence', { name: input.label }),
      input: <Input />,
    },
  ]);
  return {
    ...reviewDoor(found, 'giveJointOpinion'),
    label: say('joint.give'),
    fields: [{ name: 'opinion', label: say('joint.opinion'), input: <Input.TextArea rows={3} /> }, ...facts],
    bodyOf: ({ opinion, findings }) => ({
      act: 'giveJointOpinion',
      organ,
      opinion,
      findings: findingsOf(findings),
    }),
  };
}

interface Found {
  readonly value: Value;
  readonly evidence: string;
}

function findingsOf(given: unknown): readonly object[] {
  const findings: Readonly<Record<string, Found>> = Object(given);
  return Object.entries(findings).map(([name, found]) => ({ name, ...found }));
}
