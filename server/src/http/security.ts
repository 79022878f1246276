import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { httpRefusals } from './refusals.ts';

/** The browser application is our own and nothing else; its components write their styles while they run. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': POLICY,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
} as const;

/** Puts the security headers on every answer, and keeps answers of the interface out of every cache. */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
}

/** A change comes from our own pages, or from a program that is no browser and says no origin at all. */
export function checkOrigin(request: FastifyRequest, publicUrl: string): Refusal | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const site = request.headers['sec-fetch-site'];
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const isOwn = isOwnOrigin(request.headers.origin, request.headers.host, publicUrl);
  return isForeignSite || !isOwn ? refuse(httpRefusals, 'other-origin') : undefined;
}

function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(publicUrl).origin;
}
