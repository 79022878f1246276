import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useCase } from '../api/reads.ts';
import { Loaded } from '../frame/Answers.tsx';
import { Code } from '../frame/Code.tsx';
import { ClockLines } from '../frame/Light.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { Letters } from '../letters/Letters.tsx';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

/** What the person takes along: number, clocks, letters; then the next person. */
export function Receipt({ caseNo, next }: { readonly caseNo: string; readonly next: () => void }): ReactNode {
  const say = useText();
  const query = useCase(caseNo);
  useKeys({ F2: next });
  return (
    <section className="pane receipt" aria-label={say('window.receipt')}>
      <Loaded query={query}>
        {(found) => (
          <>
            <output className="sentence">
              {say('window.done', { name: say.of({ zh: found.itemName, en: found.itemNameEn }) })}
            </output>
            <p>
              {say('case.number')} <Code value={caseNo} />
            </p>
            <p>{say('window.doneState', { state: say(`caseState.${found.state}`) })}</p>
            <ClockLines clocks={found.clocks} />
            <h2>{say('window.receipt')}</h2>
            <Letters documents={found.documents} />
          </>
        )}
      </Loaded>
      <p className="receipt-acts">
        <Button type="primary" onClick={next}>
          {say('window.next')} <kbd>{'F2'}</kbd>
        </Button>
        <Button onClick={() => window.print()}>{say('act.print')}</Button>
        <GoTo to={paths.windowCase(caseNo)}>{say('window.open')}</GoTo>
      </p>
    </section>
  );
}
