import type { ReactNode } from 'react';
import type { GuideSheet, Text } from '../api/model.ts';
import { Said } from '../frame/Said.tsx';
import { useText } from '../text/text.ts';

/** The time by stages, and what statute adds to it. */
export function GuideTime({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { note, special, stages } = sheet.time;
  return (
    <section>
      <h2>{say('sheet.time')}</h2>
      <p>
        <Said text={note} />
      </p>
      {special.length === 0 ? null : (
        <>
          <h3>{say('sheet.special')}</h3>
          <ul>
            {special.map(({ name, limit, basis }) => (
              <li key={name.zh}>
                <Said text={name} /> <Said text={limit} />{' '}
                <span className="quiet">
                  <Said text={basis} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <table className="stages">
        <thead>
          <tr>
            <th scope="col">{say('sheet.stage')}</th>
            <th scope="col">{say('sheet.stageBy')}</th>
            <th scope="col">{say('sheet.stageLimit')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ name, by, limit }) => (
            <tr key={name.zh}>
              <td>
                <Said text={name} />
              </td>
              <td>
                <Said text={by} />
              </td>
              <td>
                <Said text={limit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How it goes at the window and online. */
export function GuideCourse({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  return (
    <section>
      <h2>{say('sheet.course')}</h2>
      <h3>{say('sheet.courseWindow')}</h3>
      <Steps steps={sheet.course.window} />
      {sheet.course.online.length === 0 ? null : (
        <>
          <h3>{say('sheet.courseOnline')}</h3>
          <Steps steps={sheet.course.online} />
        </>
      )}
    </section>
  );
}

function Steps({ steps }: { readonly steps: readonly Text[] }): ReactNode {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.zh}>
          <Said text={step} />
        </li>
      ))}
    </ol>
  );
}

/** Where, when, by which ways in (R14), and whom to ask. */
export function GuidePlaces({ sheet }: { readonly sheet: GuideSheet }): ReactNode {
  const say = useText();
  const { windows, channels, consultPhone, complaintPhone, complaintAddress, area, appointment, online } = sheet.where;
  return (
    <section>
      <h2>{say('sheet.where')}</h2>
      {windows.map(({ name, address, hours, phone }) => (
        <p key={name.zh}>
          <strong>
            <Said text={name} />
          </strong>
          <br />
          <Said text={address} />
          <br />
          <Said text={hours} /> · {phone}
        </p>
      ))}
      <h3>{say('sheet.channels')}</h3>
      <ul>
        {channels.map(({ name, open, why }) => (
          <li key={name.zh}>
            <Said text={name} />{' '}
            {open ? null : <span className="quiet">{say('sheet.closed', { why: say.of(why) })}</span>}
          </li>
        ))}
      </ul>
      <p className="quiet">
        <Said text={online} /> · <Said text={area} /> · <Said text={appointment} />
      </p>
      <p>{say('sheet.phones', { consult: consultPhone, complaint: complaintPhone })}</p>
      <p className="quiet">
        {say('sheet.complaintAt', {
          address: say.language === 'en' && complaintAddress.en !== '' ? complaintAddress.en : complaintAddress.zh,
        })}
      </p>
    </section>
  );
}
