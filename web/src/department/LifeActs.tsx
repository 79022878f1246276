import type { MandatePageView, MandateVersion } from '../api/model.ts';
import { Checkbox, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { type Asked, AskedActs } from '../frame/AskedAct.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { isOpen } from '../frame/WhyNot.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { LetterToSign } from './LetterToSign.tsx';
import { stopActs } from './stop-acts.tsx';

/** The steps of a mandate into force. The server says which are open and why the others are not. */
export function LifeActs({
  found,
  last,
}: {
  readonly found: MandatePageView;
  readonly last: MandateVersion;
}): ReactNode {
  const say = useText();
  const { can, mandateNo } = found;
  const path = (act: string): string => `/mandates/${encodeURIComponent(mandateNo)}/${act}`;
  const sheet = (confirm: (body: object) => ReactNode): ReactNode => (
    <LetterToSign mandateNo={mandateNo} version={last.letter.version} confirm={confirm} />
  );
  const short = { hash: last.hash.slice(0, 16) };
  const acts: readonly Asked[] = [
    {
      can: can['reviewMandate'],
      path: path('review'),
      label: say('life.review'),
      fields: [
        { name: 'opinion', label: say('life.opinion'), input: <Input.TextArea rows={3} /> },
        { name: 'passed', label: say('life.passed'), input: <Verdict /> },
      ],
    },
    {
      can: can['signMandate'],
      path: path('signature'),
      label: say('life.sign'),
      warning: say('life.signWarning', short),
      fields: [],
      challengePath: path('signature/challenge'),
      sheet,
    },
    {
      can: can['acceptMandate'],
      path: path('acceptance'),
      label: say('life.accept'),
      warning: say('life.acceptWarning', short),
      fields: [],
      challengePath: path('acceptance/challenge'),
      sheet,
    },
    {
      can: can['fileMandate'],
      path: path('filing'),
      label: say('life.file'),
      fields: [{ name: 'filingNo', label: say('life.filingNo'), input: <Input /> }],
    },
    {
      can: can['publishMandate'],
      path: path('publication'),
      label: say('life.publish'),
      initial: { places: ['web', 'window'], noticeNo: last.letter.publicNotice.noticeNo },
      fields: [
        { name: 'places', label: say('life.places'), input: <Places /> },
        { name: 'noticeNo', label: say('life.noticeNo'), input: <Input /> },
      ],
    },
    ...stopActs(can, path, say),
  ];
  return (
    <section className="pane acts no-print">
      <h2>{say('mandate.acts')}</h2>
      <AskedActs acts={acts} />
      {isOpen(can['amendMandate']) ? <GoTo to={paths.amendMandate(mandateNo)}>{say('life.amend')}</GoTo> : null}
    </section>
  );
}

interface FieldProps<Held> {
  readonly value?: Held;
  readonly onChange?: (value: Held) => void;
}

function Verdict({ value, onChange }: FieldProps<boolean>): ReactNode {
  const say = useText();
  return (
    <Radio.Group
      aria-label={say('life.passed')}
      value={value}
      onChange={(event) => onChange?.(event.target.value === true)}
      options={[
        { value: true, label: say('life.pass') },
        { value: false, label: say('life.fail') },
      ]}
    />
  );
}

const places = ['web', 'window', 'gazette'] as const;

function Places({ value = [], onChange }: FieldProps<readonly string[]>): ReactNode {
  const say = useText();
  return (
    <Checkbox.Group
      value={[...value]}
      onChange={(chosen) => onChange?.(chosen)}
      options={places.map((place) => ({ value: place, label: say(`life.place.${place}`) }))}
    />
  );
}
