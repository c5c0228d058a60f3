import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import type { Corrections } from '../../src/domain/corrections.ts';
import type { Page } from '../../src/domain/page.ts';
import type { PrintedMessage } from '../../src/domain/printed-message.ts';
import type { CorrectionStore } from '../../src/store/correction-contract.ts';
import type { PrintedStore } from '../../src/store/printed-contract.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import type { Database } from '../../src/store/sqlite/database.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqlitePrinted } from '../../src/store/sqlite/printed/printed.ts';
import type { EditOutcome } from '../../src/travel/channel.ts';
import { createTravel, type TravellingPorts } from '../../src/travel/travel.ts';
import { aPage } from '../support/echo-command.ts';
import { BRIDGE, DEPOT, someMessage, wrong } from '../support/printed.ts';
import { unexpected } from '../support/stored-app.ts';

/** The process ends here: whoever waits for this waits in vain. */
class Ended extends Error {
  override readonly name = 'Ended';
}

let database: Database;
let printed: PrintedStore;
let corrections: CorrectionStore;
let nowMs: number;
/** What stands in each message, and how often it was edited. */
let shown: Map<string, { readonly text: string; readonly edits: number }>;
beforeEach(() => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  database = opened.value;
  [printed, corrections] = [sqlitePrinted(database, unexpected), sqliteCorrections(database)];
  nowMs = someMessage().atMs + 3_600_000;
  shown = new Map();
});
afterEach(() => database.close());

/** As text: the face, and the reasons of what is corrected. */
const textOf = ({ face }: PrintedMessage, of: Corrections): string =>
  [
    face.view,
    ...[...of.values()]
      .flat()
      .flatMap((one) => (one.kind === 'wrong' ? [one.reason] : []))
      .sort(),
  ].join(' ');

const wordsOf = ({ blocks }: Page): string =>
  blocks.flatMap((block) => ('rich' in block ? block.rich.map(({ text }) => text) : [])).join('');

const edit: TravellingPorts['edit'] = async ({ messageId }, page) => {
  const edits = (shown.get(messageId)?.edits ?? 0) + 1;
  shown.set(messageId, { text: wordsOf(page), edits });
  return { kind: 'done' };
};

function travel(over: Partial<TravellingPorts> = {}, owner = 'me') {
  const layOut: TravellingPorts['layOut'] = (message, of) => aPage(textOf(message, of ?? new Map()));
  const report = (error: unknown): void => {
    if (!(error instanceof Ended)) throw error;
  };
  return createTravel({
    printed,
    corrections,
    layOut,
    edit,
    now: () => nowMs,
    owner,
    report,
    lost: () => undefined,
    ...over,
  });
}

const settled = async () => {
  for (let round = 0; round < 6; round += 1) {
    await travel({}, 'another').tick();
    nowMs += 61_000;
  }
};

/** Whatever the store, the log or the platform is asked for: it is done or not, and the process ends. */
function endingAt(step: number, isDone: boolean) {
  let left = step;
  const ending = <A extends readonly unknown[], R>(does: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      left -= 1;
      if (left < 0) throw new Ended();
      if (left > 0) return does(...given);
      if (isDone) await does(...given);
      throw new Ended();
    };
  };
  const { spreadTo, spread, open, hold, settle, again } = printed;
  return {
    hasEnded: () => left <= 0,
    over: {
      printed: {
        ...printed,
        ...{ spreadTo: ending(spreadTo), spread: ending(spread), open: ending(open), hold: ending(hold) },
        ...{ settle: ending(settle), again: ending(again) },
      },
      corrections: { since: ending(corrections.since), of: ending(corrections.of) },
      edit: ending(edit),
    },
  };
}

describe.for([true, false])('a process that ends at any one thing that it waits for (done: %s)', (isDone) => {
  test('loses no edit, and another one brings it to its end', async () => {
    let step = 1;
    for (let hasEnded = true; hasEnded && step < 50; step += 1) {
      const messageId = String(70_000 + step);
      await printed.note([someMessage({ messageId })]);
      await corrections.add([wrong(BRIDGE, { id: `made${1_000 + step}`, reason: `reason ${step}.` })]);
      const ending = endingAt(step, isDone);
      await travel(ending.over)
        .tick()
        .catch((error: unknown) => expect(error).toBeInstanceOf(Ended));
      hasEnded = ending.hasEnded();
      nowMs += 61_000;
      await settled();
      expect(shown.get(messageId)?.text, `step ${step}`).toBe(`overview reason ${step}.`);
      await corrections.undo({ guildId: '10000' }, `made${1_000 + step}`, null, nowMs);
      await settled();
      expect(shown.get(messageId)?.text).toBe('overview');
      expect((await printed.counts()).waiting).toBe(0);
      await printed.erase('10000');
    }
    expect(step).toBeGreaterThan(6);
  });
});

