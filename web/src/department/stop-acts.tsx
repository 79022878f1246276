import { Input } from 'antd';
import type { Can } from '../api/model.ts';
import type { Asked } from '../frame/AskedAct.tsx';
import type { Say } from '../text/text.ts';
import { SuspensionKinds, withHolders } from './SuspensionKinds.tsx';

/** The ways in which a mandate stops, and the one way back. */
export function stopActs(
  can: Readonly<Record<string, Can>>,
  path: (act: string) => string,
  say: Say,
): readonly Asked[] {
  const reason = { name: 'reason', label: say('life.reason'), input: <Input.TextArea rows={3} /> };
  return [
    {
      can: can['suspendMandate'],
      path: path('suspension'),
      label: say('life.suspend'),
      warning: say('life.suspendWarning'),
      danger: true,
      fields: [
        { name: 'kind', label: say('life.suspendKind'), input: <SuspensionKinds /> },
        reason,
        { name: 'holders', label: say('life.holders'), input: <Input className="mono" />, isOptional: true },
      ],
      challengePath: path('suspension/challenge'),
      bodyOf: (values) => ({ command: withHolders(values) }),
    },
    {
      can: can['resumeMandate'],
      path: path('resumption'),
      label: say('life.resume'),
      fields: [
        reason,
        { name: 'holders', label: say('life.resumeHolders'), input: <Input className="mono" />, isOptional: true },
      ],
      challengePath: path('resumption/challenge'),
      bodyOf: (values) => ({ command: withHolders(values) }),
    },
    {
      can: can['revokeMandate'],
      path: path('revocation'),
      label: say('life.revoke'),
      warning: say('life.revokeWarning'),
      danger: true,
      fields: [reason],
      challengePath: path('revocation/challenge'),
      bodyOf: (command) => ({ command }),
    },
  ];
}
