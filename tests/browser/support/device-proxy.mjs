// An origin of its own for one device, in front of the shop: its pages always load, and its API can
// be cut off, as a network that is gone; in any browser alike.
import { once } from 'node:events';
import { createServer, request } from 'node:http';

export class DeviceProxy {
  #cut = false;
  #open = new Set();
  #server = createServer((incoming, answer) => this.#forward(incoming, answer));

  static async before(shop) {
    const proxy = new DeviceProxy();
    proxy.shopPort = shop.port;
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    proxy.origin = `http://127.0.0.1:${proxy.#server.address().port}`;
    return proxy;
  }

  cut() {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }
  join() {
    this.#cut = false;
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #forward(incoming, answer) {
    const { method, url: path, socket } = incoming;
    // The page is at the proxy's address; to the shop it is a page of its own.
    const headers = { ...incoming.headers };
    if (headers.origin) headers.origin = `http://127.0.0.1:${this.shopPort}`;
    const api = path.startsWith('/v1/');
    if (api && this.#cut) return socket.destroy();
    const onward = request(
      { host: '127.0.0.1', port: this.shopPort, method, path, headers },
      (reply) => {
        answer.writeHead(reply.statusCode, reply.headers);
        answer.flushHeaders();
        reply.pipe(answer);
        reply.on('error', () => answer.destroy());
      },
    );
    onward.on('error', () => socket.destroy());
    incoming.pipe(onward);
    if (!api) return undefined;
    this.#open.add(socket);
    answer.on('close', () => {
      this.#open.delete(socket);
      onward.destroy();
    });
    return undefined;
  }
}
