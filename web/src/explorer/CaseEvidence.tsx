import type { ReactNode } from 'react';
import type { CaseView } from '../api/model.ts';
import { paths } from '../paths.ts';
import { EvidencePane } from './EvidencePane.tsx';

/** The evidence of one case, on each of its pages. */
export function CaseEvidence({ found: { caseNo, can } }: { readonly found: CaseView }): ReactNode {
  const path = `/cases/${encodeURIComponent(caseNo)}/evidence`;
  return <EvidencePane path={path} name={caseNo} can={can['downloadEvidence']} chain={paths.caseChain(caseNo)} />;
}
