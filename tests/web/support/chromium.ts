// A real Chromium and the two origins of web-server.ts, for the tests that need a browser.
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { LogServer } from './log-server.js';
import { serve, type Origins } from './web-server.js';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? candidates.find((path) => existsSync(path));
export const skip = executablePath ? false : 'no Chromium here; ./dev browsers installs it';
const packageDir = process.env['SEALCART_DIST'] ?? '';
const sealDir = process.env['SEALCART_SEAL_SITE'] ?? '';

let browser: Browser;
export let log: LogServer;
export let origins: Origins;
before(async () => {
  if (!executablePath) return;
  const args = ['--no-sandbox', '--disable-gpu'];
  browser = await puppeteer.launch({ executablePath, args, headless: true });
});
after(() => browser?.close());

export interface Tab {
  readonly page: Page;
  readonly complaints: string[];
}

export async function scene<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  log = new LogServer();
  origins = await serve(log, packageDir, sealDir);
  const context = await browser.createBrowserContext();
  try {
    return await work(context);
  } finally {
    await context.close();
    origins.stop();
  }
}

export async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const expected = /ERR_CONNECTION|ERR_EMPTY|Failed to load resource|ERR_INCOMPLETE/.test(text);
    if (message.type() !== 'log' && !expected) complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(origins.shop);
  return { page, complaints };
}

/** Runs in the page with `cart` and the package's modules at hand. */
export function inPage<T>(page: Page, body: string): Promise<T> {
  return page.evaluate(`(async () => { ${body} })()`) as Promise<T>;
}
export const OPEN = `
  const { createCart, CartError } = await import('/sealcart/index.js');
  const cart = globalThis.cart ??= await createCart({ store: 'test' });
`;
export const lines = (page: Page) =>
  inPage<[string, number][]>(
    page,
    'return cart.getSnapshot().lines.map(({ sku, quantity }) => [sku, quantity]);',
  );
export const state = (page: Page) => inPage<string>(page, 'return cart.getSnapshot().sync.state;');
/** Asks until it is so, at most five seconds. */
export async function eventually(what: () => Promise<boolean>, name: string): Promise<void> {
  for (const deadline = performance.now() + 5_000; !(await what());) {
    if (performance.now() > deadline) throw new Error(`${name} did not come to pass`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
