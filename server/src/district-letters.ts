import { type Item, type ItemView, personalInstrumentOf, regionName, versionInForce } from './catalogue/catalogue.ts';
import { type Register } from './journal/register.ts';
import { StartFault } from './kernel/start-fault.ts';
import type { Clock } from './kernel/time.ts';
import { type LetterPlace } from './seal/case-letters.ts';

/** The fictional district of the demonstration, which GB/T 2260 does not know. */
const DEMO_DISTRICT = { code: '110198', name: '云河区' };

/** Rows of GB/T 2260 that only gather others: no organ bears their name. */
const COLLECTIVE = /直辖县级行政区划$|^市辖区$|^县$/;

/** Refuses the start for a district whose organs no letter could name (R67–R70): one that GB/T 2260 does not have, or no district. */
export function requireDistrict(realm: string): void {
  const name = regionName(realm);
  const isDistrict = name !== undefined && !COLLECTIVE.test(name) && !realm.endsWith('0000');
  if (isDistrict || realm === DEMO_DISTRICT.code) return;
  throw new StartFault({
    zh: `设置 LIANGQIAN_REALM "${realm}" 应为 GB/T 2260 中一个县、区或者市的六位代码。`,
    en: `The setting LIANGQIAN_REALM "${realm}" should be the six digits of a county, district or city in GB/T 2260.`,
  });
}

/** The name of the district `realm` and of the city or province that its vertical organs belong to (GB/T 2260). */
export function divisionNames(realm: string): { readonly district: string; readonly above: string } {
  const district = realm === DEMO_DISTRICT.code ? DEMO_DISTRICT.name : (regionName(realm) ?? '本区');
  const city = `${realm.slice(0, 4)}00`;
  const cityName = city === realm ? undefined : regionName(city);
  // A city itself, districts of a municipality, and counties that no city governs stand under the province at once.
  const isUnderCity = cityName !== undefined && !COLLECTIVE.test(cityName);
  const above = isUnderCity ? cityName : (regionName(`${realm.slice(0, 2)}0000`) ?? '上级');
  return { district, above };
}

/** What letters say of the place: who governs, who reviews, where to ask (R67–R70), by the names of the division. */
export function letterPlace(
  { realm, publicUrl, reviewUrl }: { readonly realm: string; readonly publicUrl: string; readonly reviewUrl: string },
  items: Register<ItemView>,
  clock: Clock,
): LetterPlace {
  const { district, above } = divisionNames(realm);
  return {
    government: `${district}人民政府`,
    court: `${district}人民法院`,
    onlineReviewUrl: reviewUrl,
    superiors: {
      TX: `国家税务总局${above}税务局`,
      FR: `${above}消防救援局`,
      TB: `${above}烟草专卖局`,
      HF: `${above.replace(/市$/, '')}住房公积金管理中心`,
    },
    enquiry: `办理进度可凭办件编号在${district}政务服务平台查询，对办理有意见可拨打12345。`,
    verification: (docNo) => ({ code: docNo, url: `${publicUrl}/verify?no=${encodeURIComponent(docNo)}` }),
    isLicence: (itemId) => itemInForce(items, itemId, clock)?.typeCode === '01',
    paperInstrument(itemId) {
      const item = itemInForce(items, itemId, clock);
      return item === undefined ? undefined : personalInstrumentOf(item);
    },
  };
}

function itemInForce(items: Register<ItemView>, itemId: string, clock: Clock): Item | undefined {
  const held = items.get(`item/${itemId}`);
  return held === undefined ? undefined : versionInForce(held.view, clock.now())?.item;
}
