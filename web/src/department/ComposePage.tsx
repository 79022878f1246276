import type { MandatePageView } from '../api/model.ts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useMandate, useMandates } from '../api/reads.ts';
import { Loaded, Nothing } from '../frame/Answers.tsx';
import { useGo, useNamed, useViewed } from '../frame/navigation.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';
import { Composer } from './Composer.tsx';

/** A new mandate from an existing letter. */
export function ComposePage(): ReactNode {
  const say = useText();
  const go = useGo();
  const from = useViewed('from');
  const list = useMandates('');
  const base = useMandate(from);
  return (
    <div className="desk-page">
      <h1>{say('compose.title')}</h1>
      <Loaded query={list}>
        {(rows) => (
          <p>
            <label htmlFor="template">{say('compose.template')}</label>
            <Select
              id="template"
              className="wide"
              showSearch={{ optionFilterProp: 'label' }}
              value={from === '' ? null : from}
              onChange={(mandateNo: string) => go(paths.composeMandate(mandateNo))}
              options={rows.map(({ mandateNo, construct, grantorName }) => ({
                value: mandateNo,
                label: `${mandateNo} ${say(`construct.${construct}`)} ${grantorName}`,
              }))}
            />
          </p>
        )}
      </Loaded>
      {from === '' ? (
        <Nothing title={say('compose.pick')} />
      ) : (
        <Loaded query={base}>{(found) => <FromLast key={from} found={found} isAmendment={false} />}</Loaded>
      )}
    </div>
  );
}

/** The next version of a mandate. */
export function AmendPage(): ReactNode {
  const say = useText();
  const mandateNo = useNamed('mandateNo');
  const query = useMandate(mandateNo);
  return (
    <div className="desk-page">
      <h1>{say('compose.amendTitle', { mandateNo })}</h1>
      <Loaded query={query}>{(found) => <FromLast found={found} isAmendment />}</Loaded>
    </div>
  );
}

function FromLast({
  found,
  isAmendment,
}: {
  readonly found: MandatePageView;
  readonly isAmendment: boolean;
}): ReactNode {
  const last = found.versions.at(-1);
  if (last === undefined) return null;
  // A draft not yet in force is written again under its own number; only a published version gets a successor.
  const isInForce = ['published', 'active', 'suspended', 'expired', 'superseded'].includes(last.state);
  const version = isAmendment ? last.letter.version + (isInForce ? 1 : 0) : 1;
  return <Composer base={last.letter} version={version} isAmendment={isAmendment} />;
}
