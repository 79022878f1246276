import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Relative links of a Markdown file that lead nowhere. */
export function findDeadLinks(document: Document, root: string): readonly string[] {
  const prose = document.text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('#'))
    .filter((target) => !existsSync(join(root, normalize(join(dirname(document.path), target.split('#')[0] ?? '')))))
    .map((target) => `${document.path} links to ${target}`);
}

/** The commands in the shell fences of a Markdown file, without comments. */
export function commandsOf(document: Document): readonly string[] {
  return [...document.text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)]
    .flatMap(([, body = '']) => body.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Places of one machine that stand in a file: somebody's home, the checkout itself, a package host. */
export function findMachinePlaces(document: Document, places: readonly string[]): readonly string[] {
  const homes = [...document.text.matchAll(/(?<![\w.])\/(?:home|Users)\/[a-z][\w-]*\//g)].map(([found]) => found);
  const named = places.filter((place) => place !== '' && document.text.includes(place));
  return [...new Set([...homes, ...named])].map((place) => `${document.path} names ${place}`);
}
