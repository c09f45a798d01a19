// Bytes over a socket: what no HTTP client would send.
import { connect } from 'node:net';

// Sends the parts one after the other and returns everything the server answers until it closes.
export function raw(port, parts, options = {}) {
  const { waitMs = 12_000, pauseMs = 0, localAddress, over = connect } = options;
  return new Promise((done, fail) => {
    const socket = over({ port, host: '127.0.0.1', localAddress });
    let text = '';
    const limit = setTimeout(() => {
      socket.destroy();
      done(text || 'nothing');
    }, waitMs);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', () => {
      clearTimeout(limit);
      done(text);
    });
    socket.on('error', (error) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') fail(error);
    });
    const send = async () => {
      for (const part of [].concat(parts)) {
        if (socket.destroyed) return;
        socket.write(part, 'latin1');
        if (pauseMs)
          await new Promise((next) => {
            setTimeout(next, pauseMs);
          });
      }
    };
    socket.on('connect', send);
  });
}

export const statusOf = (answer) => Number(answer.split(' ')[1]);
export const bodyOf = (answer) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

// The header fields of the first answer, names in lower case.
export const fieldsOf = (answer) =>
  Object.fromEntries(
    answer
      .slice(0, answer.indexOf('\r\n\r\n'))
      .split('\r\n')
      .slice(1)
      .map((line) => {
        const [name] = line.split(':', 1);
        return [name.toLowerCase(), line.slice(name.length + 1).trim()];
      }),
  );
