// The card form inside the frame of the payment origin, by its standard autofill names.

const DETAILS = { 'cc-exp': '1230', 'cc-csc': '123', 'cc-name': 'Ada Lovelace' };

/** Fills in the form by clicking each field. */
export async function fillCard(page, frame, number) {
  for (const [name, value] of Object.entries({ 'cc-number': number, ...DETAILS })) {
    const field = await frame.$(`[autocomplete="${name}"]`);
    if (!field) continue;
    await field.click({ clickCount: 3 });
    await field.type(value);
  }
}

/** The same with the keyboard alone; the focus is on the frame's first field. */
export async function typeCard(page, number) {
  const frame = await (await page.$('.payment-frame iframe')).contentFrame();
  for (let stop = 0; stop < 12; stop += 1) {
    const name = await frame.evaluate(() => document.activeElement?.getAttribute('autocomplete'));
    const value = { 'cc-number': number, ...DETAILS }[name];
    if (value) await page.keyboard.type(value);
    if (await frame.evaluate(() => document.hasFocus() === false)) return;
    await page.keyboard.press('Tab');
  }
}
