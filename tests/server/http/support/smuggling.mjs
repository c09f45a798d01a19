// Requests that two programs could read in two ways, byte by byte: [what, section of RFC 9112
// (9110 where it says so), bytes, the statuses of every answer to come].
//
// NEXT follows what is read to its end, and is answered. HIDDEN is what a row would smuggle: nobody
// asks for it, so that an answer to it is one too many.
const NEXT = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const HIDDEN = 'GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n';
const JSON_TYPE = 'Content-Type: application/json\r\n';

const get = (fields, rest = '') => `GET /healthz HTTP/1.1\r\nHost: x\r\n${fields}\r\n${rest}`;
// No such route: 405 tells that the request was read, to its end and no further.
const post = (fields, body = '') =>
  `POST /v1/none HTTP/1.1\r\nHost: x\r\nX-Sealcart: 1\r\n${JSON_TYPE}${fields}\r\n${body}`;
const chunked = (body, more = '') => post(`Transfer-Encoding: chunked\r\n${more}`, body);
const coded = (value) => post(`Transfer-Encoding: ${value}\r\n`, `0\r\n\r\n${HIDDEN}`);
const line = (text) => `${text}\r\nHost: x\r\nConnection: close\r\n\r\n`;

const lengths = [
  [
    'Content-Length and Transfer-Encoding', '6.1',
    'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
  ],
  ['the same, the other way round', '6.1', 'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n'],
  ['Content-Length 0 beside chunks', '6.1', 'Content-Length: 0\r\nTransfer-Encoding: chunked\r\n'],
  ['two lengths that differ', '6.3', 'Content-Length: 5\r\nContent-Length: 6\r\n'],
  ['two lengths that agree', '6.3', 'Content-Length: 5\r\nContent-Length: 5\r\n'],
  ['a list of lengths', '6.3', 'Content-Length: 5, 5\r\n'],
  ['a length with a sign', '6.3', 'Content-Length: +5\r\n'],
  ['a length below zero', '6.3', 'Content-Length: -5\r\n'],
  ['a hexadecimal length', '6.3', 'Content-Length: 0x5\r\n'],
  ['a length with a fraction', '6.3', 'Content-Length: 5.0\r\n'],
  ['a length with a space inside', '6.3', 'Content-Length: 1 0\r\n'],
  ['an empty length', '6.3', 'Content-Length:\r\n'],
  ['a length no number holds', '6.3', `Content-Length: ${'9'.repeat(40)}\r\n`],
  ['a length of 2^64 + 5', '6.3', 'Content-Length: 18446744073709551621\r\n'],
  ['two codings', '6.1', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n'],
  ['two codings, one unknown', '6.1', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n'],
].map(([what, section, fields]) => [what, section, post(fields, `0\r\n\r\n${HIDDEN}`), [400]]);

const codings = [
  ['identity', 501],
  ['chunked, identity', 501],
  ['identity, chunked', 501],
  ['gzip, chunked', 501],
  ['chunked, chunked', 501],
  ['xchunked', 501],
  ['"chunked"', 501],
  ['chunked;q=1', 501],
  ['chunked,', 501],
  ['', 501],
  ['\x0bchunked', 400],
  ['chunked\x00', 400],
  ['chunked\x0b', 400],
].map(([value, status]) => [`Transfer-Encoding: ${value}`, '6.1', coded(value), [status]]);

const chunks = [
  ['chunks, plainly', '7.1', chunked(`5\r\n[1,2]\r\n0\r\n\r\n${NEXT}`), [405, 200]],
  [
    'coding names in any case', '7',
    post('tRaNsFeR-EnCoDiNg: CHUNKED\r\n', `0\r\n\r\n${NEXT}`),
    [405, 200],
  ],
  [
    'white space around the coding', '5.1',
    post('Transfer-Encoding: \t chunked \t\r\n', `0\r\n\r\n${NEXT}`),
    [405, 200],
  ],
  ['an extension of a chunk', '7.1.1', chunked(`2;a=b\r\n{}\r\n0\r\n\r\n${NEXT}`), [405, 200]],
  ['a size with zeros before', '7.1', chunked(`0002\r\n{}\r\n0\r\n\r\n${NEXT}`), [405, 200]],
  ['an extension without an end', '7.1.1', chunked(`2;${'a'.repeat(70_000)}`), [400]],
  ['an extension with a bare LF', '7.1.1', chunked(`2;a\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['a size with a sign', '7.1', chunked(`+2\r\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['a size below zero', '7.1', chunked(`-2\r\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['a size as 0x2', '7.1', chunked(`0x2\r\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  [
    'a size no number holds', '7.1',
    chunked(`${'f'.repeat(17)}\r\n{}\r\n0\r\n\r\n${HIDDEN}`),
    [400],
  ],
  ['a size of 2^64 + 2', '7.1', chunked(`10000000000000002\r\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['an empty size', '7.1', chunked(`\r\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['a space before the size', '7.1', chunked(` 2\r\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['a chunk longer than it says', '7.1', chunked(`2\r\n{}}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['a chunk that ends with LF', '7.1', chunked(`2\r\n{}\n0\r\n\r\n${HIDDEN}`), [400]],
  ['a size line that ends with LF', '7.1', chunked(`2\n{}\r\n0\r\n\r\n${HIDDEN}`), [400]],
  ['the last chunk ends with LF', '7.1', chunked(`0\n\n${HIDDEN}`), [400]],
  ['trailer fields', '7.1.2', chunked(`0\r\nAuthorization: Bearer x\r\n\r\n${HIDDEN}`), [400]],
  [
    'a trailer that tells a length', '7.1.2',
    chunked(`0\r\nContent-Length: 50\r\n\r\n${HIDDEN}`),
    [400],
  ],
  ['chunks in HTTP/1.0', '6.1', chunked(`0\r\n\r\n${HIDDEN}`).replace('1.1', '1.0'), [400]],
];

const lines = [
  ['a field on two lines', '5.2', get('A: b\r\n c\r\n'), [400]],
  ['a field on two lines, by a tab', '5.2', get('A: b\r\n\tc\r\n'), [400]],
  [
    'a coding on two lines', '5.2',
    post('Transfer-Encoding:\r\n chunked\r\n', `0\r\n\r\n${HIDDEN}`),
    [400],
  ],
  [
    'a first field that begins with a space', '2.2',
    `GET /healthz HTTP/1.1\r\n Host: x\r\n\r\n`,
    [400],
  ],
  ['a space before the colon', '5.1', post('Content-Length : 5\r\n', HIDDEN), [400]],
  [
    'a tab before the colon', '5.1',
    post('Transfer-Encoding\t: chunked\r\n', `0\r\n\r\n${HIDDEN}`),
    [400],
  ],
  ['a space inside a name', '5.1', get('Content Length: 5\r\n'), [400]],
  ['a name that is no token', '5.1', get('Content(Length): 5\r\n'), [400]],
  ['a name beyond ASCII', '5.1', get('Content-L\xe9ngth: 5\r\n'), [400]],
  ['a field without a name', '5', get(': 5\r\n'), [400]],
  ['a field without a colon', '5', get('nonsense\r\n'), [400]],
  ['lines that end with LF', '2.2', 'GET /healthz HTTP/1.1\nHost: x\n\n', [400]],
  ['one line that ends with LF', '2.2', `GET /healthz HTTP/1.1\r\nHost: x\nA: b\r\n\r\n`, [400]],
  ['an empty line that is LF', '2.2', `GET /healthz HTTP/1.1\r\nHost: x\r\n\n${HIDDEN}`, [400]],
  ['a CR by itself in a value', '2.2', get('A: b\rContent-Length: 5\r\n'), [400]],
  ['a CR by itself in a name', '2.2', get('A\r: b\r\n'), [400]],
  ['CR CR LF', '2.2', get('A: b\r\r\n'), [400]],
  ['NUL in a value', '9110, 5.5', get('A: b\x00c\r\n'), [400]],
  ['NUL in a name', '9110, 5.5', get('A\x00: b\r\n'), [400]],
  ['a control character in a value', '9110, 5.5', get('A: b\x08\r\n'), [400]],
  ['DEL in a value', '9110, 5.5', get('A: b\x7f\r\n'), [400]],
  ['one empty line before', '2.2', `\r\n${NEXT}`, [200]],
  ['two empty lines before', '2.2', `\r\n\r\n${NEXT}`, [400]],
  ['LF before', '2.2', `\n${NEXT}`, [400]],
];

const starts = [
  ['two spaces after the method', '3', line('GET  /healthz HTTP/1.1'), [400]],
  ['a tab after the method', '3', line('GET\t/healthz HTTP/1.1'), [400]],
  ['a space before the method', '3', line(' GET /healthz HTTP/1.1'), [400]],
  ['a space after the version', '3', line('GET /healthz HTTP/1.1 '), [400]],
  ['a space in the target', '3', line('GET /health z HTTP/1.1'), [400]],
  ['NUL in the target', '3', line('GET /health\x00z HTTP/1.1'), [400]],
  ['a target beyond ASCII', '3.2', line('GET /h\xe9 HTTP/1.1'), [400]],
  ['no version', '3', line('GET /healthz'), [400]],
  ['HTTP/0.9', '2.3', 'GET /healthz\r\n\r\n', [400]],
  ['HTTP/1.2', '2.3', line('GET /healthz HTTP/1.2'), [400]],
  ['HTTP/2.0', '2.3', line('GET /healthz HTTP/2.0'), [400]],
  ['a version in lower case', '2.3', line('GET /healthz http/1.1'), [400]],
  ['a version with two digits', '2.3', line('GET /healthz HTTP/1.10'), [400]],
  ['the preface of HTTP/2', '9113, 3.4', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['a method that is no token', '9110, 9.1', line('G(T /healthz HTTP/1.1'), [400]],
  ['an unknown method', '9110, 9.1', line('BREW /healthz HTTP/1.1'), [405]],
  ['the absolute form', '3.2.2', line('GET http://other/healthz HTTP/1.1'), [200]],
  ['the absolute form without a path', '3.2.2', line('GET http://other HTTP/1.1'), [200]],
  ['the absolute form without a host', '3.2.2', line('GET http:///healthz HTTP/1.1'), [400]],
  ['another scheme', '3.2.2', line('GET ftp://other/healthz HTTP/1.1'), [400]],
  ['the authority form', '3.2.3', line('CONNECT other:443 HTTP/1.1'), [400]],
  ['the asterisk form', '3.2.4', line('OPTIONS * HTTP/1.1'), [400]],
  ['a relative target', '3.2', line('GET healthz HTTP/1.1'), [400]],
  ['a fragment', '3.2.1', line('GET /healthz#x HTTP/1.1'), [400]],
];

const hosts = [
  ['no host', '3.2', 'GET /healthz HTTP/1.1\r\n\r\n', [400]],
  ['two hosts', '3.2', get('Host: y\r\n'), [400]],
  ['two hosts that agree', '3.2', get('Host: x\r\n'), [400]],
  ['a list of hosts', '3.2', 'GET /healthz HTTP/1.1\r\nHost: x, y\r\n\r\n', [400]],
  ['a host with a path', '3.2', 'GET /healthz HTTP/1.1\r\nHost: x/y\r\n\r\n', [400]],
  ['a host with a user', '3.2', 'GET /healthz HTTP/1.1\r\nHost: u@x\r\n\r\n', [400]],
  ['a host with a space', '3.2', 'GET /healthz HTTP/1.1\r\nHost: x y\r\n\r\n', [400]],
  ['HTTP/1.0 without a host', '3.2', 'GET /healthz HTTP/1.0\r\n\r\n', [200]],
  [
    'HTTP/1.0 never stays open', '9.3',
    `GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n${HIDDEN}`,
    [200],
  ],
];

const bodies = [
  ['a body with a length', '6.2', post('Content-Length: 2\r\n', `{}${NEXT}`), [405, 200]],
  ['a length with zeros before', '6.2', post('Content-Length: 0002\r\n', `{}${NEXT}`), [405, 200]],
  ['no body', '6.3', post('', NEXT), [405, 200]],
  ['a body for GET', '6.3', get(`${JSON_TYPE}Content-Length: 2\r\n`, `{}${NEXT}`), [200, 200]],
  [
    'a body for HEAD', '6.3',
    get(`${JSON_TYPE}Content-Length: 2\r\n`, `{}${NEXT}`).replace('GET', 'HEAD'),
    [200, 200],
  ],
  [
    'a request as the body', '6.2',
    post(`Content-Length: ${HIDDEN.length}\r\n`, HIDDEN + NEXT),
    [405, 200],
  ],
  [
    'a body of another type', '9110, 8.3',
    post('Content-Length: 5\r\n', HIDDEN).replace('application/json', 'text/plain'),
    [415],
  ],
  [
    'a body that is packed', '9110, 8.4',
    post('Content-Encoding: gzip\r\nContent-Length: 5\r\n', HIDDEN),
    [415],
  ],
  [
    'an unknown expectation', '9110, 10.1.1',
    post('Expect: miracles\r\nContent-Length: 2\r\n', `{}${HIDDEN}`),
    [417],
  ],
  [
    '100-continue', '9110, 10.1.1',
    post('Expect: 100-continue\r\nContent-Length: 2\r\n', `{}${NEXT}`),
    [100, 405, 200],
  ],
  [
    'an offer of another protocol', '9110, 7.8',
    get('Upgrade: h2c\r\nConnection: Upgrade\r\n', NEXT),
    [200, 200],
  ],
  [
    'a body that is announced too long', '9110, 15.5.14',
    post('Content-Length: 65537\r\n', HIDDEN),
    [413],
  ],
  [
    'chunks that are too long', '9110, 15.5.14',
    chunked(`10001\r\n${' '.repeat(0x10001)}\r\n0\r\n\r\n${HIDDEN}`),
    [413],
  ],
  ['64 fields', '9110, 5.4', get('A: b\r\n'.repeat(63), NEXT), [200, 200]],
  ['65 fields', '9110, 5.4', get('A: b\r\n'.repeat(64)), [431]],
  ['10,000 fields', '9110, 5.4', get('A:\r\n'.repeat(10_000)), [431]],
  ['a field of 16 KiB', '9110, 5.4', get(`A: ${'b'.repeat(16_384)}\r\n`), [431]],
  ['a target of 16 KiB', '3', line(`GET /${'a'.repeat(16_384)} HTTP/1.1`), [431]],
  [
    'ten requests at once', '9.3.2',
    NEXT.replace('Connection: close\r\n', '').repeat(9) + NEXT,
    Array(10).fill(200),
  ],
  ['nothing is read after the last', '9.6', NEXT + HIDDEN, [200]],
];

export const rows = [...lengths, ...codings, ...chunks, ...lines, ...starts, ...hosts, ...bodies];
