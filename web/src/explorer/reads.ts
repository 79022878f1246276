import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import type { components, operations } from '../api/contract.generated.ts';

type Schemas = components['schemas'];
type AnswerOf<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Answer } } };
}
  ? Answer
  : never;

export type LogState = AnswerOf<'getLogState'>;
export type LogEntry = AnswerOf<'getLogEntry'>;
export type LogChain = AnswerOf<'getMandateChain'>;
export type CaseChain = AnswerOf<'getCaseChain'>;
export type ChainedAct = LogChain['acts'][number];
export type LogPlace = Pick<ChainedAct, 'index' | 'leaf' | 'leafHash' | 'proof' | 'checkpointSize' | 'witnesses'>;
export type LogTrust = Schemas['LogTrust'];
export type WitnessSeen = Schemas['WitnessSeen'];
export type LineageStep = Schemas['LineageStep'];
export type Reading = Schemas['Reading'];
export type LicenceLineage = AnswerOf<'getLicenceLineage'>;
export type LicenceStep = LicenceLineage['steps'][number];

/** What the explorer of the log reads. */

export function useLogState(): UseQueryResult<LogState> {
  return useQuery({ queryKey: ['log'], queryFn: ({ signal }) => ask<LogState>('/log', signal) });
}

export function useLogEntry(index: string): UseQueryResult<LogEntry> {
  return useQuery({
    queryKey: ['log', index],
    queryFn: ({ signal }) => ask<LogEntry>(`/log/entries/${encodeURIComponent(index)}`, signal),
  });
}

export function useCaseChain(caseNo: string): UseQueryResult<CaseChain> {
  return useQuery({
    queryKey: ['case-chain', caseNo],
    queryFn: ({ signal }) => ask<CaseChain>(`/cases/${encodeURIComponent(caseNo)}/chain`, signal),
    retry: false,
  });
}

export function useMandateChain(mandateNo: string): UseQueryResult<LogChain> {
  return useQuery({
    queryKey: ['mandate-chain', mandateNo],
    queryFn: ({ signal }) => ask<LogChain>(`/mandates/${encodeURIComponent(mandateNo)}/chain`, signal),
  });
}

export function useLicenceLineage(licenceNo: string): UseQueryResult<LicenceLineage> {
  return useQuery({
    queryKey: ['licence-lineage', licenceNo],
    queryFn: ({ signal }) => ask<LicenceLineage>(`/licences/${encodeURIComponent(licenceNo)}/lineage`, signal),
    retry: false,
  });
}

export function useLicenceReadings(licenceNo: string): UseQueryResult<readonly Reading[]> {
  return useQuery({
    queryKey: ['readings', licenceNo],
    queryFn: async ({ signal }) => {
      const { readings } = await ask<AnswerOf<'listLicenceReadings'>>(
        `/licences/${encodeURIComponent(licenceNo)}/readings`,
        signal,
      );
      return readings;
    },
    retry: false,
  });
}

export function useCaseReadings(caseNo: string): UseQueryResult<readonly Reading[]> {
  return useQuery({
    queryKey: ['readings', caseNo],
    queryFn: async ({ signal }) => {
      const { readings } = await ask<AnswerOf<'listCaseReadings'>>(
        `/cases/${encodeURIComponent(caseNo)}/readings`,
        signal,
      );
      return readings;
    },
    retry: false,
  });
}
