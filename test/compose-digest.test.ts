import { beforeEach, describe, expect, test } from 'vitest';
import { EVENT_RULES } from '../src/brief/event/rules.ts';
import { composeDigest } from '../src/compose-digest.ts';
import { DISCORD_PAGE_LIMITS } from '../src/deliver/message.ts';
import type { ArticleFile } from '../src/domain/article-file.ts';
import { type Correction, statementKey } from '../src/domain/correction.ts';
import type { Digest } from '../src/domain/digest.ts';
import type { Delivery, DigestContent, Printed, Told } from '../src/domain/outbox.ts';
import { OPERATOR } from '../src/domain/scope.ts';
import type { Ports } from '../src/ports.ts';
import { renderDigest } from '../src/render/digest-pages.ts';
import { toText } from '../src/render/text.ts';
import type { CorrectionStore } from '../src/store/correction-contract.ts';
import { keyvOver } from '../src/store/keyv.ts';
import { sqliteClaimStore } from '../src/store/sqlite/claim-store.ts';
import { sqliteCorrections } from '../src/store/sqlite/corrections/corrections.ts';
import { sqliteGazetteer } from '../src/store/sqlite/gazetteer.ts';
import { openDatabase } from '../src/store/sqlite/open.ts';
import { sqliteSourceHealth } from '../src/store/sqlite/source-health.ts';
import { ENTITIES } from './support/claims.ts';
import { articleOf as article, dead, MAY, on, STRIKE, say, VISIT } from './support/dated-articles.ts';
import { someContent, someDigest } from './support/digests.ts';
import { unexpected } from './support/stored-app.ts';
import { NO_TRUST } from './support/trust.ts';

let ports: Ports;
let corrections: CorrectionStore;
beforeEach(async () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const gazetteer = sqliteGazetteer(opened.value);
  await gazetteer.replace('entities.json', 'digest', ENTITIES);
  const values = keyvOver(opened.value, 'values');
  const told = { report: unexpected, faults: () => [], startedAtMs: 0, version: '1' };
  const [claims, health] = [sqliteClaimStore(opened.value), sqliteSourceHealth(opened.value)];
  corrections = sqliteCorrections(opened.value);
  ports = { claims, gazetteer, health, corrections, trust: NO_TRUST, settings: values, briefs: values, ...told };
});

const put = (...files: readonly ArticleFile[]) => Promise.all(files.map((file) => ports.claims.put(OPERATOR, file)));

const shown = (brief: DigestContent['brief'], told: Told, beyond?: DigestContent['beyond']): string =>
  renderDigest(someContent({ brief, told, ...(beyond && { beyond }) }), null, DISCORD_PAGE_LIMITS, 1)
    .map((page) => toText(page))
    .join('');

/** A digest through one delivery after the other. */
function followed(change: Partial<Digest> = {}) {
  let told: Told | null = null;
  let delivered: readonly Delivery[] = [];
  const compose = () =>
    composeDigest(
      { ...ports, deliveries: async () => delivered },
      someDigest(change),
      { told, missed: null, uncertainMs: null, dropped: [], trouble: null },
      MAY(20),
    );
  const content = async (): Promise<DigestContent> => {
    const composed = await compose();
    if (composed.kind !== 'content') throw new Error(composed.kind);
    return composed.content;
  };
  return {
    compose,
    content,
    /** What the next digest prints, which is then delivered: each line with what is new of it. */
    next: async (missing: readonly Printed[] = []): Promise<readonly string[]> => {
      const { brief, told: next, printed } = await content();
      delivered = [{ ...DELIVERED, printed }, ...delivered];
      told = { ...next, owed: [...missing.map(({ claims, fresh }) => ({ claims, articles: fresh })), ...next.owed] };
      return brief.sections
        .flatMap(({ lines }) => lines)
        .map(({ backing: [first], changes }) => {
          const sentence = first?.claim.mode === 'paraphrase' ? first.claim.sentence.en : '';
          return [sentence, ...(changes ?? []).map(({ kind }) => kind)].join(' ');
        })
        .sort();
    },
  };
}

/** As it stands in the outbox. */
const DELIVERED: Omit<Delivery, 'printed'> = {
  ...{ slotMs: MAY(20), state: 'sent', reason: null, atMs: MAY(20), channelId: '12345', messageIds: [] },
};

