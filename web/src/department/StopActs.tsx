import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Can } from '../api/model.ts';
import { AskedAct } from '../frame/AskedAct.tsx';
import { useText } from '../text/text.ts';
import { SuspensionKinds, withHolders } from './SuspensionKinds.tsx';

/** The ways in which a mandate stops, and the one way back. */
export function StopActs({
  can,
  path,
}: {
  readonly can: Readonly<Record<string, Can>>;
  readonly path: (act: string) => string;
}): ReactNode {
  const say = useText();
  const reason = { name: 'reason', label: say('life.reason'), input: <Input.TextArea rows={3} /> };
  return (
    <>
      <AskedAct
        can={can['suspendMandate']}
        path={path('suspension')}
        label={say('life.suspend')}
        warning={say('life.suspendWarning')}
        danger
        fields={[
          { name: 'kind', label: say('life.suspendKind'), input: <SuspensionKinds /> },
          reason,
          { name: 'holders', label: say('life.holders'), input: <Input className="mono" />, isOptional: true },
        ]}
        bodyOf={withHolders}
      />
      <AskedAct
        can={can['resumeMandate']}
        path={path('resumption')}
        label={say('life.resume')}
        fields={[
          reason,
          { name: 'holders', label: say('life.resumeHolders'), input: <Input className="mono" />, isOptional: true },
        ]}
        bodyOf={withHolders}
      />
      <AskedAct
        can={can['revokeMandate']}
        path={path('revocation')}
        label={say('life.revoke')}
        warning={say('life.revokeWarning')}
        danger
        fields={[reason]}
      />
    </>
  );
}
