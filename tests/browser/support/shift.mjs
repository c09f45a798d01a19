// How far things move by themselves: the shifts without a click or key just before them, summed up
// from the very first frame on.
const SETTLE_MS = 500;

/** To be called before the page is opened. */
export const countShifts = (page) =>
  page.evaluateOnNewDocument(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

export async function shifted(page) {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return page.evaluate(() => window.shift);
}
