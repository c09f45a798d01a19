// Regular expressions of postal codes, as the VAT table writes them, to ranges of leading
// characters: "(5100[1-5]|51081)" -> ["51001-51005", "51081"].

const shape = /^(\d+)(?:\[(\d)(?:-(\d)|(\d*))\])?(\\d\{\d+,?\d*\})?$/;

function rangeOf(alternative) {
  const found = shape.exec(alternative);
  if (!found) throw new Error(`"${alternative}" is no range of postal codes`);
  const [, start, first, to, others] = found;
  if (first === undefined) return start;
  const digits = to === undefined ? [first, ...others] : [first, to];
  const last = digits.at(-1);
  const isRun = to !== undefined || digits.every((digit, i) => +digit === +first + i);
  if (!isRun) throw new Error(`"${alternative}" leaves out codes between`);
  return `${start}${first}-${start}${last}`;
}

export const postalRanges = (pattern) =>
  pattern.replace(/^\((.*)\)$/, '$1').split('|').map(rangeOf);
