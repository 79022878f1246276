import { z } from 'zod';
import { applicationRefusals } from '../application/refusals.ts';
import { itemStream, type PublishedVersion, versionInForce } from '../catalogue/catalogue.ts';
import { printedForm, type PrintedSheet, printedGuide, type SheetLanguage } from '../document/document.ts';
import { guideSheet } from '../guide/guide.ts';
import { findOrgan } from '../identity/actions.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import { pdfRoute, type Route } from './route.ts';

const Params = z.strictObject({ itemId: z.string().max(20) });
const Query = z.strictObject({ language: z.enum(['zh', 'en']).default('zh') });

/** What anybody may take home: the guide, the blank form and a sample of it, as PDF without seal. */
export function guidePrintRoutes(platform: Platform): readonly Route[] {
  const printed = (of: {
    readonly path: string;
    readonly operationId: string;
    readonly summary: string;
    readonly sheet: (version: PublishedVersion, organ: Organ, language: SheetLanguage) => PrintedSheet;
  }): Route =>
    pdfRoute({
      method: 'GET',
      path: `/items/:itemId/${of.path}`,
      operationId: of.operationId,
      summary: of.summary,
      access: 'anybody',
      asks: z.strictObject({ params: Params, query: Query }),
      async handle({ params, query, at }) {
        const version = inForce(platform, params.itemId, at);
        if (version === undefined) return refuse(applicationRefusals, 'unknown-item', params);
        const sheet = of.sheet(version, organOf(platform, version), query.language);
        const rendered = await platform.renderer.renderSheet(sheet, { at: version.effectiveFrom });
        return isRefusal(rendered) ? rendered : { bytes: rendered.pdf };
      },
    });
  return [
    printed({
      path: 'guide-document',
      operationId: 'getGuideDocument',
      summary: 'The guide 办事指南 in force, in one language, as PDF',
      sheet: (version, organ, language) =>
        printedGuide(
          guideSheet(version, organ),
          { version: version.version, hash: version.hash, effectiveOn: dateInChina(version.effectiveFrom) },
          language,
        ),
    }),
    printed({
      path: 'blank-form',
      operationId: 'getBlankForm',
      summary: 'The application form 空表 to be filled in by hand, as PDF',
      sheet: ({ item, version }, organ, language) =>
        printedForm(item, { organ, version }, { language, isSample: false }),
    }),
    printed({
      path: 'sample-form',
      operationId: 'getSampleForm',
      summary: 'The application form filled in as a sample 样表 with invented persons, as PDF',
      sheet: ({ item, version }, organ, language) =>
        printedForm(item, { organ, version }, { language, isSample: true }),
    }),
  ];
}

interface Organ {
  readonly zh: string;
  readonly en: string;
}

function inForce(platform: Platform, itemId: string, at: Instant): PublishedVersion | undefined {
  const held = platform.items.get(itemStream(itemId));
  return held === undefined ? undefined : versionInForce(held.view, at);
}

function organOf({ identity }: Platform, { item }: PublishedVersion): Organ {
  const organ = findOrgan(identity, item.dept);
  return { zh: organ?.name ?? item.dept, en: organ?.nameEn ?? item.dept };
}
