import type { ProblemBody } from './model.ts';

/** The server answered and said no: by law (422), for want of rights (401, 403), or because something is missing (400, 404). */
export class Refused extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.code);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** No usable answer: nobody knows whether an act was done, so the same request id is sent again. */
export class Failed extends Error {
  readonly requestId: string | undefined;
  readonly status: number | undefined;

  constructor(status: number | undefined, requestId: string | undefined, cause?: unknown) {
    super(`no usable answer (${status ?? 'unreachable'})`, { cause });
    this.name = 'Failed';
    this.status = status;
    this.requestId = requestId;
  }
}

export interface Act {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly requestId: string;
  readonly csrfToken: string | undefined;
}

/** Asks the server; the address is relative to `/api`. */
export function ask<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return answerOf<Answer>(path, signal === undefined ? {} : { signal });
}

/** Asks for a file; a refusal is told like any other. */
export async function askFile(path: string): Promise<Blob> {
  const response = await answered(path, {});
  if (!response.ok) throw await refusalOf(response);
  return response.blob();
}

/** Sends one act. */
export function act<Answer>({ method, path, body, requestId, csrfToken }: Act): Promise<Answer> {
  const headers: Record<string, string> = { 'Request-Id': requestId };
  if (csrfToken !== undefined) headers['X-CSRF-Token'] = csrfToken;
  if (body === undefined) return answerOf<Answer>(path, { method, headers });
  headers['Content-Type'] = 'application/json';
  return answerOf<Answer>(path, { method, headers, body: JSON.stringify(body) });
}

/** Where a document is read as a file. */
export function documentAddress(documentHash: string): string {
  return `/api/documents/${encodeURIComponent(documentHash)}`;
}

/** Where a paper of the counter is printed. */
export function slipAddress(caseNo: string, slip: 'receipt' | 'delivery-receipt'): string {
  return `/api/cases/${encodeURIComponent(caseNo)}/${slip}`;
}

export function letterAddress(mandateNo: string): string {
  return `/api/mandates/${encodeURIComponent(mandateNo)}/letter.pdf`;
}

/** Where the sealed letter of a version of a mandate is read as a file. */
export function sealedLetterAddress(mandateNo: string, version: number, form: 'pdf' | 'ofd'): string {
  return `/api/mandates/${encodeURIComponent(mandateNo)}/versions/${version}/letter.${form}`;
}

/** Where the record of a decision on paper is read as a file. */
export function paperRecordAddress(caseNo: string): string {
  return `/api/cases/${encodeURIComponent(caseNo)}/paper-decision`;
}

async function answerOf<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await answered(path, init);
  if (!response.ok) throw await refusalOf(response);
  return parsed<Answer>(await response.text().catch(() => ''), response.status);
}

async function answered(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin', ...init }).catch(() => undefined);
  if (response === undefined) throw new Failed(undefined, undefined);
  return response;
}

async function refusalOf(response: Response): Promise<Refused | Failed> {
  const body = parsed<unknown>(await response.text().catch(() => ''), response.status);
  if (isProblem(body) && response.status < 500) return new Refused(body);
  return new Failed(response.status, isProblem(body) ? body.requestId : undefined);
}

/** The server's answers are checked by its own response schemas; the contract's types are believed here and only here. */
function parsed<Answer>(text: string, status: number): Answer {
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch (cause) {
    throw new Failed(status, undefined, cause);
  }
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body && 'requestId' in body;
}
