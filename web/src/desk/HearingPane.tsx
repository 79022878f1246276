import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import type { Asked } from '../frame/AskedAct.tsx';
import { OfficerSelect } from '../frame/OfficerSelect.tsx';
import { type Say, useText } from '../text/text.ts';
import { dateText, instantText } from '../time/dates.ts';
import { todayInChina } from '../time/today.ts';
import { CoursePane } from './CoursePane.tsx';
import { personsOf } from './review.ts';
import { reviewDoor } from './review-door.ts';

/** The hearing from the notice of the right to the transcript, and those whose interest the case touches (R42, R43). */
export function HearingPane({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const acts = [...hearingActs(found, say), ...interestedActs(found, say)];
  return <CoursePane title={say('hearing.title')} lines={hearingLines(found, say)} acts={acts} />;
}

/** How far the hearing has come, one line for each step. */
export function hearingLines({ hearing, interested }: CaseView, say: Say): readonly string[] {
  const todayOn = todayInChina();
  const { toldAt, requestedAt, scheduledOn, place = '', presiderName = '', heldOn } = hearing;
  const at = (instant: string): string => instantText(instant, todayOn, say.language);
  const on = (date: string): string => dateText(date, todayOn, say.language);
  return [
    ...(toldAt === undefined ? [] : [say('hearing.told', { at: at(toldAt) })]),
    ...(requestedAt === undefined ? [] : [say('hearing.requested', { at: at(requestedAt) })]),
    ...(scheduledOn === undefined
      ? []
      : [say('hearing.scheduled', { on: on(scheduledOn), place, presider: presiderName })]),
    ...(heldOn === undefined ? [] : [say('hearing.held', { on: on(heldOn) })]),
    ...interested.map(({ party, heard }) => say(heard ? 'interested.wasHeard' : 'interested.wasNotified', { party })),
  ];
}

function hearingActs(found: CaseView, say: Say): readonly Asked[] {
  const { hearing, applicant } = found;
  const presider = {
    name: 'presider',
    label: say('hearing.presider'),
    input: <OfficerSelect label={say('hearing.presider')} officers={found.officers} />,
  };
  return [
    {
      ...reviewDoor(found, 'tellHearingRight'),
      label: say('hearing.tell'),
      initial: { to: applicant.name },
      fields: [{ name: 'to', label: say('hearing.to'), input: <Input /> }],
    },
    {
      ...reviewDoor(found, 'requestHearing'),
      label: say('hearing.request'),
      initial: { by: applicant.name },
      fields: [{ name: 'by', label: say('hearing.by'), input: <Input /> }],
    },
    {
      ...reviewDoor(found, 'scheduleHearing'),
      label: say('hearing.schedule'),
      warning: say('hearing.scheduleWarning'),
      fields: [
        { name: 'onDate', label: say('hearing.on'), input: <Input type="date" /> },
        { name: 'place', label: say('hearing.place'), input: <Input /> },
        presider,
      ],
    },
    {
      ...reviewDoor(found, 'recordHearing'),
      label: say('hearing.record'),
      warning: say('hearing.recordWarning'),
      initial: { heldOn: hearing.scheduledOn, presider: hearing.presider },
      fields: [
        { name: 'heldOn', label: say('hearing.heldOn'), input: <Input type="date" /> },
        presider,
        { name: 'transcript', label: say('hearing.transcript'), input: <Input /> },
        { name: 'signedBy', label: say('hearing.signedBy'), input: <Input /> },
      ],
      bodyOf: (values) => ({ act: 'recordHearing', ...values, signedBy: personsOf(String(values['signedBy'])) }),
    },
  ];
}

function interestedActs(found: CaseView, say: Say): readonly Asked[] {
  const party = { name: 'party', label: say('interested.party'), input: <Input /> };
  return [
    {
      ...reviewDoor(found, 'notifyInterestedParty'),
      label: say('interested.notify'),
      fields: [party, { name: 'matter', label: say('interested.matter'), input: <Input.TextArea rows={3} /> }],
    },
    {
      ...reviewDoor(found, 'hearInterestedParty'),
      label: say('interested.hear'),
      initial: { party: found.interested.find(({ heard }) => !heard)?.party },
      fields: [party, { name: 'statement', label: say('interested.statement'), input: <Input.TextArea rows={3} /> }],
    },
  ];
}
