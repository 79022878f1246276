import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askFile } from '../api/client.ts';
import type { Can } from '../api/model.ts';
import { Trouble } from '../frame/Answers.tsx';
import { GoTo } from '../frame/navigation.tsx';
import { CanButton } from '../frame/WhyNot.tsx';
import { saveFile } from '../frame/save-file.ts';
import { paths } from '../paths.ts';
import { useText } from '../text/text.ts';

/** The evidence bundle of a case or mandate, and where its places in the log are shown. */
export function EvidencePane({
  path,
  name,
  can,
  chain,
  chainWord,
}: {
  /** The address of the bundle under `/api`. */
  readonly path: string;
  readonly name: string;
  readonly can: Can | undefined;
  /** Where its places in the log are shown; absent for what has no such page. */
  readonly chain?: string;
  readonly chainWord?: string;
}): ReactNode {
  const say = useText();
  const fetching = useMutation({
    mutationFn: () => askFile(path),
    onSuccess: (file) => saveFile(file, `${name}.zip`),
  });
  if (can === undefined) return null;
  return (
    <section className="pane">
      <h2>{say('evidence.title')}</h2>
      <p>{say('evidence.how')}</p>
      <CanButton can={can} loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {say('evidence.download')}
      </CanButton>
      {fetching.error === null ? null : <Trouble error={fetching.error} retry={() => fetching.mutate()} />}
      <p className="letter-acts">
        {chain === undefined ? null : <GoTo to={chain}>{chainWord ?? say('evidence.chain')}</GoTo>}
        <GoTo to={paths.verify()}>{say('evidence.verify')}</GoTo>
      </p>
    </section>
  );
}
