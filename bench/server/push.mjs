// How long a change at one server takes to a stream at the other, both on one PostgreSQL
// (SEALCART_TEST_POSTGRES): from sending the operation to reading its event.
//   node push.mjs [--carts N] [--edits N]
import { parseArgs } from 'node:util';

import { devicesOf } from '../../tests/server/postgres/device.mjs';
import { Servers } from '../../tests/server/postgres/servers.mjs';
import { Shopper } from '../../tests/server/http/support/shopper.mjs';

const { values } = parseArgs({
  options: { carts: { type: 'string', default: '50' }, edits: { type: 'string', default: '20' } },
});

async function timesOf(servers, edits) {
  const [device] = await devicesOf([servers.all[0]], 1);
  const events = await new Shopper(servers.all[1], device.shopper).events({ after: 0 });
  const times = [];
  for (let i = 0; i < edits; ++i) {
    const sent = performance.now();
    const read = events.next().then(() => performance.now() - sent);
    await device.edit();
    times.push(await read);
  }
  events.close();
  return times;
}

const servers = await Servers.start(2);
try {
  const carts = Array.from({ length: Number(values.carts) });
  const times = await Promise.all(carts.map(() => timesOf(servers, Number(values.edits))));
  const sorted = times.flat().sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  console.log(JSON.stringify({
    pushes: sorted.length,
    p50Ms: Number(at(0.5).toFixed(1)),
    p99Ms: Number(at(0.99).toFixed(1)),
    mostMs: Number(at(1).toFixed(1)),
  }));
} finally {
  await servers.close();
}
