/** What the public takes home of an item, as PDF in one language. */
export type GuideFile = 'guide-document' | 'blank-form' | 'sample-form';

/** Where it is read or saved from. */
export function guideFileAddress(itemId: string, file: GuideFile, language: 'zh' | 'en'): string {
  return `/api/items/${encodeURIComponent(itemId)}/${file}?language=${language}`;
}
