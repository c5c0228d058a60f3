/**
 * Puts digests together over a database, as if so many articles had come in since the last ones: `compose-process.ts PATH ROUNDS FRESH`.
 * The first of each kind is the first after a start.
 */
import { knownOf } from '../../src/brief/news/known.ts';
import { composeDigest } from '../../src/compose-digest.ts';
import type { CorrectedPorts } from '../../src/corrected-since.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Told } from '../../src/domain/outbox.ts';
import { keyvOver } from '../../src/store/keyv.ts';
import { sqliteClaimStore } from '../../src/store/sqlite/claim-store.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import { sqliteGazetteer } from '../../src/store/sqlite/gazetteer.ts';
import { sqliteSourceHealth } from '../../src/store/sqlite/source-health.ts';
import { someDigest } from '../support/digests.ts';
import { unexpected } from '../support/stored-app.ts';
import { syntheticStore } from '../support/synthetic.ts';
import { NO_TRUST } from '../support/trust.ts';
import type { ComposedKinds } from './composing.ts';
import { openOrThrow } from './synthetic-database.ts';
import { type Cost, costOf } from './timed.ts';

const [, , path = '', rounds, fresh] = process.argv;
const database = openOrThrow(path);
const ports: CorrectedPorts = {
  ...{ claims: sqliteClaimStore(database), gazetteer: sqliteGazetteer(database), health: sqliteSourceHealth(database) },
  ...{ settings: keyvOver(database, 'settings'), briefs: keyvOver(database, 'briefs'), trust: NO_TRUST },
  ...{ corrections: sqliteCorrections(database), deliveries: async () => [], report: unexpected, faults: () => [] },
  ...{ startedAtMs: Date.now(), version: 'bench' },
};
const { ids } = syntheticStore(1);
const scope = { guildId: '1001' };

/** As it stood before the last articles came. */
async function toldBefore(count: number): Promise<Told> {
  const arrivals = await ports.claims.arrivals(scope, 4_000 + count);
  const { articles } = await ports.claims.state(scope);
  return { atMs: 0, articles: articles - count, known: knownOf(arrivals.slice(count)), withheld: [], owed: [] };
}

const KINDS: Readonly<Record<string, Partial<Digest>>> = {
  everything: {},
  'one place': { queries: [`id:${ids.commonest}`] },
  'five subjects': {
    queries: [`id:${ids.commonest}`, `id:${ids.town}`, `id:${ids.person}`, 'topic:strikes', `id:${ids.country}`],
  },
};

const told = await toldBefore(Number(fresh));
const progress = { told, missed: null, uncertainMs: null, dropped: [], trouble: null };
/** What each kind took, the first time and then, and how many lines it had. */
async function measured([kind, change]: [string, Partial<Digest>]) {
  const digest = someDigest({ guildId: scope.guildId, pictures: false, ...change });
  const costs: Cost[] = [];
  let lines = 0;
  for (let round = 0; round < Number(rounds); round += 1) {
    costs.push(
      await costOf(async () => {
        const composed = await composeDigest(ports, digest, progress, Date.now());
        if (composed.kind === 'content') lines = composed.content.printed.length;
      }),
    );
  }
  return { kind, costs, lines };
}

const all: ComposedKinds = [];
for (const one of Object.entries(KINDS)) all.push(await measured(one));
process.send?.(all satisfies ComposedKinds);
