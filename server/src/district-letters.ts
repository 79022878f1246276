import { type Item, type ItemView, personalInstrumentOf, versionInForce } from './catalogue/catalogue.ts';
import { type Register } from './journal/register.ts';
import type { Clock } from './kernel/time.ts';
import { type LetterPlace } from './seal/case-letters.ts';

/** What letters say of the place: who governs, who reviews, where to ask (R67–R70). The names are the fictional district's. */
export function letterPlace(
  { publicUrl, reviewUrl }: { readonly publicUrl: string; readonly reviewUrl: string },
  items: Register<ItemView>,
  clock: Clock,
): LetterPlace {
  return {
    government: '云河区人民政府',
    court: '云河区人民法院',
    onlineReviewUrl: reviewUrl,
    superiors: {
      TX: '国家税务总局北京市税务局',
      FR: '北京市消防救援局',
      TB: '北京市烟草专卖局',
      HF: '北京住房公积金管理中心',
    },
    enquiry: '办理进度可凭办件编号在云河区政务服务平台查询，对办理有意见可拨打12345。',
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
