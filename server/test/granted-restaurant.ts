import { type Acting, type Asked, caseNoOf, told } from './district-story.ts';

/** What the restaurant says of itself in its application. */
export const RESTAURANT = {
  area: 200,
  chain: false,
  onlyPrepacked: false,
  hasRawOrCold: true,
  enterpriseName: '云河区禾木餐饮有限公司',
  premisesAddress: '云桥街道1号',
} as const;

/** A food licence for 常源浩, from the window to the second signature on one day; the number of its case. */
export async function grantedRestaurant(
  { atWindow, visitBy, findBy, signBy }: Acting,
  on: string,
  more: Partial<Asked> = {},
): Promise<string> {
  const asked = { itemId: 'MK-05', form: RESTAURANT, scope: { region: '110198', area: 200 }, ...more };
  const caseNo = caseNoOf(await atWindow(asked, `${on}T01:10:00.000Z`));
  const findings = { dedicatedRoom: true, siteChecked: true, siteOk: true, toiletIsolated: true };
  const hours = { fromAt: `${on}T02:00:00.000Z`, toAt: `${on}T03:00:00.000Z` };
  await visitBy(['mk-officer-1', 'mk-officer-2'], caseNo, { ...hours, findings });
  await findBy('mk-officer-1', caseNo, {}, `${on}T03:05:00.000Z`);
  await signBy('mk-officer-1', caseNo, { outcome: 'GRANT' }, `${on}T03:15:00.000Z`);
  const done = told(await signBy('mk-chief', caseNo, { outcome: 'GRANT' }, `${on}T04:15:00.000Z`));
  if (typeof done === 'string') throw new Error(done);
  return caseNo;
}