describe('what was corrected since', () => {
  const wrong = (file: ArticleFile, atMs: number): Correction => {
    const [claim] = file.claims;
    if (!claim) throw new Error('no claim');
    const told = { article: file.article, claim };
    return {
      ...{ id: 'c2c2c2c2', scope: { guildId: '10000' }, key: statementKey(told), told, atMs, undone: null },
      ...{ kind: 'wrong', reason: 'It was a drill.', by: '7' },
    };
  };
  const page = (content: DigestContent): string =>
    renderDigest(content, null, DISCORD_PAGE_LIMITS, 1)
      .map((each) => toText(each))
      .join('');

  test('is told with the reason, of what the digest itself printed', async () => {
    const digest = followed({ whenQuiet: 'silent' });
    const [first, other] = [article('first', 'The Daily', 12, STRIKE), article('other', 'AFP', 12, VISIT)];
    await put(first);
    await digest.next();
    await put(other);
    await corrections.add([wrong(first, MAY(20) + 1)]);
    const content = await digest.content();
    expect(page(content)).toContain('~~A missile hit Kharkiv.');
    expect(page(content)).toContain('Corrected on 20 May 2024: It was a drill.');
    expect(content.corrected?.corrections).toHaveLength(1);
  });

  test('is told however much was withdrawn after it, and not where it does not hold', async () => {
    const digest = followed({ whenQuiet: 'silent' });
    const first = article('first', 'The Daily', 12, STRIKE);
    await put(first);
    await digest.next();
    const { scope, key, told, undone } = wrong(first, MAY(20) + 1);
    const made = { scope, key, told, undone, atMs: MAY(20) + 2 };
    const withdrawn = Array.from({ length: 450 }, (_, n): Correction => {
      const id = `w${String(n).padStart(7, '0')}`;
      return { ...made, id, key: `other ${n}`, kind: 'withdrawn', how: 'gone' };
    });
    await corrections.add([wrong(first, MAY(20) + 1), ...withdrawn]);
    expect((await digest.content()).corrected?.corrections.map(({ id }) => id)).toEqual(['c2c2c2c2']);
    await corrections.undo({ guildId: '10000' }, 'c2c2c2c2', null, MAY(20) + 3);
    const refuted: Correction = { ...made, id: 's2s2s2s2', kind: 'superseded', now: told };
    await corrections.add([refuted, { ...wrong(first, MAY(20) + 4), id: 'c4c4c4c4' }]);
    expect((await digest.content()).corrected?.corrections.map(({ id }) => id)).toEqual(['c4c4c4c4']);
  });

  test('of what it never printed is not told, and what is silent stays so', async () => {
    const digest = followed({ whenQuiet: 'silent', about: 'visits' });
    const [first, other] = [article('first', 'The Daily', 12, STRIKE), article('other', 'AFP', 12, VISIT)];
    await put(first, other);
    await digest.next();
    await corrections.add([wrong(first, MAY(20) + 1)]);
    expect((await digest.compose()).kind).toBe('nothing');
    await corrections.add([{ ...wrong(other, MAY(20) + 2), id: 'c3c3c3c3' }]);
    expect((await digest.content()).corrected?.corrections.map(({ id }) => id)).toEqual(['c3c3c3c3']);
  });
});

describe('digests one after the other', () => {
  test('tell first what is best reported, then what is new, then nothing', async () => {
    const digest = followed();
    await put(article('first', 'The Daily', 12, STRIKE));
    expect(await digest.next()).toEqual(['A missile hit Kharkiv.']);
    await put(article('second', 'AFP', 13, VISIT));
    expect(await digest.next()).toEqual(['Blinken was in Kyiv. new']);
    expect(await digest.next()).toEqual([]);
    expect((await digest.content()).brief.outcome).toBe('unchanged');
  });

  test('tell what has changed, and never again what is only told by others too', async () => {
    const digest = followed();
    await put(article('first', 'The Daily', 12, STRIKE, dead(5)));
    await digest.next();
    await put(article('second', 'AFP', 13, STRIKE, dead(6)));
    expect(await digest.next()).toEqual(['6 people died. revised']);
    await put(article('third', 'Reuters', 14, STRIKE));
    expect(await digest.next()).toEqual([]);
  });

  test('tell what was corrected', async () => {
    const digest = followed();
    await put(article('first', 'The Daily', 12, STRIKE), article('other', 'AFP', 12, VISIT));
    await digest.next();
    await put(article('first', 'The Daily', 12, { ...STRIKE, ...say('A missile hit Kharkiv at night.') }));
    expect(await digest.next()).toEqual(['A missile hit Kharkiv at night. corrected']);
  });

  test('tell again what was composed and did not reach anybody', async () => {
    const digest = followed();
    await put(article('first', 'The Daily', 12, STRIKE));
    await digest.next();
    await put(article('second', 'AFP', 13, VISIT));
    const lost = await digest.content();
    expect(lost.printed.map(({ changes }) => changes)).toEqual([['new']]);
    expect(await digest.next()).toEqual(['Blinken was in Kyiv. new']);
  });

  test('wait with what too few tell of, and then tell it as new, once', async () => {
    const digest = followed({ origins: 2 });
    await digest.next();
    await put(article('first', 'The Daily', 12, STRIKE, VISIT));
    expect(await digest.next()).toEqual([]);
    await put(article('second', 'AFP', 13, STRIKE));
    expect(await digest.next()).toEqual(['A missile hit Kharkiv. new']);
    await put(article('third', 'Reuters', 14, STRIKE));
    expect(await digest.next()).toEqual([]);
    await put(article('fourth', 'AP', 15, VISIT));
    expect(await digest.next()).toEqual(['Blinken was in Kyiv. new']);
    expect((await digest.content()).told.withheld).toEqual([]);
  });

  test('do not say that nothing came out while what did waits', async () => {
    await put(article('first', 'The Daily', 12, STRIKE));
    const { brief, told } = await followed({ origins: 2, queries: ['id:kharkiv'] }).content();
    expect([brief.outcome, told.withheld.length]).toEqual(['unchanged', 1]);
    expect(shown(brief, told)).toMatch(/too few independent sources tell of for this digest; they wait/);
    const quiet = await followed({ queries: ['id:kyiv'] }).content();
    expect(quiet.brief.outcome).not.toBe('unchanged');
    expect(shown(quiet.brief, quiet.told)).not.toMatch(/they wait/);
  });

  test('on several subjects hold each event once', async () => {
    const digest = followed({ queries: ['id:kharkiv', 'topic:strikes', 'id:kyiv'] });
    await put(article('first', 'The Daily', 12, STRIKE, VISIT, { type: 'aid' }));
    expect(await digest.next()).toEqual(['A missile hit Kharkiv.', 'Blinken was in Kyiv.']);
    await put(article('second', 'AFP', 13, dead(3), { ...VISIT, place: ['lviv'], visitor: ['joe-biden'] }));
    expect(await digest.next()).toEqual(['3 people died. new']);
  });
});

