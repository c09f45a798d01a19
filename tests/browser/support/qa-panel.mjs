// What tests do on the QA panel.
import { until } from './browser.mjs';

/** Resolves when the panel says that both devices show the same cart. */
export const devicesInStep = (page) =>
  until(
    page,
    () => document.querySelector('#in-step').textContent,
    (words) => words.startsWith('Both devices'),
    { timeout: 15_000 },
  );

/** The frame of device 1 or 2. */
export const deviceFrame = async (page, number) =>
  (await page.waitForSelector(`iframe[name=device-${number}]`)).contentFrame();

/** Adds one of a product in the shop that a frame shows. */
export async function addIn(frame, sku) {
  await frame.waitForSelector(`[data-add="${sku}"]`);
  await frame.$eval(`[data-add="${sku}"]`, (button) => button.click());
}
