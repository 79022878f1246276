import { z } from 'zod';
import { viewDecision } from '../decision/decision.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { authorityToMakeOut, licenceOfCase, type OwedLicence } from '../licence/actions.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import type { OpenedCase } from './case-access.ts';
import { Can, canOf } from './case-can.ts';
import { Text } from './problem.ts';

/** A licence that was granted and not made out, why, and whether the caller could do it. */
export const OwedLicenceShown = z.object({ typeName: z.string(), asksCode: z.boolean(), why: Text, can: Can });

/** What a case is owed, for those who read it; undefined where nothing is. */
export async function owedLicencePart(
  platform: Platform,
  caller: Caller,
  { events }: Pick<OpenedCase, 'events'>,
  at: Instant,
): Promise<{ readonly licenceNo?: string; readonly owedLicence?: z.input<typeof OwedLicenceShown> }> {
  const { made, owed } = await licenceOfCase(platform, events);
  if (made !== undefined) return { licenceNo: made.licenceNo };
  if (owed === undefined) return {};
  const { granted } = owed;
  const signatures = viewDecision(events).signatures.length;
  const authority = authorityToMakeOut(platform, { actor: caller.actor, at }, { granted, signatures });
  return {
    owedLicence: {
      typeName: granted.issued.typeName,
      asksCode: owed.why === 'noCode',
      why: whyText(owed),
      can: canOf(isRefusal(authority) ? authority : undefined),
    },
  };
}

function whyText({ why, granted }: OwedLicence): z.input<typeof Text> {
  if (why === 'noCode')
    return {
      zh: '登记机关还没有给新设立的主体赋予统一社会信用代码；赋码后颁发给新主体。',
      en: 'The registry has not given what was founded its unified social credit code; its licence is made out to it then.',
    };
  const { mandateNo = '', version = 0 } = granted.mandate ?? {};
  return {
    zh: `作出决定所依据的授权书（${mandateNo} 第${version}版）没有授予颁发证照的权力，由本机关有权的人员另行颁发。`,
    en: `The mandate of the decision (${mandateNo}, version ${version}) does not give the power to make out the licence; somebody of the organ who has it does that.`,
  };
}
