// How much a shop of so many carts and edits needs, from what one machine was measured to do.
// The defaults are the figures in docs/OPERATIONS.md; measure your machine and give its own.
//   node bench/server/sizing.mjs [name=number]…    e.g. carts=1e6 edits=500 sqlite=12000
const figures = {
  carts: [1e8, 'carts that are kept'],
  edits: [1e5, 'edits a second at the peak'],
  streams: [1e6, 'pages open at the peak, each with its stream'],
  log: [12, 'edits a cart has had'],
  cart: [282, 'bytes on disk of a cart without its log'],
  entry: [95, 'bytes on disk of an edit in its log (SQLite)'],
  wire: [1_200, 'bytes of an edit on the wire, both ways'],
  stream: [6_800, 'bytes of memory of an open stream'],
  sqlite: [13_900, 'edits a second, SQLite, the server on one core'],
  postgres: [11_800, 'edits a second, PostgreSQL and the server on two cores'],
  busy: [0.5, 'share of what a machine can do that is used at the peak'],
};

const given = Object.fromEntries(process.argv.slice(2).map((each) => each.split('=')));
for (const name of Object.keys(given)) {
  if (!(name in figures) || !(Number(given[name]) > 0)) {
    console.error(`${name}: give name=number above 0, of ${Object.keys(figures).join(', ')}`);
    process.exit(2);
  }
}
const value = Object.fromEntries(
  Object.entries(figures).map(([name, [usual]]) => [name, Number(given[name] ?? usual)]),
);

const GIGA = 1e9;
const rounded = (number) => Number(number.toPrecision(2)).toLocaleString('en');
const bytes = value.carts * (value.cart + value.log * value.entry);
const perMachine = (rate) => Math.ceil(value.edits / (rate * value.busy));

for (const [name, [, meaning]] of Object.entries(figures)) {
  console.log(`${name.padEnd(9)}${value[name].toLocaleString('en').padStart(12)}  ${meaning}`);
}
console.log(`
data      ${rounded(bytes / GIGA)} GB, and as much again for each replica
network   ${rounded((value.edits * value.wire * 8) / GIGA)} Gbit/s for edits
streams   ${rounded((value.streams * value.stream) / GIGA)} GB of memory, over all servers
SQLite    ${perMachine(value.sqlite)} machines of one core, each with stores of its own
PostgreSQL ${perMachine(value.postgres)} pairs of cores, half of them the database's`);
