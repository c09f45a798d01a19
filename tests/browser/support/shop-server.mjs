// The real shop on loopback: sealcartd and sealcart-payd as built, with databases of their own in a
// folder that goes away. Only processes started here are ended, by their id.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PROGRAMS = process.env.SEALCART_PROGRAMS ?? join(ROOT, 'build/native/server');
const COMMANDS = process.env.SEALCART_COMMANDS ?? join(ROOT, 'build/native/tools/sealcart');
const SITE = process.env.SEALCART_SITE ?? join(ROOT, 'build/site');
const SEAL_SITE = process.env.SEALCART_SEAL_SITE ?? join(ROOT, 'build/seal-site');
const STORES = ['demo', 'demo-eu', 'wholesale'];
const START_MS = 30_000; // on a loaded machine; on an idle one it takes half a second
const MERCHANT = '5ea1ca47'.repeat(4);

export class ShopServer {
  #folder = mkdtempSync(join(tmpdir(), 'sealcart-shop-'));
  #processes = new Map();
  #broken = '';

  static async start() {
    const shop = new ShopServer();
    shop.port = await freePort();
    shop.sealPort = await freePort();
    shop.origin = `http://127.0.0.1:${shop.port}`;
    shop.sealOrigin = `http://127.0.0.1:${shop.sealPort}`;
    shop.#configure();
    shop.startServer();
    shop.startWorker();
    try {
      await shop.ready();
    } catch (error) {
      await shop.stop();
      throw error;
    }
    return shop;
  }

  startServer() {
    this.#run('sealcartd', 'sealcart.toml');
  }

  startWorker() {
    this.#run('sealcart-payd', 'payd.toml');
  }

  /** kill -9: no time to write, flush or say goodbye. */
  async kill(program = 'sealcartd') {
    await this.#end(program, 'SIGKILL');
  }

  /** Resolves when stores, carts and the payment keys are all being served. */
  async ready() {
    for (const path of ['/readyz', '/v1/stores', '/v1/keys']) await this.#answers(path);
  }

  async json(path, capability) {
    const headers = capability ? { authorization: `Bearer ${capability}` } : {};
    return (await fetch(this.origin + path, { headers })).json();
  }

  /** As the merchant's site would sign it, for the first store. */
  loginToken(customer) {
    const secret = join(this.#folder, 'login.secret');
    const args = ['login-token', '--secret', secret, '--store', STORES[0], '--customer', customer];
    const { status, stdout, stderr } = spawnSync(COMMANDS, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`no sign-in token: ${stderr}`);
    return stdout.trim();
  }

  async stop() {
    for (const program of [...this.#processes.keys()]) await this.#end(program, 'SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The last lines a program wrote, for a failing test. */
  log(program = 'sealcartd') {
    return readFileSync(join(this.#folder, `${program}.log`), 'utf8')
      .split('\n')
      .slice(-30)
      .join('\n');
  }

  #configure() {
    mkdirSync(join(this.#folder, 'private'), { mode: 0o700 });
    const stores = STORES.map((id) => {
      const data = join(ROOT, 'demo/data', id);
      return `[[store]]\ndocument = "${data}.store.json"\ncatalogs = ["${data}.catalog.json"]\n`;
    });
    this.#write('sealcart.toml', [
      `port = ${this.port}`,
      `seal_port = ${this.sealPort}`,
      `site = ["${SITE}"]`,
      `seal_site = ["${SEAL_SITE}"]`,
      'database = "carts.db"',
      'tokens = "tokens.db"',
      'keys = "keys"',
      'worker_secret_file = "worker.secret"',
      'login_secret_file = "login.secret"',
      `merchant = "${MERCHANT}"`,
      ...stores,
    ]);
    this.#write('payd.toml', [
      `endpoint = "${this.origin}"`,
      'worker_secret_file = "worker.secret"',
      'private = "private"',
      'keys = "keys"',
      'database = "payd.db"',
      'simulator = "simulator.db"',
      `merchant = "${MERCHANT}"`,
    ]);
  }

  #write(name, lines) {
    writeFileSync(join(this.#folder, name), `${lines.join('\n')}\n`);
  }

  #run(program, config) {
    const log = openSync(join(this.#folder, `${program}.log`), 'a');
    const child = spawn(join(PROGRAMS, program), ['--config', join(this.#folder, config)], {
      stdio: ['ignore', log, log],
    });
    child.on('error', (error) => {
      this.#broken = `${program} does not start (./dev build makes it): ${error.message}`;
    });
    child.on('exit', (code, signal) => {
      if (this.#processes.get(program) !== child) return; // ended by us
      console.log(`${program} ended by itself: ${signal ?? code}\n${this.log(program)}`);
    });
    this.#processes.set(program, child);
  }

  async #end(program, signal) {
    const child = this.#processes.get(program);
    this.#processes.delete(program);
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async #answers(path) {
    for (const deadline = Date.now() + START_MS; ; ) {
      const answer = await fetch(this.origin + path).catch(() => undefined);
      if (answer?.ok) return;
      if (this.#broken) throw new Error(this.#broken);
      if (Date.now() > deadline)
        throw new Error(`${path} does not answer\n${this.log()}\n${this.log('sealcart-payd')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A port nobody listens on now. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
