/** XML of OFD packages, written and never read here: every text goes through `escapeXml`. */

export const OFD_NAMESPACE = 'http://www.ofdspec.org/2016';

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as it stands in element content and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITY[character] ?? character);
}

export function xmlFile(root: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}`, 'utf8');
}
