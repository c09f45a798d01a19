// The event stream of a cart: `next()` is the next event, null at its end; it throws after 5 s.
// That of the epoch, with which each stream begins, only for who asks for it.
const LATE_MS = 5000;

function eventOf(block) {
  const fields = Object.fromEntries(block.split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }));
  return fields.data ? { ...fields, data: JSON.parse(fields.data) } : null;
}

export async function openEvents(shopper, { after, lastEventId, epochs = false } = {}) {
  const stop = new AbortController();
  const headers = { ...shopper.headers };
  if (lastEventId !== undefined) headers['last-event-id'] = String(lastEventId);
  const query = after === undefined ? '' : `?after=${after}`;
  const url = `${shopper.programs.url}/v1/carts/${shopper.cart}/events${query}`;
  const answer = await fetch(url, { headers, signal: stop.signal });
  const reader = answer.body?.getReader();
  let text = '';

  async function next() {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const late = setTimeout(() => { stop.abort(); }, LATE_MS);
        const { value, done } = await reader.read().finally(() => { clearTimeout(late); });
        if (done) return null;
        text += Buffer.from(value).toString('utf8');
        continue;
      }
      const event = eventOf(text.slice(0, end));
      text = text.slice(end + 2);
      if (event && (epochs || event.event !== 'epoch')) return event;
    }
  }
  const type = answer.headers.get('content-type');
  return { status: answer.status, type, next, close: () => stop.abort() };
}
