// The real programs on loopback, in a folder of their own. Started and stopped by pid.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BUILD = resolve(ROOT, process.env.SEALCART_BUILD ?? 'build/native');
const DATA = join(ROOT, 'tests/server/data');
const NO_CART_RATE = 'requests_per_cart = 0';
export const MERCHANT = '5ea1ca47000000000000000000000001';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export class Programs {
  // `config`: lines of sealcart.toml besides the usual ones.
  static async start({ payd = false, config = [] } = {}) {
    const programs = await Programs.prepare(config);
    await programs.startServer();
    if (payd) await programs.startPayd();
    return programs;
  }

  // The disk of these programs fails, from their next start on: "full", "unsynced", or not at all.
  failDisk(how) {
    const said = join(this.folder, 'fault');
    writeFileSync(said, how ?? '');
    this.environment = { LD_PRELOAD: failingDisk, SEALCART_FAULT: said };
  }

  // Folder and files, nothing started yet. With a PostgreSQL database, `beside` is another server
  // on it: they share the keys and the worker's secret.
  static async prepare(config = [], { database, beside } = {}) {
    const programs = new Programs();
    programs.database = database;
    programs.beside = beside;
    programs.folder = mkdtempSync(join(tmpdir(), 'sealcart-'));
    programs.port = await freePort();
    programs.sealPort = await freePort();
    programs.url = `http://127.0.0.1:${programs.port}`;
    programs.sealUrl = `http://127.0.0.1:${programs.sealPort}`;
    programs.#writeFiles(config);
    return programs;
  }

  #writeFiles(config) {
    const files = {
      'site/index.html': '<!doctype html><title>Shop</title>',
      'site/cart.wasm': '\0asm',
      'site/app.js': 'export {};',
      'seal/frame.html': '<!doctype html><title>Seal</title>',
      'secret.txt': 'not for the web',
      'sealcart.toml': [
        `port = ${this.port}`,
        `seal_port = ${this.sealPort}`,
        // Tests ask faster than a shopper.
        ...(config.some((line) => line.startsWith('requests_per_cart')) ? [] : [NO_CART_RATE]),
        ...config,
        `merchant = "${MERCHANT}"`,
        ...(this.database
          ? [`database = "${this.database}"`]
          : ['database = "shop.db"', 'tokens = "tokens.db"']),
        `keys = "${join(this.beside?.folder ?? '', 'keys')}"`,
        `worker_secret_file = "${join(this.beside?.folder ?? '', 'worker.secret')}"`,
        'login_secret_file = "login.secret"',
        'site = ["site"]',
        'seal_site = ["seal"]',
        '[[store]]',
        'document = "store.json"',
        'catalogs = ["catalog.json"]',
        '',
      ].join('\n'),
      'payd.toml': [
        `endpoint = "${this.url}"`,
        `merchant = "${MERCHANT}"`,
        'worker_secret_file = "worker.secret"',
        'private = "private"',
        'keys = "keys"',
        'database = "private/payd.db"',
        'simulator = "private/simulator.db"',
        '',
      ].join('\n'),
    };
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.folder, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, content);
    }
    for (const part of ['store', 'catalog']) {
      copyFileSync(join(DATA, `tea.${part}.json`), join(this.folder, `${part}.json`));
    }
  }

  #spawn(program, config) {
    const child = spawn(this.program(program), ['--config', join(this.folder, config)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...this.environment },
    });
    child.lines = '';
    child.stderr.on('data', (chunk) => {
      child.lines += chunk;
    });
    child.ended = once(child, 'exit');
    return child;
  }

  async #waitFor(child, path, wanted = 200) {
    for (let i = 0; i < 400; ++i) {
      if (child.exitCode !== null) throw new Error(`ended: ${child.lines}`);
      const answer = await fetch(this.url + path).catch(() => null);
      await answer?.text();
      if (answer?.status === wanted) return;
      await new Promise((done) => {
        setTimeout(done, 25);
      });
    }
    throw new Error(`no ${wanted} from ${path}: ${child.lines}`);
  }

  program(name) { return join(BUILD, 'server', name); }

  // sealcartd with a command; `said` is what it writes.
  command(...args) {
    const config = ['--config', join(this.folder, 'sealcart.toml')];
    const child = spawn(this.program('sealcartd'), [...config, ...args]);
    child.said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        child.said += chunk;
      });
    }
    return child;
  }

  // Without waiting until it answers.
  launchServer() {
    this.server = this.#spawn('sealcartd', 'sealcart.toml');
    return once(this.server, 'spawn');
  }

  async startServer() {
    await this.launchServer();
    await this.#waitFor(this.server, '/readyz');
  }

  // The same where nothing answers plain HTTP.
  async startSecuredServer() {
    await this.launchServer();
    for (let i = 0; i < 400 && this.logged('listening').length < 3; ++i) await sleep(25);
  }

  // Lines of the server's log about an event.
  logged(event) {
    const lines = this.server.lines.split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
  }

  async startPayd() {
    this.payd = this.#spawn('sealcart-payd', 'payd.toml');
    await this.#waitFor(this.payd, '/v1/keys');
  }

  async kill(name, signal = 'SIGKILL') {
    const child = this[name];
    child.kill(signal);
    const [code] = await child.ended;
    this[name] = null;
    return { code, lines: child.lines };
  }

  async close() {
    for (const name of ['payd', 'server']) if (this[name]) await this.kill(name, 'SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  loginSecret() {
    return readFileSync(join(this.folder, 'login.secret'), 'utf8').trim();
  }

  workerSecret() {
    return readFileSync(join(this.folder, 'worker.secret'), 'utf8').trim();
  }
}

export const integrityTool = join(BUILD, 'tests/server/sealcart_integrity');
export const fillTool = join(BUILD, 'tests/server/sealcart_fill_shop');
const failingDisk = join(BUILD, 'tests/server/libsealcart_failing_disk.so');
export const sealTool = join(BUILD, 'tests/server/sealcart_seal_token');
export { ROOT, BUILD };
