import { copyFileSync } from 'node:fs';
import { OPERATOR } from '../../src/domain/scope.ts';
import { putArticle } from '../../src/store/sqlite/file-articles.ts';
import { syntheticStore } from '../support/synthetic.ts';
import { openOrThrow } from './synthetic-database.ts';
for (const x of ['', '-wal']) try { copyFileSync('/tmp/perfwork/run.sqlite' + x, '/tmp/perfwork/add.sqlite' + x); } catch {}
const database = openOrThrow('/tmp/perfwork/add.sqlite');
const store = syntheticStore(100000, 2);
const added = Number(process.argv[2] ?? 200);
const each = [];
for (let at = 0; at < added; at++) {
  const index = at % 2 === 0 ? 100000 - 1 - at : Math.floor((at / added) * 100000);
  const file = store.file(index);
  const renamed = { ...file, article: { ...file.article, id: `added-${at}` } };
  const c = process.cpuUsage(); const s = performance.now();
  putArticle(database, OPERATOR, renamed);
  const u = process.cpuUsage(c);
  each.push([(u.user + u.system) / 1000, performance.now() - s, at]);
}
for (const k of [0, 1]) { const v = each.map((e) => e[k]).sort((a, b) => a - b); console.log(k ? 'wall' : 'cpu', 'p50', v[v.length >> 1].toFixed(1), 'p90', v[Math.floor(v.length * 0.9)].toFixed(1), 'p99', v[Math.ceil(v.length * 0.99) - 1].toFixed(1), 'max', v.at(-1).toFixed(1)); }
