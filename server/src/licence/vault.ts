import { z } from 'zod';
import type { Recorded, Step } from '../journal/journal.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { licenceRefusals } from './refusals.ts';

/**
 * The vault 材料库: files that a holder keeps, so that no organ asks for them twice (R6). The files lie with the uploads and may be
 * taken away (ADR 17); what is done with them is the stream `vault/<key>`: each sharing is bound to one item and one of its
 * materials, counts once, can be taken back until then, and its use is recorded in the commit of the act that used it.
 */

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** 授权使用: one file for one requirement of one item, once, until an instant. */
export const VaultShared = z.strictObject({
  /** The upload under which the application names it. */
  shareId: z.uuid(),
  fileHash: Hash,
  itemId: z.string().min(1),
  itemName: z.string(),
  code: z.string().min(1),
  materialName: z.string(),
  untilAt: z.iso.datetime({ precision: 3 }),
});
export type VaultShared = z.infer<typeof VaultShared>;

export const VaultShareUsed = z.strictObject({ shareId: z.uuid(), caseNo: z.string().min(1), code: z.string().min(1) });
export const VaultShareRevoked = z.strictObject({ shareId: z.uuid() });

/** The events of the stream `vault/<key of the holder>`. */
export const vaultEvents = { VaultShared, VaultShareUsed, VaultShareRevoked } as const;

/** How a sharing stands; a term that is over is the upload's to end. */
export type VaultShare = VaultShared & { readonly at: Instant } & (
    | { readonly state: 'open' }
    | { readonly state: 'used'; readonly caseNo: string; readonly usedAt: Instant }
    | { readonly state: 'revoked'; readonly revokedAt: Instant }
  );

/** The stream of a holder's vault. */
export function vaultStream(holderKey: string): string {
  return `vault/${holderKey}`;
}

/** The sharings of a vault, oldest first. */
export function viewVault(events: readonly Recorded[]): readonly VaultShare[] {
  return events.reduce<readonly VaultShare[]>((shares, { type, data, at }) => {
    switch (type) {
      case 'VaultShared':
        return [...shares, { ...VaultShared.parse(data), at, state: 'open' }];
      case 'VaultShareUsed': {
        const { shareId, caseNo } = VaultShareUsed.parse(data);
        return shares.map((share) =>
          share.shareId === shareId ? { ...share, state: 'used', caseNo, usedAt: at } : share,
        );
      }
      case 'VaultShareRevoked': {
        const { shareId } = VaultShareRevoked.parse(data);
        return shares.map((share) =>
          share.shareId === shareId ? { ...share, state: 'revoked', revokedAt: at } : share,
        );
      }
      default:
        return shares;
    }
  }, []);
}

/** The holder shares one of his files for one requirement; `facts` say whether the item asks for it at all. */
export const shareFromVault: Step<VaultShared, readonly VaultShare[], { readonly isAsked: boolean }> = {
  name: 'shareFromVault',
  view: viewVault,
  decide(_view, command, { isAsked }) {
    if (!isAsked)
      return refuse(licenceRefusals, 'share-purpose-unknown', { itemId: command.itemId, code: command.code });
    return { events: [{ type: 'VaultShared', data: command }] };
  },
};

/** The holder takes a sharing back, until it was used. */
export const revokeShare: Step<{ readonly shareId: string }, readonly VaultShare[], undefined> = {
  name: 'revokeShare',
  view: viewVault,
  decide(view, { shareId }) {
    const share = view.find((one) => one.shareId === shareId);
    if (share === undefined) return refuse(licenceRefusals, 'share-unknown', { shareId });
    if (share.state !== 'open') return refuse(licenceRefusals, 'share-not-open', { shareId, state: share.state });
    return { events: [{ type: 'VaultShareRevoked', data: { shareId } }] };
  },
};

export interface UseOfShares {
  readonly caseNo: string;
  readonly itemId: string;
  /** What the act hands in: for which requirement, under which upload. */
  readonly handed: readonly { readonly code: string; readonly uploadId: string }[];
}

/** Records what an act used of the vault, for exactly what it was shared for; what did not come from it is no matter here. */
export const useShares: Step<UseOfShares, readonly VaultShare[], undefined> = {
  name: 'useShares',
  view: viewVault,
  decide(view, { caseNo, itemId, handed }) {
    const uses = handed.flatMap(({ code, uploadId }) => {
      const share = view.find(({ shareId }) => shareId === uploadId);
      return share === undefined ? [] : [{ share, code }];
    });
    for (const { share, code } of uses) {
      if (share.state !== 'open')
        return refuse(licenceRefusals, 'share-not-open', { shareId: share.shareId, state: share.state });
      if (share.itemId !== itemId || share.code !== code)
        return refuse(licenceRefusals, 'share-other-purpose', { itemId: share.itemId, material: share.materialName });
    }
    const events = uses.map(({ share: { shareId }, code }) => ({
      type: 'VaultShareUsed',
      data: { shareId, caseNo, code },
    }));
    return { events };
  },
};
