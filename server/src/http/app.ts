import { Readable } from 'node:stream';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { checkRequestToken, sessionCookie } from '../identity/identity.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Log } from '../kernel/log.ts';
import type { Platform } from '../platform.ts';
import { type Access, type Caller, checkAccess, findCaller } from './caller.ts';
import { contractSchema, describeContract } from './contract.ts';
import { readJson } from './json-body.ts';
import { serveLicenceStatus } from './licence-status.ts';
import { serveLog } from './log-tiles.ts';
import { problemOf } from './problem.ts';
import { type HttpRefusalCode, httpRefusals } from './refusals.ts';
import type { Attachment, Reply, Route } from './route.ts';
import { checkOrigin, securityHeaders } from './security.ts';
import type { Demo } from './identity.ts';
import { allRoutes } from './routes.ts';

export interface HttpOptions {
  readonly log: Log;
  /** Where the built browser application lies; undefined serves the interface alone. */
  readonly webRoot?: string | undefined;
  /** Sign-ins to be shown where the platform is a demonstration. */
  readonly demo?: Demo | undefined;
  /** Addresses of the proxies in front, whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** Fresh numbers for requests. */
  readonly requestId: () => string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access;
  }
}

/** One megabyte: an application is words and references; files go another way. */
const BODY_LIMIT = 1_048_576;

/** The HTTP door over the platform: `/api` and the browser application. */
export async function buildHttp(platform: Platform, options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: options.requestId,
    requestIdHeader: false,
    forceCloseConnections: true,
    // Whose word about the client's address counts; nobody's unless the operator says so, for any client can claim one.
    trustProxy: [...(options.trustedProxies ?? [])],
    // An address that is no address never reaches a route or the handlers below.
    frameworkErrors: (error, request, reply) => answerFault(options.log, error, request, reply),
  });
  app.addHook('onRoute', ({ url, config, schema }) => {
    if (!url.startsWith('/api')) return;
    const isWhole = config?.access !== undefined && schema?.response !== undefined && schema.operationId !== undefined;
    if (!isWhole) throw new Error(`the route ${url} lacks access, schema or response schema`);
  });
  await app.register(fastifyCookie);
  await app.register(fastifySwagger, {
    openapi: describeContract(),
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  readBodies(app);
  securityHeaders(app);
  app.setErrorHandler<FastifyError>((error, request, reply) => answerFault(options.log, error, request, reply));
  // The schemas describe; `route.ts` checks with the very same schemas, so that nothing is checked twice.
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  const door: Door = { platform, options, isSecure: platform.publicUrl.startsWith('https:') };
  for (const one of allRoutes(platform, options.demo)) open(app, door, one);
  serveLog(app, platform);
  serveLicenceStatus(app, platform);
  await serveWeb(app, options.webRoot);
  return app;
}

interface Door {
  readonly platform: Platform;
  readonly options: HttpOptions;
  readonly isSecure: boolean;
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    const read = readJson(typeof body === 'string' ? Buffer.from(body) : body);
    if (read.isJson) done(null, read.value);
    else done(Object.assign(new Error('malformed JSON'), { statusCode: 400 }));
  });
  // A file is never read here: the route takes it in pieces, and whoever may not send one is answered before.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

function open(app: FastifyInstance, door: Door, one: Route): void {
  app.route({
    method: one.method,
    url: `/api${one.path}`,
    config: { access: one.access },
    schema: contractSchema(one),
    handler: (request, reply) => answer(door, one, request, reply),
  });
}

async function answer(door: Door, one: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const at = door.platform.clock.now();
  const caller = await callerAt(door, request, at);
  const refusal =
    checkOrigin(request, door.platform.publicUrl) ??
    checkSession(one, caller) ??
    checkAccess(one.access, isRefusal(caller) ? undefined : caller) ??
    checkForgery(request, isRefusal(caller) ? undefined : caller) ??
    checkRequestId(one, request);
  if (refusal !== undefined) return sendRefusal(request, reply, refusal);
  const { params, query, body } = request;
  const known = isRefusal(caller) ? undefined : caller;
  const requestId = headerOf(request, 'request-id') ?? request.id;
  const made = await one.run({
    params,
    query,
    body,
    caller: known,
    at,
    requestId,
    address: request.ip,
    host: request.host,
  });
  return send(door, request, reply, made);
}

