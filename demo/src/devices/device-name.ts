// How this device is called in the list until somebody calls it otherwise: "Firefox on Linux".
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Firefox', /Firefox\//],
  ['Edge', /Edg\//],
  ['Chrome', /Chrom(e|ium)\//],
  ['Safari', /Safari\//],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X/],
  ['Linux', /Linux/],
];

export function deviceName(agent = navigator.userAgent): string {
  const first = (names: typeof BROWSERS, otherwise: string): string =>
    names.find(([, mark]) => mark.test(agent))?.[0] ?? otherwise;
  return `${first(BROWSERS, 'Browser')} on ${first(SYSTEMS, 'this device')}`;
}
