import { canonicalJson } from '../kernel/canonical.ts';
import { sha256Hex } from '../kernel/digest.ts';
import type { LetterRenderer } from './document.ts';

/** A letter takes some 70 kB: the letters that are being signed just now fit in five megabytes. */
const LETTERS = 64;

type Rendered = ReturnType<LetterRenderer['renderPdf']>;

/**
 * Renders each letter once while it is on the table: the officer is shown it, his signature is checked against it, and it
 * is sealed. The same content and instant give the same bytes anyway; rendering costs twenty times the rest of an act.
 */
export function rememberLetters(renderer: LetterRenderer, limit = LETTERS): LetterRenderer {
  const recent = new Map<string, Rendered>();
  return {
    renderPdf(content, { at }) {
      const key = sha256Hex(canonicalJson({ content, at }));
      const known = recent.get(key);
      if (known !== undefined) return known;
      const rendered = renderer.renderPdf(content, { at });
      recent.set(key, rendered);
      // A fault is not remembered: the next one who asks may be luckier.
      rendered.catch(() => recent.delete(key));
      const [oldest] = recent.keys();
      if (recent.size > limit && oldest !== undefined) recent.delete(oldest);
      return rendered;
    },
    renderTwin: (pdf, facts) => renderer.renderTwin(pdf, facts),
    missingIn: (text) => renderer.missingIn(text),
    close: () => renderer.close(),
  };
}
