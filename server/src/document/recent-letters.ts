import { canonicalJson } from '../kernel/canonical.ts';
import { sha256Hex } from '../kernel/digest.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { LetterRenderer } from './document.ts';

/** A letter takes some 70 kB: the letters that are being signed just now fit in five megabytes. */
const LETTERS = 64;

/** Guides and forms that many ask for in the same hours; some 100 kB each. */
const SHEETS = 128;

/**
 * Renders each letter once while it is on the table: the officer is shown it, his signature is checked against it, and it
 * is sealed. The same content and instant give the same bytes anyway; rendering costs twenty times the rest of an act.
 */
export function rememberLetters(renderer: LetterRenderer, limit = LETTERS): LetterRenderer {
  return {
    renderPdf: remembered(renderer.renderPdf, limit),
    renderSheet: remembered(renderer.renderSheet, SHEETS),
    renderTwin: (pdf, facts) => renderer.renderTwin(pdf, facts),
    missingIn: (text) => renderer.missingIn(text),
    close: () => renderer.close(),
  };
}

function remembered<Content, Answer>(
  render: (content: Content, options: { readonly at: string }) => Promise<Answer>,
  limit: number,
): (content: Content, options: { readonly at: string }) => Promise<Answer> {
  const recent = new Map<string, Promise<Answer>>();
  return (content, { at }) => {
    const key = sha256Hex(canonicalJson({ content, at }));
    const known = recent.get(key);
    if (known !== undefined) return known;
    const rendered = render(content, { at });
    recent.set(key, rendered);
    // Neither a fault nor a full queue is remembered: the next one who asks may be luckier.
    rendered.then(
      (answer) => (isRefusal(answer) ? recent.delete(key) : true),
      () => recent.delete(key),
    );
    const [oldest] = recent.keys();
    if (recent.size > limit && oldest !== undefined) recent.delete(oldest);
    return rendered;
  };
}
