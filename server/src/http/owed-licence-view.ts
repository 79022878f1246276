import { z } from 'zod';
import { viewDecision } from '../decision/decision.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { authorityToMakeOut, owedLicence } from '../licence/actions.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import type { OpenedCase } from './case-access.ts';
import { Can, canOf } from './case-can.ts';
import { Text } from './problem.ts';

/** A licence that was granted and not made out, why, and whether the caller could do it. */
export const OwedLicence = z.object({ typeName: z.string(), why: Text, can: Can });

/** What a case is owed, for those who read it; undefined where nothing is. */
export async function owedLicencePart(
  platform: Platform,
  caller: Caller,
  { events }: Pick<OpenedCase, 'events'>,
  at: Instant,
): Promise<{ readonly owedLicence?: z.input<typeof OwedLicence> }> {
  const owed = await owedLicence(platform, events);
  if (owed === undefined) return {};
  const { granted } = owed;
  const signatures = viewDecision(events).signatures.length;
  const authority = authorityToMakeOut(platform, { actor: caller.actor, at }, { granted, signatures });
  const { mandateNo = '', version = 0 } = granted.mandate ?? {};
  return {
    owedLicence: {
      typeName: granted.issued.typeName,
      why: {
        zh: `作出决定所依据的授权书（${mandateNo} 第${version}版）没有授予颁发证照的权力，由本机关有权的人员另行颁发。`,
        en: `The mandate of the decision (${mandateNo}, version ${version}) does not give the power to make out the licence; somebody of the organ who has it does that.`,
      },
      can: canOf(isRefusal(authority) ? authority : undefined),
    },
  };
}
