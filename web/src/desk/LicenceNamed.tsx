import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { useText } from '../text/text.ts';

/** Which licence the case is about: of the library, on paper as the window saw it, or none that was named (R46). */
export function LicenceNamed({ found: { licenceNamed } }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  if (licenceNamed === undefined) return null;
  const { act, licenceNo, paper } = licenceNamed;
  const words =
    licenceNo === undefined
      ? say('licenceNamed.none')
      : paper === undefined
        ? say('licenceNamed.inLibrary', { no: licenceNo })
        : say('licenceNamed.onPaper', { no: licenceNo, ...paper });
  const isChecked = licenceNo !== undefined && paper === undefined;
  return (
    <section className="pane">
      <h2>{say('licenceNamed.title')}</h2>
      {act === undefined ? null : <p>{say(`onLicence.act.${act}`)}</p>}
      <p className={isChecked ? 'breakable' : 'light light-yellow breakable'}>{words}</p>
    </section>
  );
}
