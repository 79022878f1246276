import type { ReactNode } from 'react';
import type { LicenceRow, LicenceStatus } from '../api/licence-reads.ts';
import { type Language, type Say, useText } from '../text/text.ts';

const shapes = {
  valid: ['✔', 'light-green'],
  suspended: ['◐', 'light-yellow'],
  expired: ['○', 'light-yellow'],
  withdrawn: ['✘', 'light-red'],
  annulled: ['✘', 'light-red'],
  forfeited: ['✘', 'light-red'],
  cancelled: ['✘', 'light-red'],
} as const satisfies Record<LicenceStatus, readonly [string, string]>;

/** How a licence stands, as shape, word and colour. */
export function LicenceMark({ status }: { readonly status: LicenceStatus }): ReactNode {
  const say = useText();
  const [shape, light] = shapes[status];
  return (
    <span className={`light ${light}`}>
      <span aria-hidden>{shape}</span> {say(`licenceStatus.${status}`)}
    </span>
  );
}

/** From when to when a licence holds, in the reader's words. */
export function termText({ validFromOn, validToOn, termWords }: LicenceRow, say: Say): string {
  const on = (date: string): string => dayText(date, say.language);
  if (validToOn !== null) return say('licence.until', { from: on(validFromOn), to: on(validToOn) });
  const words = termWords === undefined || termWords === '长期' ? say('licence.long') : termWords;
  return say('licence.from', { from: on(validFromOn), words });
}

/** A day as licences print it: always with its year, and no weekday. */
function dayText(on: string, language: Language): string {
  const [year = '', month = '', day = ''] = on.split('-');
  return language === 'zh' ? `${year}年${Number(month)}月${Number(day)}日` : on;
}
