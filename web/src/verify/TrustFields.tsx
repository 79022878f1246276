import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { FileDrop } from './FileDrop.tsx';

/** Who does not want to believe the platform brings the trust file that he got elsewhere. */
export function TrustFields({
  ownTrust,
  statusList,
  onTrust,
  onStatusList,
}: {
  readonly ownTrust: File | undefined;
  readonly statusList: File | undefined;
  readonly onTrust: (file: File | undefined) => void;
  readonly onStatusList: (file: File | undefined) => void;
}): ReactNode {
  const say = useText();
  return (
    <details>
      <summary>{say('verify.trust')}</summary>
      <p className="quiet">{say('verify.trustHint')}</p>
      <FileDrop label={say('verify.trustChoose')} hint={say('verify.trustKinds')} held={ownTrust} onFile={onTrust} />
      {ownTrust === undefined ? null : (
        <Button type="link" onClick={() => onTrust(undefined)}>
          {say('verify.trustBack')}
        </Button>
      )}
      <FileDrop
        label={say('verify.statusChoose')}
        hint={say('verify.statusHint')}
        held={statusList}
        onFile={onStatusList}
      />
    </details>
  );
}
