// A page's own form, bound to the module, in a real browser under the strict policy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundForm, type BoundForm } from './support/bound-form.js';
import { eventually, scene, skip } from './support/chromium.js';

const bound = (name: string, work: (form: BoundForm) => Promise<void>, locale = 'en') =>
  scene(async (context) => {
    const form = await boundForm(context, name, locale);
    await work(form);
    assert.deepEqual(form.complaints, []);
  });

const id = (path: string) => `#${path.replace('.', '-')}`;

async function fill({ page }: BoundForm, values: Record<string, string>): Promise<void> {
  for (const [path, value] of Object.entries(values)) {
    const tag = await page.$eval(id(path), ({ tagName }) => tagName);
    if (tag === 'SELECT') await page.select(id(path), value);
    else await page.type(id(path), value);
  }
}

const ada = {
  'shippingAddress.country': 'US',
  'shippingAddress.name': 'Ada Lovelace',
  'shippingAddress.line1': '12 Harbour Street',
  'shippingAddress.city': 'Oakland',
  'shippingAddress.region': 'CA',
  'shippingAddress.postalCode': '94607',
};

test('what is pasted is never cut; what is too long is told', { skip }, () =>
  bound('notes', async (form) => {
    const { page } = form;
    await page.focus('#note');
    await page.keyboard.sendCharacter('x'.repeat(2_001));
    assert.equal((await form.value('note')).length, 2_001);
    await page.keyboard.press('Tab');
    assert.match(await form.note('note'), /too long/);
  }),
);

test('a field is checked when it is left, and from then on while typing', { skip }, () =>
  bound('contact', async (form) => {
    const { page } = form;
    await page.focus('#email');
    await page.keyboard.press('Tab');
    assert.equal(await form.note('email'), '', 'who passes through is not scolded');
    await page.type('#email', 'nobody@');
    assert.equal(await form.note('email'), '', 'nor who is typing');
    await page.keyboard.press('Tab');
    assert.match(await form.note('email'), /e-mail address/);
    assert.equal(await form.read('document.querySelector("#email").ariaInvalid'), 'true');
    const voice = () => form.read<string>('document.querySelector("[role=status]").textContent');
    await eventually(async () => (await voice()).startsWith('E-mail: '), 'announced');
    await page.type('#email', 'example.com');
    assert.equal(await form.note('email'), '');
    assert.equal(await form.read('document.querySelector("#email").ariaInvalid'), null);
  }),
);

test('controls are dressed by the kind of their field; what the page says stays', { skip }, () =>
  bound('checkout', async (form) => {
    const attributes = (selector: string) =>
      form.read<Record<string, string>>(
        `Object.fromEntries([...document.querySelector('${selector}').attributes]
           .map(({ name, value }) => [name, value]))`,
      );
    const { type, inputmode, autocomplete, dir } = await attributes('#email');
    assert.deepEqual(
      { type, inputmode, autocomplete, dir },
      { type: 'email', inputmode: 'email', autocomplete: 'email', dir: 'ltr' },
    );
    const phone = await attributes(id('shippingAddress.phone'));
    assert.equal(phone['type'], 'tel');
    assert.equal(phone['autocomplete'], 'shipping tel');
    assert.equal(phone['aria-required'], undefined);
    assert.equal((await attributes('#billingSame'))['type'], 'checkbox');
    const label = (path: string) =>
      form.read(`document.querySelector('${id(path)}').labels[0].textContent`);
    assert.equal(await label('shippingAddress.phone'), 'Phone number (optional)');
    assert.equal(await label('email'), 'E-mail');
  }),
);

