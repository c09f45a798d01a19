// What can be told about a card before anybody is asked. The payment provider decides.

export interface Card {
  /** Digits only. */
  readonly number: string;
  /** 1 to 12. */
  readonly expiryMonth: number;
  /** Four digits. */
  readonly expiryYear: number;
  readonly securityCode: string;
  readonly name: string;
}

export type CardField = 'number' | 'expiry' | 'code' | 'name';
export type CardTexts = Readonly<Record<CardField, string>>;

export function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** "4242424242424242" → "4242 4242 4242 4242"; American Express groups 4-6-5. */
export function groupedNumber(text: string): string {
  const all = digits(text).slice(0, 19);
  const groups = /^3[47]/.test(all) ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?(\d*)$/ : undefined;
  if (groups) return (groups.exec(all) ?? []).slice(1).filter(Boolean).join(' ');
  return all.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** "1230" → "12 / 30", "5" → "05 / ", "12/2030" → "12 / 2030". */
export function groupedExpiry(text: string): string {
  const typed = digits(text).slice(0, 6);
  const all = /^[2-9]/.test(typed) ? `0${typed}` : typed;
  return all.length < 3 ? all : `${all.slice(0, 2)} / ${all.slice(2)}`;
}

/** The first problem of each field, in English; an empty list: the card is plausible. */
export function cardProblems(texts: CardTexts, now: Date): Partial<Record<CardField, string>> {
  const problems: Partial<Record<CardField, string>> = {};
  const number = digits(texts.number);
  if (number === '') problems.number = 'Enter the card number.';
  else if (number.length < 12) problems.number = 'The card number is too short.';
  else if (!passesLuhn(number)) problems.number = 'Check the card number: a digit is wrong.';
  const expiry = parseExpiry(texts.expiry);
  if (texts.expiry.trim() === '') problems.expiry = 'Enter the expiry date.';
  else if (!expiry) problems.expiry = 'Enter month and year, such as 04 / 29.';
  else if (hasExpired(expiry, now)) problems.expiry = 'This card has expired.';
  if (!/^\d{3,4}$/.test(texts.code.trim())) problems.code = 'Enter the 3 or 4 digits.';
  if (texts.name.trim() === '') problems.name = 'Enter the name on the card.';
  return problems;
}

export function cardOf(texts: CardTexts): Card {
  const { month = 0, year = 0 } = parseExpiry(texts.expiry) ?? {};
  return {
    number: digits(texts.number),
    expiryMonth: month,
    expiryYear: year,
    securityCode: digits(texts.code),
    name: texts.name.trim(),
  };
}

function parseExpiry(text: string): { month: number; year: number } | undefined {
  const parts = /^(0?[1-9]|1[0-2])\s*\/?\s*((?:20)?\d\d)$/.exec(text.trim());
  if (!parts) return undefined;
  return { month: Number(parts[1]), year: 2000 + (Number(parts[2]) % 100) };
}

// A card is good through the last day of its month.
function hasExpired({ month, year }: { month: number; year: number }, now: Date): boolean {
  return year * 12 + month < now.getFullYear() * 12 + now.getMonth() + 1;
}

// ISO/IEC 7812-1, annex B.
function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i]);
    const weighted = i % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
