import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Sitrep } from '../../src/compose.ts';
import type { ModelSettings } from '../../src/domain/model.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Source } from '../../src/domain/source.ts';
import type { SourceNotice } from '../../src/domain/source-notice.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import type { Actor, Given } from '../../src/sources/contract.ts';
import { sharedReading } from './committed-knowledge.ts';
import { loadInto } from './loaded-folder.ts';
import { OFFLINE } from './no-sources.ts';

/** What a site answers at an address; `meanwhile` happens after it was asked and before it answers. */
interface Served {
  readonly status?: number;
  readonly type?: string;
  readonly location?: string;
  readonly body?: string;
  readonly meanwhile?: () => Promise<unknown>;
}

/** A whole Sitrep that reads sites of the test's own, each under its name. */
export interface SourcedSitrep {
  readonly sitrep: Sitrep;
  /** Of the database. */
  readonly file: string;
  /** Addresses as they were asked for, in order. */
  readonly asked: string[];
  readonly told: (readonly [Scope, SourceNotice])[];
  /** What was reported, and where. */
  readonly faults: (readonly [unknown, string | undefined])[];
  /** An address on a site. */
  readonly at: (host: string, path: string) => string;
  readonly put: (url: string, served: Served) => void;
  readonly advance: (ms: number) => void;
  readonly now: () => number;
  /** A moderator of a server of their own. */
  readonly moderator: (userId?: string) => Actor;
  readonly addFeed: (url: string, actor: Actor, given?: Given) => Promise<Source>;
  /** Reads what is due, and brings what was found. */
  readonly readAll: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * @param hosts names of the sites
 * @param model a language model that the operator brought
 */
export async function sourcedSitrep(
  hosts: readonly string[],
  model: ModelSettings | null = null,
): Promise<SourcedSitrep> {
  const pages = new Map<string, Served>();
  const asked: string[] = [];
  const server = createServer(async ({ url = '', headers: { host = '' } }, response) => {
    asked.push(`http://${host}${url}`);
    const {
      status = 200,
      type = 'application/rss+xml',
      location,
      body,
      meanwhile,
    } = pages.get(`${host}${url}`) ?? {
      status: 404,
    };
    await meanwhile?.();
    response.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-sourced-'));
  await loadInto(folder);
  const [told, faults]: [SourcedSitrep['told'], SourcedSitrep['faults']] = [[], []];
  let [offsetMs, guilds] = [0, 1_000];
  const now = (): number => Date.now() + offsetMs;
  const allowedHosts = hosts.map((host) => ({ host, port }));
  const opened = await compose({
    ...{ ...OFFLINE, stateDir: folder, dataDir: DATA_FOLDER, version: '1', startedAtMs: now(), now },
    articles: sharedReading(),
    model,
    fetching: { allowedHosts, contact: null, resolve: async () => ['127.0.0.1'], limits: { pauseMs: 0 } },
    tell: async (scope, notice) => told.push([scope, notice]) > 0,
    report: (error, where) => void faults.push([error, where]),
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  const { value: sitrep } = opened;
  return {
    ...{ sitrep, asked, told, faults, now, file: join(folder, 'sitrep.sqlite') },
    at: (host, path) => `http://${host}:${port}${path}`,
    put: (url, served) => void pages.set(url.replace('http://', ''), served),
    advance: (ms) => {
      offsetMs += ms;
    },
    moderator: (userId = '42') => {
      guilds += 1;
      return { scope: { guildId: String(guilds) }, userId, nowMs: now() };
    },
    addFeed: (url, actor, given = {}) => addFeed(sitrep, url, actor, given),
    readAll: async () => {
      await sitrep.reading.poll();
      await sitrep.reading.bring();
    },
    close: async () => {
      await sitrep.close();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function addFeed({ app }: Sitrep, url: string, actor: Actor, given: Given): Promise<Source> {
  const made = await app.sources.probe({ from: 'url', url, kind: 'feed' }, given, actor);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const added = await app.sources.add(made.value.id, false, actor);
  const source = added.ok ? added.value.added[0] : undefined;
  if (source === undefined) throw new Error(JSON.stringify(added));
  return source;
}

interface Entry {
  readonly id: string;
  readonly link: string;
  readonly text: string;
}

/** A feed of a site, each item whole. */
export const rssOf = (site: string, items: readonly Entry[], element = 'content:encoded'): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title><link>${site}</link><language>en</language>${items
    .map(
      ({ id, link, text }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>Title of ${id}</title><link>${link}</link><${element}>&lt;p&gt;${text}&lt;/p&gt;</${element}></item>`,
    )
    .join('')}</channel></rss>`;
