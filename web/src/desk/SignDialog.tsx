import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { askedOfDecisions } from '../api/confirmation.ts';
import type { DecisionDraft } from '../api/model.ts';
import { useAct } from '../api/use-act.ts';
import { ActLetterSheet } from '../frame/ActLetterSheet.tsx';
import { ConfirmForm } from '../frame/ConfirmForm.tsx';
import { type Say, useText } from '../text/text.ts';
import type { Conclusion } from './conclusion.ts';

/** The exact document, then one's own confirmation, and one button that says everything it will do. */
export function SignDialog({
  caseNo,
  conclusion,
  draft,
  close,
}: {
  readonly caseNo: string;
  readonly conclusion: Conclusion;
  readonly draft: DecisionDraft;
  readonly close: () => void;
}): ReactNode {
  const say = useText();
  const signing = useAct(`/cases/${encodeURIComponent(caseNo)}/decision`);
  const { documentHash, evidenceHash } = draft;
  const decision = { ...conclusion.draft, ...conclusion.declared, documentHash, evidenceHash };
  return (
    <Modal open title={say('sign.document')} onCancel={close} footer={null} width={980} style={{ top: 16 }}>
      <ActLetterSheet draft={draft} />
      <ConfirmForm
        asked={askedOfDecisions([{ caseNo, decision }])}
        label={signText(draft, conclusion, say)}
        danger={conclusion.outcome === 'REFUSE'}
        sign={(confirmation) => signing.mutate({ ...decision, ...confirmation }, { onSuccess: close })}
        isSigning={signing.isPending}
        error={signing.error}
      />
    </Modal>
  );
}

/** 第 1 / 共 2 签 · 提出准予建议 · 依据 授权书 YH-B-MK-2025 第 1 版. */
function signText(draft: DecisionDraft, conclusion: Conclusion, say: Say): string {
  const outcome = say(`outcome.${conclusion.outcome}`);
  const { mandate } = draft;
  return say('sign.button', {
    no: draft.signatureNo,
    need: draft.need,
    plan: say(`sign.plan.${draft.plan}`, { outcome }),
    mandate:
      mandate === undefined || mandate === null
        ? say('sign.office')
        : say('sign.mandateLine', { mandateNo: mandate.mandateNo, version: mandate.version }),
  });
}
