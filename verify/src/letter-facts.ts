/** What a letter of this program says of itself to programs: `name=value` in the keywords of its metadata. */
export interface LetterFacts {
  readonly docNo?: string;
  /** One of the kinds of letters, such as `grantDecision` or `mandateLetter`. */
  readonly kind?: string;
  /** Of a mandate's own letter: the number, the version and the SM3 of the record that is enforced. */
  readonly mandate?: MandateFacts;
}

export interface MandateFacts {
  readonly mandateNo: string;
  readonly version: number;
  readonly hash: string;
}

/** The keywords as one text: written as XML, parted by a comma and a space. */
export function keywordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(', ').map(unescaped);
}

/** The facts among the keywords, as a part of a verdict; empty where there are none. */
export function letterPart(keywords: readonly string[]): { readonly letter?: LetterFacts } {
  const docNo = valueOf(keywords, 'no');
  const kind = valueOf(keywords, 'kind');
  const mandate = mandateOf(valueOf(keywords, 'mandate'));
  if (docNo === undefined && kind === undefined) return {};
  return {
    letter: {
      ...(docNo === undefined ? {} : { docNo }),
      ...(kind === undefined ? {} : { kind }),
      ...(mandate === undefined ? {} : { mandate }),
    },
  };
}

function valueOf(keywords: readonly string[], name: string): string | undefined {
  return keywords.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1, 400);
}

function mandateOf(value: string | undefined): MandateFacts | undefined {
  const [, mandateNo, version, hash] = /^(\S{1,64}) (\d{1,6}) ([0-9a-f]{64})$/.exec(value ?? '') ?? [];
  if (mandateNo === undefined || version === undefined || hash === undefined) return undefined;
  return { mandateNo, version: Number(version), hash };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
