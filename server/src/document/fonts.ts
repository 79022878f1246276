import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as fontkit from 'fontkit';

/** A further face that the office installs, such as its licensed 仿宋_GB2312 or a font with rare characters for names. */
export interface ExtraFont {
  readonly family: string;
  readonly file: string;
}

const FILES = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  serifBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
} as const;

const resolve = createRequire(import.meta.url).resolve;

/** The directories from which Typst takes its faces: three weights only, so that the first letter is not slow. */
export function fontDirectories(extra: readonly ExtraFont[]): readonly string[] {
  return [...Object.values(FILES).map((file) => dirname(resolve(file))), ...extra.map((font) => dirname(font.file))];
}

/**
 * Tells which characters of a text no face can print. Typst leaves a hole without a word, and a hole in a name or an
 * amount changes what the letter says.
 */
export function glyphCoverage(extra: readonly ExtraFont[]): (text: string) => readonly string[] {
  const base = Object.values(FILES).map((file) => open(resolve(file)));
  const more = extra.map((font) => open(font.file));
  return (text) => {
    const characters = new Set(text);
    return [...characters].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20) return true;
      return (
        !base.every((font) => font.hasGlyphForCodePoint(code)) && !more.some((font) => font.hasGlyphForCodePoint(code))
      );
    });
  };
}

function open(file: string): fontkit.Font {
  const font = fontkit.openSync(file);
  if ('fonts' in font) throw new Error(`${file} is a collection; a single face is needed`);
  return font;
}