test('errors are listed on top with links to their fields, and nothing is sent', { skip }, () =>
  bound('shipping', async (form) => {
    const { page } = form;
    await fill(form, { ...ada, 'shippingAddress.name': '', 'shippingAddress.city': '' });
    await page.click('button:not([data-field-note] button)');
    const summary = 'document.querySelector("[data-error-summary]")';
    assert.equal(await form.read(`document.activeElement === ${summary}`), true);
    const heading = await form.read(`${summary}.querySelector('h2').textContent`);
    assert.equal(heading, 'Please check these fields');
    const links = await form.read<string[]>(
      `[...${summary}.querySelectorAll('a')].map((link) => link.textContent)`,
    );
    assert.deepEqual(links, ['Full name: Please fill this in.', 'City: Please fill this in.']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await form.focusedField(), 'shippingAddress.city');
    await page.keyboard.type('Oakland');
    await page.type(id('shippingAddress.name'), 'Ada Lovelace');
    assert.equal(await form.read('sent.length'), 0);
    await page.keyboard.press('Enter');
    assert.equal(await form.read(summary), null);
    assert.deepEqual(await form.read('sent[0]'), {
      ...ada,
      'pickupLocation': '',
      'shippingAddress.line2': '',
      'shippingAddress.phone': '',
    });
  }),
);

test('a suggestion is one key away, and a warning stops nothing', { skip }, () =>
  bound('contact', async (form) => {
    const { page } = form;
    await page.type('#email', 'ada@gmial.com');
    await page.keyboard.press('Tab');
    assert.match(await form.note('email'), /Did you mean/);
    const severity = 'document.querySelector("[data-field-note]").dataset.severity';
    assert.equal(await form.read(severity), 'warning');
    assert.equal(await form.read('document.querySelector("#email").ariaInvalid'), null);
    await page.focus('#email');
    await page.keyboard.press('Enter');
    assert.equal(await form.read('sent.length'), 1, 'sent as it is');
    await page.keyboard.press('Tab');
    const words = await form.read('document.activeElement.textContent');
    assert.equal(words, 'Use ada@gmail.com');
    await page.keyboard.press('Enter');
    assert.equal(await form.value('email'), 'ada@gmail.com');
    assert.equal(await form.focusedField(), 'email');
    assert.equal(await form.note('email'), '');
    assert.equal(await form.read(severity), undefined);
  }),
);

test('a country brings its own fields, and keeps what was typed', { skip }, () =>
  bound('shipping', async (form) => {
    const { page } = form;
    await fill(form, ada);
    const part = async () =>
      (await form.order()).map((path) => path.replace('shippingAddress.', ''));
    const phone = ['pickupLocation', 'country', 'name', 'line1', 'line2'];
    assert.deepEqual(await part(), [...phone, 'city', 'region', 'postalCode', 'phone']);
    await page.select(id('shippingAddress.country'), 'DE');
    assert.deepEqual(await part(), [...phone, 'postalCode', 'city', 'phone']);
    assert.equal(await form.value('shippingAddress.city'), 'Oakland');
    await page.select(id('shippingAddress.country'), 'JP');
    assert.equal(await form.value('shippingAddress.region'), '', 'no prefecture is called CA');
    const region = 'document.querySelector("[name=\'shippingAddress.region\']")';
    assert.match(await form.read(`${region}.options[1].text`), /^\w+ · \p{Script=Han}+/u);
    assert.equal(await form.read(`${region}.labels[0].textContent`), 'Prefecture');
    await page.select(id('shippingAddress.region'), '13');
    await page.select(id('shippingAddress.country'), 'US');
    assert.equal(await form.value('shippingAddress.region'), 'CA', 'each country keeps its own');
    await page.select(id('shippingAddress.country'), 'GB');
    assert.equal(await form.read(`${region}.disabled`), true);
    await page.click('button:not([data-field-note] button)');
    assert.match(await form.note('shippingAddress.postalCode'), /postal code of/);
    await page.select(id('shippingAddress.country'), 'US');
    assert.equal(await form.note('shippingAddress.postalCode'), '', 'checked again');
  }),
);

