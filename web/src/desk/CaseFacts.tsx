import type { ReactNode } from 'react';
import type { CaseView, Guide, ItemForm, TimelineEntry, Value } from '../api/model.ts';
import { Discrepancies } from './Discrepancies.tsx';
import { LicenceNamed } from './LicenceNamed.tsx';
import { useGuideOf, useFormOf } from '../api/reads.ts';
import { caseFileAddress } from '../api/upload.ts';
import { sizeText } from '../form/FileField.tsx';
import { optionText, type Say, useText } from '../text/text.ts';

interface FactLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly source: string;
  readonly proof: string;
}

/** Every fact of the case with its source and what proves it, and the materials. */
export function CaseFacts({ found }: { readonly found: CaseView }): ReactNode {
  const say = useText();
  const { data: guide } = useGuideOf(found);
  const { data: form } = useFormOf(found);
  const lines = linesOf(found, guide, form, say);
  return (
    <>
      <LicenceNamed found={found} />
      <section className="pane">
        <h2>{say('desk.facts')}</h2>
        {lines.length === 0 ? (
          <p className="quiet">{say('desk.factsNone')}</p>
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say('fact.name')}</th>
                <th scope="col">{say('fact.value')}</th>
                <th scope="col">{say('fact.source')}</th>
                <th scope="col">{say('fact.proof')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, label, value, source, proof }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>{value}</td>
                  <td>{source}</td>
                  <td className="quiet">{proof}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <Discrepancies found={found} guide={guide} />
      <Materials found={found} guide={guide} />
    </>
  );
}

function Materials({ found, guide }: { readonly found: CaseView; readonly guide: Guide | undefined }): ReactNode {
  const say = useText();
  const nameOf = (code: string): string => guide?.materials.find((one) => one.code === code)?.name ?? code;
  return (
    <section className="pane">
      <h2>{say('desk.materials')}</h2>
      {found.materials.length === 0 ? <p className="quiet">{say('desk.materialsNone')}</p> : null}
      <ul className="materials">
        {found.materials.map((material) => (
          <li key={`${material.code} ${material.source} ${material.reference ?? ''}`}>
            <span aria-hidden>{'✔'}</span> {nameOf(material.code)} <MaterialProof found={found} material={material} />
          </li>
        ))}
        {found.owed.map((code) => (
          <li key={`owed ${code}`} className="light light-yellow">
            <span aria-hidden>{'◔'}</span> {nameOf(code)} {say('desk.owed')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What proves a material: a file to be looked at, or where it came from. */
export function MaterialProof({
  found,
  material,
}: {
  readonly found: Pick<CaseView, 'caseNo'>;
  readonly material: CaseView['materials'][number];
}): ReactNode {
  const say = useText();
  const file = 'file' in material ? material.file : undefined;
  if (file === undefined)
    return (
      <span className="quiet">
        {say(`material.${material.source}`)} {material.reference}
      </span>
    );
  return (
    <>
      <a className="beside-text" href={caseFileAddress(found.caseNo, file.hash)} download>
        {file.name}
      </a>{' '}
      <span className="quiet">{sizeText(file.size)}</span>
    </>
  );
}

function linesOf(found: CaseView, guide: Guide | undefined, form: ItemForm | undefined, say: Say): readonly FactLine[] {
  const labelOf = (name: string): string => {
    const asked = form?.questions.find((question) => question.name === name)?.label;
    return guide?.inputs.find((input) => input.name === name)?.label ?? (asked === undefined ? name : say.of(asked));
  };
  const valueOf = (value: Value): string =>
    typeof value === 'boolean' ? say(value ? 'form.yes' : 'form.no') : optionText(String(value), say);
  const stated = Object.entries(found.form).map(([name, value]) => ({
    key: `form ${name}`,
    label: labelOf(name),
    value: valueOf(value),
    source: say('source.form'),
    proof: '',
  }));
  const shared = Object.entries(found.matter?.fields ?? {}).map(([name, value]) => ({
    key: `shared ${name}`,
    label: name,
    value: valueOf(value),
    source: say('matter.partOf'),
    proof: found.matter?.matterNo ?? '',
  }));
  const gathered = found.gathered.map(({ name, value, source, verified, receipt }) => ({
    key: `gathered ${name}`,
    label: labelOf(name),
    value: valueOf(value),
    source: `${say(`source.${source}`)} · ${say(verified ? 'fact.verified' : 'fact.unverified')}`,
    proof: receipt,
  }));
  const findings = found.findings.map(({ name, value, source, by, evidence }) => ({
    key: `found ${name}`,
    label: labelOf(name),
    value: valueOf(value),
    source: `${say(`source.${source}`)} · ${nameOfPerson(found.timeline, by)}`,
    proof: evidence,
  }));
  return [...stated, ...shared, ...gathered, ...findings];
}

/** The person's name as the timeline knows it. */
export function nameOfPerson(timeline: readonly TimelineEntry[], personId: string): string {
  return timeline.find(({ actor }) => actor.id === personId)?.actor.name ?? personId;
}
