import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import type { Asked } from '../frame/AskedAct.tsx';
import { type Say, useText } from '../text/text.ts';
import { instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { CoursePane } from './CoursePane.tsx';
import { reviewDoor } from './review-door.ts';

/** The limit itself: extended once by the head (R55), or held up where a statute says so (R58). */
export function LimitPane({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  return <CoursePane title={say('limit.title')} lines={limitLines(found, say)} acts={limitActs(found, say)} />;
}

function limitLines({ extension, suspended }: CaseView, say: Say): readonly string[] {
  const extended =
    extension === undefined
      ? []
      : [
          say('limit.extended', {
            days: extension.workingDays,
            at: instantText(extension.at, todayInChina(), say.language),
          }),
        ];
  return suspended ? [...extended, say('limit.suspended')] : extended;
}

function limitActs(found: CaseView, say: Say): readonly Asked[] {
  const reason = { name: 'reason', label: say('limit.reason'), input: <Input.TextArea rows={3} /> };
  return [
    {
      ...reviewDoor(found, 'extendLimit'),
      label: say('limit.extend'),
      warning: say('limit.extendWarning'),
      fields: [
        {
          name: 'workingDays',
          label: say('limit.days'),
          input: <InputNumber className="wide" min={1} max={60} precision={0} />,
        },
        reason,
      ],
    },
    {
      ...reviewDoor(found, found.suspended ? 'resumeClock' : 'suspendClock'),
      label: say(found.suspended ? 'limit.resume' : 'limit.suspend'),
      fields: [reason],
    },
  ];
}
