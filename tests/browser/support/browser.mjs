// Chromium as a shopper has it, with a watch on everything a clean page must not do.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

export const VIEW = {
  phone: { width: 390, height: 844, hasTouch: false },
  desk: { width: 1280, height: 900 },
};

/** A fresh browser; `close()` ends it and removes its profile. */
export async function launch() {
  const executablePath = process.env.CHROMIUM ?? CHROMIUM.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium here: ./dev browsers installs it');
  const userDataDir = mkdtempSync(join(tmpdir(), 'sealcart-browser-'));
  const browser = await puppeteer.launch({ executablePath, args: FLAGS, userDataDir });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Undefined where there is none; ./dev browsers installs it. */
export async function launchFirefox() {
  const executablePath = process.env.FIREFOX ?? FIREFOX.find((path) => existsSync(path));
  return executablePath && puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
}

/**
 * A page of `context` (a browser context is a device of its own). `problems` collects console
 * errors, exceptions, refusals by the policy and requests that leave the shop's two origins.
 */
export async function openPage(context, shop, { view = VIEW.desk, scheme = 'light' } = {}) {
  const page = await context.newPage();
  await page.setViewport(view);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  page.problems = [];
  page.setDefaultTimeout(10_000);
  const say = (text) => {
    page.problems.push(text);
    if (process.env.SEALCART_VERBOSE) console.log(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') say(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => say(`exception: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const ours = origin === shop.origin || origin === shop.sealOrigin;
    if (!ours && protocol !== 'data:' && protocol !== 'blob:') say(`external: ${request.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return page;
}

/** Polls `read` in the page until `isThere(value)`; returns the ms it took. */
export async function until(
  page,
  read,
  isThere,
  { timeout = 5000, what = String(read), args = [] } = {},
) {
  const started = performance.now();
  for (;;) {
    const value = await page.evaluate(read, ...args);
    if (isThere(value)) return performance.now() - started;
    if (performance.now() - started > timeout)
      throw new Error(`after ${timeout} ms still ${JSON.stringify(value)}: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