describe('what could not be told', () => {
  test('is told by the next, as what it was, and only that', async () => {
    const digest = followed();
    await put(article('first', 'The Daily', 12, STRIKE, dead(5)), article('other', 'AFP', 12, VISIT));
    await digest.next();
    await put(
      article('second', 'Reuters', 13, dead(6)),
      article('third', 'AP', 13, { type: 'aid', ...say('Aid came.') }),
    );
    const { printed } = await digest.content();
    const missing = printed.filter(({ changes }) => changes.includes('revised'));
    expect(missing).toMatchObject([{ fresh: ['second'] }]);
    expect(await digest.next(missing)).toEqual(['6 people died. revised', 'Aid came. new']);
    expect(await digest.next()).toEqual(['6 people died. revised']);
    expect(await digest.next()).toEqual([]);
  });

  test('for there was too much is left for the next, and that is said', async () => {
    const digest = followed();
    await digest.next();
    const days = Array.from({ length: 170 }, (_, n) => new Date(MAY(-200 + n)).toISOString().slice(0, 10));
    await put(
      article('many', 'AFP', 12, ...days.map((day, n) => ({ ...STRIKE, ...on(day), ...say(`Strike ${n} hit.`) }))),
    );
    const { brief, told, beyond } = await digest.content();
    expect(beyond).toEqual({ left: 10, untold: 0, articles: 0 });
    expect(shown(brief, told, beyond)).toMatch(
      /10 more events had no room to be looked at and are left for the next digest/,
    );
    const [first, second, third] = [await digest.next(), await digest.next(), await digest.next()];
    expect([first?.length, second?.length, third?.length]).toEqual([160, 10, 0]);
    expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(170);
  });
});

describe('a digest', () => {
  test('with nothing new says nothing where it is to be silent, unless sources fail', async () => {
    const digest = followed({ whenQuiet: 'silent' });
    await put(article('first', 'The Daily', 12, STRIKE));
    await digest.next();
    expect(await digest.compose()).toMatchObject({ kind: 'nothing', told: { articles: 1 } });
    await ports.health.failed(OPERATOR, { id: 'afp', publisher: 'AFP' }, MAY(13));
    expect((await digest.content()).brief.failing).toEqual([{ publisher: 'AFP', sinceMs: MAY(13) }]);
  });

  test('goes on without a subject that vanished, and says which; without any it is none', async () => {
    await put(article('first', 'The Daily', 12, STRIKE));
    const { lost, brief } = await followed({ queries: ['Atlantis', 'id:kharkiv'] }).content();
    expect([lost, brief.sections.length]).toEqual([['Atlantis'], 1]);
    expect(await followed({ queries: ['Atlantis'] }).compose()).toEqual({ kind: 'no-subject', query: 'Atlantis' });
  });

  test('keeps what was printed with the claims behind it', async () => {
    await put(article('first', 'The Daily', 12, STRIKE), article('second', 'AFP', 13, STRIKE));
    const { printed, brief } = await followed().content();
    expect(printed).toEqual([
      {
        event: brief.sections[0]?.lines[0]?.id,
        changes: [],
        claims: expect.arrayContaining([expect.stringMatching(/ c1$/)]),
        statements: [expect.any(String), expect.any(String)],
        fresh: expect.arrayContaining(['first', 'second']),
      },
    ]);
    expect(printed[0]?.claims).toHaveLength(2);
  });
});
