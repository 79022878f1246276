import { existsSync, mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const SHELL = '/usr/bin/chromium-headless-shell';
/** The whole browser, where there is one: the shell has no camera to speak of. */
export const WHOLE = '/usr/bin/chromium';

/**
 * The system's own Chromium; nothing is downloaded and nothing is asked of the world outside. The shell without a window is
 * the same engine and opens a session in half the time.
 */
const launch = {
  executablePath: existsSync(SHELL) ? SHELL : WHOLE,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The password of every demonstration account. */
const PASSWORD = 'Liangqian-2026';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

interface Visit {
  readonly as?: string;
  readonly size?: typeof desk;
  /** By which name the server is called; browsers offer passkeys at `localhost`, and at no bare number. */
  readonly host?: string;
}

export interface Visitor {
  /** Opens an address in a fresh browser session, signed in when `as` names an account. */
  readonly visit: (path: string, how?: Visit) => Promise<Page>;
  /** Asks the server beside the screen, with the same session. */
  readonly sessions: () => readonly BrowserContext[];
}

/** Pictures for who looks at the screens: only where a folder is named. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Ticks every line of the agreement's checklist that the window has to look at. */
export async function checkAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认：受理' }).waitFor();
  for (const line of await page.locator('#checked').getByRole('checkbox').all()) await line.check();
}

/**
 * A browser for one test file. Every session is closed after its test, and a fault in a page fails the test. `whole` starts the
 * whole browser, told these words more.
 */
export function openBrowser(whole?: readonly string[]): Visitor {
  let browser: Browser;
  let sessions: BrowserContext[] = [];
  const faults: string[] = [];
  beforeAll(async () => {
    const args = [...launch.args, '--headless=new', ...(whole ?? [])];
    browser = await chromium.launch(whole === undefined ? launch : { ...launch, executablePath: WHOLE, args });
  });
  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());
  return {
    sessions: () => sessions,
    async visit(path, { as, size = desk, host } = {}) {
      const session = await browser.newContext({
        viewport: size,
        locale: 'zh-CN',
        baseURL: host === undefined ? inject('url') : inject('url').replace('127.0.0.1', host),
        reducedMotion: 'reduce',
      });
      sessions = [...sessions, session];
      session.setDefaultTimeout(30_000);
      if (as !== undefined) await signIn(session, as);
      const page = await session.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(path);
      return page;
    },
  };
}

async function signIn(session: BrowserContext, login: string): Promise<void> {
  const answer = await session.request.post('/api/session', {
    data: { login, password: PASSWORD },
    headers: { 'Request-Id': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** WCAG as far as a machine can tell: no violation at all. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without legacy mode every call opens another page to gather frames of other origins; there are none, and it takes thrice as long.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found).toEqual([]);
}

/** Nothing sticks out of the screen sideways. */
export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}
