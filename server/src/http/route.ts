import { Readable } from 'node:stream';
import { z } from 'zod';
import { isKeepable } from '../kernel/keepable.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Access, Caller } from './caller.ts';

/** What came in, before anything of it is believed. */
export interface Knock {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: Caller | undefined;
  readonly at: Instant;
  readonly requestId: string;
  /** The address of the client. */
  readonly address: string;
  /** By which name and port the client called us. */
  readonly host: string;
}

/** Bad input with the places where it is bad. */
export interface BadInput {
  readonly paths: readonly { readonly path: string; readonly message: string }[];
}

export type Reply =
  | { readonly kind: 'answer'; readonly body: unknown; readonly token?: string | null }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly mediaType: string }
  | ({ readonly kind: 'attachment' } & Attachment)
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'badInput'; readonly badInput: BadInput };

/** One way in. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** The command or question by its name in the contract. */
  readonly operationId: string;
  readonly summary: string;
  readonly access: Access;
  /** An act: needs a Request-Id, so that it is done once. */
  readonly isAct: boolean;
  readonly asks: z.ZodObject;
  readonly answer: z.ZodType | FileKind | 'attachment';
  /** The body is a file that comes as it is. */
  readonly takesFile?: boolean;
  readonly run: (knock: Knock) => Promise<Reply>;
}

/** What a document may be read as. */
export type FileKind = 'pdf' | 'ofd';

/** OFD has no registered type; this is the one that its readers register (GB/T 33190 names none). */
export const MEDIA_TYPES = { pdf: 'application/pdf', ofd: 'application/ofd' } as const satisfies Record<
  FileKind,
  string
>;

/** A file that people handed in: it is saved, never shown by the browser as a page of ours. */
export interface Attachment {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

/** A file instead of JSON. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
}

interface RouteOf<Asks extends z.ZodObject> {
  readonly method: Route['method'];
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly access: Access;
  readonly isAct?: boolean;
  /** `params`, `query` and `body`, as far as there are any. */
  readonly asks: Asks;
}

type Asked<Asks extends z.ZodObject> = Omit<Knock, 'params' | 'query' | 'body'> & z.output<Asks>;

/** A route that answers with JSON of the schema `answer`; what the schema does not name does not leave. */
export function route<Asks extends z.ZodObject, Answer extends z.ZodType>(
  of: RouteOf<Asks> & {
    readonly answer: Answer;
    readonly handle: (asked: Asked<Asks>) => Promise<z.input<Answer> | Refusal>;
  },
): Route {
  return {
    ...of,
    isAct: of.isAct ?? of.method === 'POST',
    run: (knock) =>
      withAsked(of.asks, knock, async (asked) => {
        const answer = await of.handle(asked);
        return isRefusal(answer) ? refused(answer) : { kind: 'answer', body: of.answer.parse(answer) };
      }),
  };
}

/** A route that opens (a token) or ends (null) the session of the one who asks. */
export function sessionRoute<Asks extends z.ZodObject, Answer extends z.ZodType>(
  of: RouteOf<Asks> & {
    readonly answer: Answer;
    readonly handle: (
      asked: Asked<Asks>,
    ) => Promise<{ readonly token: string | null; readonly body: z.input<Answer> } | Refusal>;
  },
): Route {
  return {
    ...of,
    isAct: false,
    run: (knock) =>
      withAsked(of.asks, knock, async (asked) => {
        const answer = await of.handle(asked);
        return isRefusal(answer)
          ? refused(answer)
          : { kind: 'answer', body: of.answer.parse(answer.body), token: answer.token };
      }),
  };
}

type FileRouteOf<Asks extends z.ZodObject> = RouteOf<Asks> & {
  readonly handle: (asked: Asked<Asks>) => Promise<FileAnswer | Refusal>;
};

/** A route that answers with a PDF. */
export function pdfRoute<Asks extends z.ZodObject>(of: FileRouteOf<Asks>): Route {
  return fileRoute('pdf', of);
}

/** A route that answers with an OFD. */
export function ofdRoute<Asks extends z.ZodObject>(of: FileRouteOf<Asks>): Route {
  return fileRoute('ofd', of);
}

function fileRoute<Asks extends z.ZodObject>(kind: FileKind, of: FileRouteOf<Asks>): Route {
  return {
    ...of,
    isAct: false,
    answer: kind,
    run: (knock) =>
      withAsked(of.asks, knock, async (asked) => {
        const answer = await of.handle(asked);
        return isRefusal(answer)
          ? refused(answer)
          : { kind: 'file', bytes: answer.bytes, mediaType: MEDIA_TYPES[kind] };
      }),
  };
}

/** A route that answers with a file that somebody handed in. */
export function attachmentRoute<Asks extends z.ZodObject>(
  of: RouteOf<Asks> & { readonly handle: (asked: Asked<Asks>) => Promise<Attachment | Refusal> },
): Route {
  return {
    ...of,
    isAct: false,
    answer: 'attachment',
    run: (knock) =>
      withAsked(of.asks, knock, async (asked) => {
        const answer = await of.handle(asked);
        return isRefusal(answer) ? refused(answer) : { kind: 'attachment', ...answer };
      }),
  };
}

/** A route that takes a file as its body, in pieces as they arrive. Unless it is an act, the same file sent again only waits twice. */
export function uploadRoute<Asks extends z.ZodObject, Answer extends z.ZodType>(
  of: RouteOf<Asks> & {
    readonly answer: Answer;
    readonly handle: (asked: Asked<Asks>, chunks: AsyncIterable<Uint8Array>) => Promise<z.input<Answer> | Refusal>;
  },
): Route {
  return {
    ...of,
    isAct: of.isAct ?? false,
    takesFile: true,
    run: ({ body, ...knock }) =>
      withAsked(of.asks, { ...knock, body: undefined }, async (asked) => {
        const answer = await of.handle(asked, body instanceof Readable ? body : Readable.from([]));
        return isRefusal(answer) ? refused(answer) : { kind: 'answer', body: of.answer.parse(answer) };
      }),
  };
}

function refused(refusal: Refusal): Reply {
  return { kind: 'refusal', refusal };
}

async function withAsked<Asks extends z.ZodObject>(
  schema: Asks,
  knock: Knock,
  answer: (asked: Asked<Asks>) => Promise<Reply>,
): Promise<Reply> {
  const { params, query, body, ...rest } = knock;
  const parts = Object.entries({ params, query, body }).filter(
    ([name, value]) => Object.hasOwn(schema.shape, name) || !isEmpty(value),
  );
  const broken = [...brokenTexts('params', params), ...brokenTexts('query', query)];
  if (broken.length > 0) return { kind: 'badInput', badInput: { paths: broken } };
  const parsed = z.safeParse(schema, Object.fromEntries(parts));
  if (!parsed.success) return { kind: 'badInput', badInput: { paths: parsed.error.issues.flatMap(pathsOf) } };
  return answer({ ...rest, ...parsed.data });
}

/** Texts of the address that the database cannot keep, such as a NUL; the body was looked at when it was read. */
function brokenTexts(part: string, values: unknown): BadInput['paths'] {
  return Object.entries(Object(values)).flatMap(([name, value]) =>
    typeof value === 'string' && !isKeepable(value)
      ? [{ path: `${part}.${name}`, message: 'a text that cannot be kept' }]
      : [],
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function pathsOf(issue: z.core.$ZodIssue): BadInput['paths'] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown field' }));
  }
  return [{ path: path.join('.'), message: issue.message }];
}
