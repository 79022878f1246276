import type { FastifySchema } from 'fastify';
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { z } from 'zod';
import { Problem } from './problem.ts';
import { MEDIA_TYPES, type Route } from './route.ts';

/** What the contract says of itself. */
export function describeContract(): NonNullable<FastifyDynamicSwaggerOptions['openapi']> {
  return {
    openapi: '3.1.0',
    info: {
      title: '两签 Liangqian',
      version: '0.1.0',
      description:
        'Every act names its command. An act carries `Request-Id`, a fresh UUID: sent again unchanged it is answered with the first answer and done once. ' +
        'Signed in, every change carries `X-CSRF-Token` from `GET /api/session`. A refusal says the rule, the article and what one can do.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'liangqian' } },
    },
  };
}

/** The route as the contract describes it. */
export function contractSchema(one: Route): FastifySchema & { readonly operationId: string } {
  const { params, query, body } = one.asks.shape;
  const headers = headersOf(one);
  return {
    operationId: one.operationId,
    summary: one.summary,
    tags: [one.path.split('/')[1] ?? ''],
    ...(one.takesFile === true ? { consumes: ['application/octet-stream'] } : {}),
    ...(one.access === 'anybody' ? {} : { security: [{ session: [] }], description: describeAccess(one) }),
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(one.takesFile === true ? { body: z.string().meta({ format: 'binary' }) } : {}),
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
    response: { 200: successOf(one), ...problemsOf(one) },
  };
}

function successOf({ answer }: Route): unknown {
  const schema = z.string().meta({ format: 'binary' });
  switch (answer) {
    case 'pdf':
    case 'ofd':
      return { description: 'The document', content: { [MEDIA_TYPES[answer]]: { schema } } };
    case 'attachment':
      return { description: 'The file, to be saved', content: { 'application/octet-stream': { schema } } };
    default:
      return answer;
  }
}

function describeAccess({ access }: Route): string {
  return typeof access === 'string' ? 'Anybody who is signed in.' : `Open to: ${access.join(', ')}.`;
}

function headersOf(one: Route): z.ZodObject | undefined {
  const requestId = one.isAct ? { 'request-id': z.uuid().describe('A fresh UUID; the act is done once') } : {};
  const forged = one.method !== 'GET' && one.access !== 'anybody' ? { 'x-csrf-token': z.string() } : {};
  const shape = { ...requestId, ...forged };
  return Object.keys(shape).length === 0 ? undefined : z.object(shape);
}

const MEANINGS = {
  400: 'The input does not fit; `paths` says where',
  401: 'Not signed in, or the session has ended',
  403: 'Not for this caller',
  404: 'Nothing to see there for this caller',
  409: 'Somebody was faster, or the request id belongs to another act',
  413: 'Larger than 1 MB, or than one file may be',
  415: 'Neither application/json nor a file where one is taken',
  422: 'The law says no: rule, article and remedy are in the body',
  500: 'A fault of the server; the same request id may be sent again',
} as const;

type ProblemStatus = keyof typeof MEANINGS;

/** The answers that a caller of this route must be ready for. */
function problemsOf(one: Route): Readonly<Record<string, unknown>> {
  const isChange = one.method !== 'GET';
  const statuses: readonly ProblemStatus[] = [
    400,
    ...(one.access === 'anybody' && !isChange ? [] : ([401, 403] as const)),
    ...(one.path.includes(':') ? ([404] as const) : []),
    ...(isChange ? ([409, 413, 415, 422] as const) : []),
    500,
  ];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: MEANINGS[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}