async function callerAt(door: Door, request: FastifyRequest, at: string): Promise<Caller | Refusal | undefined> {
  const token = request.cookies[sessionCookie(door.isSecure).name];
  return token === undefined || token === '' ? undefined : findCaller(door.platform, token, at);
}

/** An ended session is told as such where a session is needed; elsewhere one is simply a stranger again. */
function checkSession(one: Route, caller: Caller | Refusal | undefined): Refusal | undefined {
  return isRefusal(caller) && one.access !== 'anybody' ? caller : undefined;
}

function checkForgery(request: FastifyRequest, caller: Caller | undefined): Refusal | undefined {
  const isChange = request.method !== 'GET' && request.method !== 'HEAD';
  if (!isChange || caller === undefined || request.routeOptions.config.access === 'anybody') return undefined;
  return checkRequestToken(caller.token, headerOf(request, 'x-csrf-token'));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function checkRequestId(one: Route, request: FastifyRequest): Refusal | undefined {
  const isGiven = UUID.test(headerOf(request, 'request-id') ?? '');
  return one.isAct && !isGiven ? refuse(httpRefusals, 'request-id-missing') : undefined;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function send(door: Door, request: FastifyRequest, reply: FastifyReply, made: Reply): FastifyReply {
  switch (made.kind) {
    case 'answer':
      setSession(door, reply, made.token);
      return reply.send(made.body);
    case 'file':
      return reply
        .header('content-type', made.mediaType)
        .header('content-disposition', 'inline')
        .header('content-security-policy', "default-src 'none'; frame-ancestors 'self'")
        .header('x-frame-options', 'SAMEORIGIN')
        .send(Buffer.from(made.bytes));
    case 'attachment':
      return sendAttachment(reply, made);
    case 'refusal':
      return sendRefusal(request, reply, made.refusal);
    case 'badInput':
      return sendRefusal(request, reply, refuse(httpRefusals, 'bad-input'), made.badInput.paths);
    default:
      return made satisfies never;
  }
}

/** What strangers sent in never becomes a page of ours: it is saved under its name, and runs nothing (RFC 6266). */
function sendAttachment(reply: FastifyReply, { chunks, size, mediaType, name }: Attachment): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-length', size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Readable.from(chunks, { objectMode: false }));
}

function setSession(door: Door, reply: FastifyReply, token: string | null | undefined): void {
  const { name, options } = sessionCookie(door.isSecure);
  if (token === null) reply.clearCookie(name, options);
  else if (token !== undefined) reply.setCookie(name, token, options);
}

function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  paths?: readonly { readonly path: string; readonly message: string }[],
): FastifyReply {
  const problem = problemOf(refusal, request.id, paths === undefined ? undefined : [...paths]);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

const codeOfError: Readonly<Record<string, HttpRefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  // PostgreSQL’s full disk (disk_full), and the file system’s own.
  53100: 'disk-full',
  ENOSPC: 'disk-full',
};

/** What never reached a route is bad input; everything else is a fault of ours, told by its number only. */
function answerFault(log: Log, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = codeOfError[error.code];
  if (known === 'disk-full') log.error({ requestId: request.id, alarm: known }, 'the disk is full');
  if (known !== undefined) return sendRefusal(request, reply, refuse(httpRefusals, known));
  if ((error.statusCode ?? 500) < 500) return sendRefusal(request, reply, refuse(httpRefusals, 'malformed-request'));
  const { operationId } = request.routeOptions.schema ?? {};
  log.error({ requestId: request.id, operationId, ...traceOf(error) }, 'request failed');
  return sendRefusal(request, reply, refuse(httpRefusals, 'fault'));
}

/** Where it failed. What a database or a parser says may quote what somebody sent, so only our own words are kept. */
function traceOf(error: FastifyError): object {
  const { name, message, code, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const isOwn = name === 'Error' || name === 'TypeError';
  return { fault: name, code, frames, ...(isOwn ? { message } : {}) };
}

/** Every address outside `/api` is a page of the browser application, which knows its own addresses. */
async function serveWeb(app: FastifyInstance, webRoot: string | undefined): Promise<void> {
  if (webRoot !== undefined) await app.register(fastifyStatic, { root: webRoot, index: 'index.html' });
  app.setNotFoundHandler((request, reply) => {
    const isPage = webRoot !== undefined && request.method === 'GET' && !/^\/api(\/|\?|$)/.test(request.url);
    return isPage ? reply.sendFile('index.html') : sendRefusal(request, reply, refuse(httpRefusals, 'no-such-page'));
  });
}
