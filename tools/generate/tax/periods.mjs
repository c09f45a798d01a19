// Rows of the tax table over time: { …facts, ratePpm, startsOn?, endsOn? }. A row counts from
// startsOn on and before endsOn; a missing end is open.

/** Rows that differ in nothing but adjoining times become one. */
export function joined(rows) {
  const result = [];
  const open = new Map();
  for (const { startsOn, endsOn, ...facts } of rows) {
    const key = JSON.stringify(facts);
    const before = open.get(key);
    if (before && before.endsOn !== undefined && before.endsOn === startsOn) {
      before.endsOn = endsOn;
    } else {
      const row = { ...facts, startsOn, endsOn };
      open.set(key, row);
      result.push(row);
    }
  }
  return result;
}

/** Gives each entry, oldest first, the end that the start of the next one means. */
export const withEnds = (entries, startOf) =>
  entries.map((entry, i) => ({
    ...entry,
    startsOn: startOf(entry) ?? undefined,
    endsOn: entries[i + 1] && startOf(entries[i + 1]),
  }));

export const countsOn = ({ startsOn = '', endsOn = '9999' }, day) =>
  startsOn <= day && day < endsOn;

/** The day that begins at local midnight, given as an instant up to three hours before it. */
export const dayOf = (instant) =>
  new Date(Date.parse(instant) + 3 * 60 * 60 * 1000).toISOString().slice(0, 10);