test('a country that changes by itself moves nothing under the typist', { skip }, () =>
  bound('shipping', async (form) => {
    const { page } = form;
    await fill(form, { ...ada, 'shippingAddress.city': '' });
    await page.focus(id('shippingAddress.city'));
    await page.keyboard.type('Ber');
    const top = 'document.activeElement.getBoundingClientRect().top';
    const before = await form.read<number>(top);
    const change = (country: string) =>
      form.read(
        `(document.querySelector('${id('shippingAddress.country')}').value = '${country}',
          document.querySelector('${id('shippingAddress.country')}')
            .dispatchEvent(new Event('input', { bubbles: true })))`,
      );
    await change('DE');
    assert.equal(await form.focusedField(), 'shippingAddress.city');
    await page.keyboard.type('lin');
    assert.equal(await form.value('shippingAddress.city'), 'Berlin');
    const scrolled = await form.read<number>('document.documentElement.scrollHeight > innerHeight');
    if (scrolled) assert.equal(await form.read(top), before);
    const order = await form.order();
    assert.ok(
      order.indexOf('shippingAddress.postalCode') < order.indexOf('shippingAddress.city'),
      order.join(),
    );
    // What has the focus is neither hidden nor made another control before it is left.
    await change('US');
    await page.focus(id('shippingAddress.region'));
    await change('DE');
    assert.equal(await form.focusedField(), 'shippingAddress.region');
    await page.keyboard.press('Tab');
    await eventually(
      async () => !(await form.order()).includes('shippingAddress.region'),
      'hidden when left',
    );
  }),
);

test('a phone number is grouped and the caret stays where it was', { skip }, () =>
  bound('shipping', async (form) => {
    const { page } = form;
    await page.select(id('shippingAddress.country'), 'US');
    await page.type(id('shippingAddress.phone'), '5105552671');
    const value = () => form.value('shippingAddress.phone');
    const caret = () => form.read<number>('document.activeElement.selectionStart');
    assert.equal(await value(), '(510) 555-2671');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    const text = await value();
    assert.equal(text.replace(/\D/g, ''), '510552671');
    const digits = text.slice(0, await caret()).replace(/\D/g, '');
    assert.equal(digits, '5105', 'behind the digit it was behind');
    await page.keyboard.type('5');
    assert.equal(await value(), '(510) 555-2671');
    assert.equal((await value()).slice(0, await caret()), '(510) 55');
    await page.keyboard.press('End');
    for (let i = 0; i < 14; i += 1) await page.keyboard.press('Backspace');
    assert.equal(await value(), '', 'separators stop nobody from deleting');
    await page.keyboard.type('ask the porter');
    assert.equal(await value(), 'ask the porter', 'the check tells, nothing is dropped');
  }),
);

test('a card number is in the groups of its brand, and the code follows the brand', { skip }, () =>
  bound('payment', async (form) => {
    const { page } = form;
    await page.type('#cardNumber', '378282246310005');
    assert.equal(await form.value('cardNumber'), '3782 822463 10005');
    await page.type('#cardCode', '123');
    await page.keyboard.press('Tab');
    assert.match(await form.note('cardCode'), /4 digits/);
    await page.click('#cardNumber', { count: 3 });
    await page.keyboard.type('4242424242424242');
    assert.equal(await form.value('cardNumber'), '4242 4242 4242 4242');
    assert.equal(await form.note('cardCode'), '', 'it depends on the number');
  }),
);

test('a form in Persian runs from right to left, its numbers do not', { skip }, () =>
  bound(
    'contact',
    async (form) => {
      const { page } = form;
      assert.equal(await form.read('document.querySelector("form").dir'), 'rtl');
      assert.equal(await form.read('document.querySelector("form").lang'), 'fa');
      assert.equal(await form.read('document.querySelector("#email").dir'), 'ltr');
      assert.equal(await form.read('document.querySelector("label").textContent'), 'ایمیل');
      await page.type('#email', 'ada@gmial.com');
      await page.keyboard.press('Tab');
      assert.match(await form.note('email'), /\p{Script=Arabic}/u);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      assert.match(await form.read('document.activeElement.textContent'), /ada@gmail\.com/);
    },
    'fa',
  ),
);

test('a bound form is left as it was', { skip }, () =>
  bound('contact', async (form) => {
    const { page } = form;
    await page.type('#email', 'nobody@');
    await page.keyboard.press('Tab');
    await form.read('binding.unbind()');
    const left = 'document.querySelector("[data-field-note], [role=status]")';
    assert.equal(await form.read(left), null);
    assert.equal(await form.read('document.querySelector("#email").ariaInvalid'), null);
    const described = 'document.querySelector("#email").getAttribute("aria-describedby")';
    assert.equal(await form.read(described), null);
  }),
);
