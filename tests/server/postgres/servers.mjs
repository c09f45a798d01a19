// Several servers on a database of their own, beside the one SEALCART_TEST_POSTGRES names.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

import { Programs } from '../http/support/programs.mjs';

const place = process.env.SEALCART_TEST_POSTGRES;

export class Servers {
  static async start(count, { payd = false } = {}) {
    const servers = new Servers();
    servers.name = `test_${randomBytes(8).toString('hex')}`;
    servers.url = place.replace(/\/[^/?]*\?/, `/${servers.name}?`);
    execFileSync('psql', ['-X', '-q', place, '-c', `CREATE DATABASE ${servers.name}`]);
    servers.all = [];
    for (let i = 0; i < count; ++i) {
      const beside = servers.all[0];
      servers.all.push(await Programs.prepare({ database: servers.url, beside }));
    }
    // All at one moment: only one of them makes the tables.
    await Promise.all(servers.all.map((server) => server.startServer()));
    if (payd) await servers.all[0].startPayd();
    return servers;
  }

  // The rows of a query, each a list of texts.
  query(sql) {
    const text = execFileSync('psql', ['-X', '-A', '-t', '-q', '-F', '\t', this.url, '-c', sql]);
    return text.toString('utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  }

  async close() {
    for (const server of [...this.all].reverse()) await server.close();
    execFileSync('psql', ['-X', '-q', place, '-c', `DROP DATABASE ${this.name} WITH (FORCE)`]);
  }
}
