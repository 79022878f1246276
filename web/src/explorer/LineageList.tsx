import type { ReactNode } from 'react';
import { Nothing } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { isTextKey, useText } from '../text/text.ts';
import type { LineageStep } from './reads.ts';

/** From what the result came, across departments, in the order in which it was used. */
export function LineageList({ steps }: { readonly steps: readonly LineageStep[] }): ReactNode {
  const say = useText();
  return (
    <section className="pane">
      <h2>{say('lineage.title')}</h2>
      {steps.length === 0 ? (
        <Nothing title={say('lineage.none')} />
      ) : (
        <ol className="chain">
          {steps.map((step) => (
            <li key={`${step.kind} ${step.seq} ${step.name}`}>
              <Step step={step} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ step }: { readonly step: LineageStep }): ReactNode {
  const say = useText();
  const { kind, name, proof, organName, organNameEn, licenceNo } = step;
  const organ = organName === undefined ? '' : say.of({ zh: organName, en: organNameEn ?? organName });
  return (
    <>
      <div>
        <span className="state">{say(`lineage.${kind}`)}</span> <StepName kind={kind} name={name} />{' '}
        <span className="quiet">{organ}</span>{' '}
        {licenceNo === undefined ? null : <GoTo to={paths.licenceLineage(licenceNo)}>{say('lineage.ofLicence')}</GoTo>}
      </div>
      {proof === undefined || proof === '' ? null : (
        <div className="quiet">
          {say(kind === 'share' || kind === 'licence' ? 'lineage.receipt' : 'lineage.hash')}{' '}
          <Code value={proof} short />
        </div>
      )}
    </>
  );
}

function StepName({ kind, name }: Pick<LineageStep, 'kind' | 'name'>): ReactNode {
  const say = useText();
  if (kind === 'mandate') return <GoTo to={paths.mandateChain(name)}>{name}</GoTo>;
  if (kind === 'matter') return <GoTo to={paths.matter(name)}>{name}</GoTo>;
  const outcome = `outcome.${name}`;
  return <span lang="zh-CN">{kind === 'decision' && isTextKey(outcome) ? say(outcome) : name}</span>;
}
