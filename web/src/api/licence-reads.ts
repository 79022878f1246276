import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ask } from './client.ts';
import type { components, operations } from './contract.generated.ts';

/** What the screens of the e-licence library read. */
export type LicenceRow = components['schemas']['LicenceRow'];
export type LicenceView = components['schemas']['Licence'];
/** The letter of an act on a licence, before it is signed. */
export type LicenceActDraft = components['schemas']['LicenceActDraft'];
export type LicenceStatus = LicenceRow['status'];
export type LicencesFound = operations['listLicences']['responses'][200]['content']['application/json'];

/** A licence of the applicant, with the acts that receipt would let pass by this item now. */
export type OpenLicence = components['schemas']['OpenLicence'];

export function useLicencesForItem(itemId: string): UseQueryResult<{ readonly licences: readonly OpenLicence[] }> {
  return useQuery({
    queryKey: ['licences-for-item', itemId],
    queryFn: ({ signal }) =>
      ask<{ readonly licences: readonly OpenLicence[] }>(`/items/${encodeURIComponent(itemId)}/my-licences`, signal),
    // What was shown while somebody fills in does not change under his hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useMyLicences(): UseQueryResult<LicencesFound> {
  return useQuery({ queryKey: ['my-licences'], queryFn: ({ signal }) => ask<LicencesFound>('/my/licences', signal) });
}

export function useRegister(cursor: string): UseQueryResult<LicencesFound> {
  return useQuery({
    queryKey: ['licences', cursor],
    queryFn: ({ signal }) =>
      ask<LicencesFound>(cursor === '' ? '/licences' : `/licences?cursor=${encodeURIComponent(cursor)}`, signal),
  });
}

export function useLicence(licenceNo: string): UseQueryResult<LicenceView> {
  return useQuery({
    queryKey: ['licence', licenceNo],
    queryFn: ({ signal }) => ask<LicenceView>(licencePath(licenceNo), signal),
  });
}

export function licencePath(licenceNo: string): string {
  return `/licences/${encodeURIComponent(licenceNo)}`;
}
