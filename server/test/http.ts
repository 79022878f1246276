import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type DemoDistrict, readDemoDistrict } from '../src/demo-district.ts';
import { DEMO_PIN } from '../src/demo-district.ts';
import { buildHttp } from '../src/http/app.ts';
import { openLog } from '../src/kernel/log.ts';
import type { PlatformOptions } from '../src/platform.ts';
import { type TestDistrict, testDistrict } from './platform.ts';

export interface Answer {
  readonly status: number;
  /** The JSON of the answer; read loosely, since the contract test already holds its shape. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Somebody at a browser. */
export interface Visitor {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly cookie: string;
  readonly csrfToken: string;
}

export interface HttpDistrict extends TestDistrict {
  readonly http: FastifyInstance;
  readonly signIn: (login: string) => Promise<Visitor>;
  readonly stranger: Visitor;
}

const demo = readDemoDistrict();
const PASSWORD = demo.people.demoSignIns[0]?.password ?? '';

/** The demo district behind its HTTP door, without a network in between. */
export async function httpDistrict(
  startAt: string,
  change?: (demo: DemoDistrict) => DemoDistrict,
  options?: Partial<PlatformOptions>,
): Promise<HttpDistrict> {
  const district = await testDistrict(startAt, change, options);
  const log = openLog('error');
  const http = await buildHttp(district.platform, {
    log,
    demo: { signIns: demo.people.demoSignIns, pin: DEMO_PIN },
    requestId: randomUUID,
  });
  await http.ready();
  return {
    ...district,
    http,
    stranger: visitor(http, '', ''),
    async signIn(login) {
      const answer = await http.inject({
        method: 'POST',
        url: '/api/session',
        payload: { login, password: PASSWORD },
      });
      const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      return visitor(http, cookie, answer.json().csrfToken);
    },
    async close() {
      await http.close();
      await district.close();
    },
  };
}

function visitor(http: FastifyInstance, cookie: string, csrfToken: string): Visitor {
  async function ask(method: 'GET' | 'POST', path: string, body?: unknown, headers?: Readonly<Record<string, string>>) {
    const answer = await http.inject({
      method,
      url: `/api${path}`,
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      headers: {
        ...(cookie === '' ? {} : { cookie, 'x-csrf-token': csrfToken }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'request-id': randomUUID() } : {}),
        ...headers,
      },
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload, headers: answer.headers };
  }
  return {
    cookie,
    csrfToken,
    get: (path) => ask('GET', path),
    post: (path, body, headers) => ask('POST', path, body, headers ?? {}),
  };
}