describe('a message', () => {
  beforeEach(() => printed.note([someMessage()]));
  const textIn = () => shown.get('70000');

  test('shows several corrections by one edit, and nothing changes when nothing happens', async () => {
    await corrections.add([wrong(), wrong(DEPOT, { id: 'corr0002', article: 'article-2', reason: 'Nor a depot.' })]);
    for (const _ of [1, 2]) await travel().tick();
    expect(textIn()).toEqual({ text: 'overview It was another bridge. Nor a depot.', edits: 1 });
  });

  test('is left alone where what it shows is the same, and that is told', async () => {
    await corrections.add([wrong()]);
    await travel({ layOut: () => aPage('the same') }).tick();
    expect(textIn()).toBeUndefined();
    expect((await printed.travelled(null, ['corr0001'])).get('corr0001')).toMatchObject({ elsewhere: 1, waiting: 0 });
  });

  test('that was sent with its marks, and noted after they were spread, is left alone', async () => {
    await corrections.add([wrong()]);
    await travel().tick();
    await printed.note([someMessage({ messageId: '70001' })]);
    const marked: TravellingPorts['layOut'] = (message, of) =>
      aPage(of === null ? 'overview It was another bridge.' : textOf(message, of));
    await travel({ layOut: marked }).tick();
    expect(shown.get('70001')).toBeUndefined();
    expect((await printed.travelled(null, ['corr0001'])).get('corr0001')).toMatchObject({ shown: 2, waiting: 0 });
    await corrections.undo({ guildId: '10000' }, 'corr0001', null, nowMs);
    await travel({ layOut: marked }).tick();
    expect(shown.get('70001')).toEqual({ text: 'overview', edits: 1 });
  });

  test('is edited back though nobody knows whether it was edited before', async () => {
    await corrections.add([wrong()]);
    const lost: TravellingPorts['edit'] = async (...given) => {
      await edit(...given);
      return { kind: 'unknown' };
    };
    await travel({ edit: lost }).tick();
    await corrections.undo({ guildId: '10000' }, 'corr0001', null, nowMs);
    await settled();
    expect(textIn()).toEqual({ text: 'overview', edits: 2 });
  });

  test('that is turned while it is edited shows in the end what it was turned to, marked', async () => {
    await corrections.add([wrong()]);
    const turning: TravellingPorts['edit'] = async (...given) => {
      await printed.note([someMessage({ face: { view: 'sources', page: 1, again: false } })]);
      return edit(...given);
    };
    await travel({ edit: turning }).tick();
    expect(textIn()?.text).toBe('overview It was another bridge.');
    await settled();
    expect(textIn()?.text).toBe('sources It was another bridge.');
  });

  test('that is corrected while it is edited is edited once more', async () => {
    await corrections.add([wrong()]);
    const later = wrong(DEPOT, { id: 'corr0002', article: 'article-2', reason: 'Nor a depot.' });
    const correcting: TravellingPorts['edit'] = async (...given) => {
      await corrections.add([later]);
      await travel({}, 'another').tick();
      return edit(...given);
    };
    await travel({ edit: correcting }).tick();
    await settled();
    expect(textIn()).toEqual({ text: 'overview It was another bridge. Nor a depot.', edits: 2 });
  });

  test('is edited by one of several instances', async () => {
    await corrections.add([wrong()]);
    await Promise.all([travel({}, 'one').tick(), travel({}, 'two').tick()]);
    expect(textIn()?.edits).toBe(1);
  });

  test.for<{ readonly outcome: EditOutcome; readonly waits: readonly number[] }>([
    { outcome: { kind: 'unknown' }, waits: [30_000, 60_000, 120_000, 240_000, 480_000, 960_000, 1_800_000, 1_800_000] },
    { outcome: { kind: 'later', afterMs: 7_000 }, waits: [7_000, 7_000, 7_000] },
    { outcome: { kind: 'later', afterMs: 5 * 3_600_000 }, waits: [1_800_000, 1_800_000] },
  ])(
    'that cannot be reached ($outcome.kind) is tried again, at last every half an hour',
    async ({ outcome, waits }) => {
      await corrections.add([wrong()]);
      let tries = 0;
      const failing: TravellingPorts['edit'] = async () => {
        tries += 1;
        return outcome;
      };
      const { tick } = travel({ edit: failing });
      await tick();
      for (const [at, wait] of waits.entries()) {
        nowMs += wait - 1;
        await tick();
        expect(tries).toBe(at + 1);
        nowMs += 1;
        await tick();
        expect(tries).toBe(at + 2);
      }
    },
  );

  test('that is out of reach for good is asked for once', async () => {
    await corrections.add([wrong()]);
    let tries = 0;
    const gone: TravellingPorts['edit'] = async () => {
      tries += 1;
      return { kind: 'unreachable', why: 'gone' };
    };
    const { tick } = travel({ edit: gone });
    for (const _ of [1, 2]) await tick();
    expect(tries).toBe(1);
  });
});

test('a stop begins nothing new and waits for what is under way', async () => {
  await printed.note(Array.from({ length: 10 }, (_, at) => someMessage({ messageId: String(70_000 + at) })));
  await corrections.add([wrong()]);
  const under = travel({
    edit: async (...given) => {
      stopping ??= under.stop();
      return edit(...given);
    },
  });
  let stopping: Promise<void> | undefined;
  await under.tick();
  await stopping;
  expect(shown.size).toBeLessThanOrEqual(3);
  await under.tick();
  expect(shown.size).toBeLessThanOrEqual(3);
  await settled();
  expect(shown.size).toBe(10);
});
