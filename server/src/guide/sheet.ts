import { z } from 'zod';
import { Item, type ItemVersion } from '../catalogue/catalogue.ts';
import { bilingual } from './english.ts';
import { materialsOf, MaterialSheet } from './sheet-materials.ts';
import { basisWords, nameIn, TimeSheet, timeOf, Words } from './sheet-words.ts';

/**
 * The guide 办事指南 of one version of an item as people read it, in both languages: whatever counter, website or terminal
 * shows it, it comes from here (R10). It holds everything that 许可法30 and 国令716 第6条 want published (R2).
 */
export const GuideSheet = z.object({
  itemId: z.string(),
  name: Words,
  summary: Words,
  /** How people call it; Chinese only, as it is said. */
  alsoCalled: z.array(z.string()),
  organ: Words,
  who: z.object({
    kinds: z.array(Words),
    conditions: z.array(z.object({ code: z.string(), text: Words, basis: Words })),
    bars: z.array(Words),
    inPerson: Words.nullable(),
    quantity: Words.nullable(),
  }),
  materials: MaterialSheet,
  time: TimeSheet,
  fee: z.object({
    free: z.boolean(),
    note: Words,
    lines: z.array(z.object({ name: Words, standard: Words, basis: Words, reduction: Words })),
  }),
  result: z.object({ document: Words, kind: Words, validity: Words, sample: Words, delivery: z.array(Words) }),
  where: z.object({
    windows: z.array(z.object({ name: Words, address: Words, hours: Words, phone: z.string() })),
    /** Each way in, and the ground of its own that closes it (R14). */
    channels: z.array(z.object({ name: Words, open: z.boolean(), why: Words })),
    online: Words,
    visits: z.object({ count: z.int(), reason: Words }),
    appointment: Words,
    area: Words,
    consultPhone: z.string(),
    complaintPhone: z.string(),
    complaintAddress: Words,
  }),
  course: z.object({ window: z.array(Words), online: z.array(Words) }),
  decides: z.object({
    signClass: z.string(),
    onTheSpot: z.boolean(),
    reason: Words,
    /** Why the organ keeps another class than the one that follows from the facts. */
    deviation: Words.nullable(),
  }),
  promise: Words.nullable(),
  tolerant: z.boolean(),
  bases: z.array(Words),
  points: z.array(Words),
  remedies: z.object({
    review: z.object({ organ: Words, address: Words, phone: z.string() }),
    suit: z.object({ organ: Words, address: Words, phone: z.string() }),
  }),
  faq: z.array(z.object({ question: Words, answer: Words })),
  asksSituation: z.boolean(),
});
export type GuideSheet = z.infer<typeof GuideSheet>;

/** Writes the guide of a version; `organ` is the name of its organ. */
export function guideSheet({ item }: Pick<ItemVersion, 'item'>, organ: Words): GuideSheet {
  const { intake, services } = item;
  const { review, suit } = services.remedies;
  return {
    itemId: item.id,
    name: { zh: item.name, en: item.nameEn },
    summary: item.plain.summary,
    alsoCalled: item.plain.alsoCalled,
    organ,
    who: whoOf(item),
    materials: materialsOf(item),
    time: timeOf(item),
    fee: {
      free: !item.fees.charged,
      note: bilingual(item.fees.note),
      lines: item.fees.lines.map(({ name, standard, basis, reduction }) => ({
        name,
        standard: bilingual(standard),
        basis: basisWords(basis),
        reduction: bilingual(reduction),
      })),
    },
    result: resultOf(item),
    where: whereOf(item),
    course: { window: services.flow.offline, online: services.flow.online },
    decides: {
      signClass: String(item.signClass),
      onTheSpot: item.decidableOnTheSpot,
      reason: bilingual(item.signReason),
      deviation: item.signing.deviation === null ? null : bilingual(item.signing.deviation),
    },
    promise: intake.promise.offered ? intake.promise.wording : null,
    tolerant: intake.tolerant,
    bases: item.power.legalBases.map(basisWords),
    points: item.reviewPoints.map(bilingual),
    remedies: {
      review: { organ: bilingual(review.organ), address: bilingual(review.address), phone: review.phone },
      suit: { organ: bilingual(suit.organ), address: bilingual(suit.address), phone: suit.phone },
    },
    faq: services.faq,
    asksSituation: item.situations.length > 0,
  };
}

function whoOf({ audience, intake }: Item): GuideSheet['who'] {
  const { kinds } = Item.shape.audience.shape;
  const { required, basis } = intake.personalPresence;
  return {
    kinds: audience.kinds.map((kind) => nameIn(kinds.element, kind)),
    conditions: intake.conditions.map(({ code, text, basis: ground }) => ({ code, text, basis: bilingual(ground) })),
    bars: intake.bars.map(({ cause, years, basis: ground }) => {
      const of = nameIn(Item.shape.intake.shape.bars.element.shape.cause, cause);
      const law = basisWords(ground);
      return {
        zh: `${of.zh}的，${years} 年内不再受理（${law.zh}）`,
        en: `${of.en}: no new application for ${years} ${years === 1 ? 'year' : 'years'} (${law.en})`,
      };
    }),
    inPerson: required ? (basis === null ? { zh: '必须本人到场', en: 'In person' } : basisWords(basis)) : null,
    quantity: intake.quantityLimit === null ? null : intake.quantityLimit.explain,
  };
}

function resultOf({ result }: Item): GuideSheet['result'] {
  const { kind, delivery } = Item.shape.result.shape;
  return {
    document: { zh: result.document, en: result.documentEn },
    kind: nameIn(kind, result.kind),
    validity: bilingual(result.validity),
    sample: { zh: result.sample, en: result.sample === '' ? '' : `Sample: ${result.documentEn}` },
    delivery: result.delivery.map((way) => nameIn(delivery.element, way)),
  };
}

function whereOf({ place, channels, online, visits, intake }: Item): GuideSheet['where'] {
  const { kind, closedBecause } = Item.shape.channels.element.shape;
  const { appointment, area } = Item.shape.intake.shape;
  return {
    windows: place.windows.map(({ name, address, hours, phone }) => ({
      name: bilingual(name),
      address: bilingual(address),
      hours: bilingual(hours),
      phone,
    })),
    channels: channels.map((channel) => ({
      name: nameIn(kind, channel.kind),
      open: channel.open,
      why: channel.open ? { zh: '', en: '' } : nameIn(closedBecause, channel.closedBecause),
    })),
    online: online.available
      ? nameIn(Item.shape.online.shape.depth, online.depth)
      : { zh: '不能网办', en: 'Not online' },
    visits: { count: visits.count, reason: bilingual(visits.reason) },
    appointment: nameIn(appointment, intake.appointment),
    area: nameIn(area, intake.area),
    consultPhone: place.consultPhone,
    complaintPhone: place.complaintPhone,
    complaintAddress: bilingual(place.complaintAddress),
  };
}
