import { describe, expect, test } from 'vitest';
import { OPERATOR } from '../../src/domain/scope.ts';
import type { Source } from '../../src/domain/source.ts';
import { aJudged, judging } from '../support/trust.ts';

const SERVER = { guildId: '1' };

describe('how publishers are judged', () => {
  test.for<{ name: string; own?: readonly Source[]; operators?: readonly Source[]; is: string }>([
    { name: 'by nobody', is: 'usual' },
    { name: 'by whoever runs the bot', operators: [aJudged('BBC', 'trusted')], is: 'trusted' },
    { name: 'by the server', own: [aJudged('BBC', 'doubtful')], is: 'doubtful' },
    {
      name: 'by the server rather than by whoever runs the bot',
      own: [aJudged('BBC', 'doubtful')],
      operators: [aJudged('BBC', 'trusted')],
      is: 'doubtful',
    },
    {
      name: 'as usual by the server, which counts as well',
      own: [aJudged('BBC', 'usual')],
      operators: [aJudged('BBC', 'doubtful')],
      is: 'usual',
    },
    {
      name: 'in several ways: the best',
      own: [aJudged('BBC', 'usual'), aJudged('BBC', 'trusted'), aJudged('BBC', 'doubtful')],
      is: 'trusted',
    },
    { name: 'under another name of its', own: [aJudged('BBC News', 'trusted')], is: 'trusted' },
    { name: 'in another case', own: [aJudged('bbc', 'trusted')], is: 'trusted' },
    {
      name: 'by a source that is still to be approved',
      own: [aJudged('BBC', 'trusted', { state: 'pending' })],
      is: 'usual',
    },
    { name: 'by a source that is paused', own: [aJudged('BBC', 'trusted', { state: 'paused' })], is: 'trusted' },
    { name: 'by another publisher’s source', own: [aJudged('CNN', 'trusted')], is: 'usual' },
  ])('$name: $is', async ({ own = [], operators = [], is }) => {
    const trust = judging(() => ({ '1': own, '': operators }));
    expect((await trust.tiers(SERVER))('BBC')).toBe(is);
  });

  test('what a server judges is nobody else’s', async () => {
    const trust = judging(() => ({ '1': [aJudged('BBC', 'doubtful')] }));
    const others = [OPERATOR, { guildId: '2' }].map(async (scope) => (await trust.tiers(scope))('BBC'));
    expect(await Promise.all(others)).toEqual(['usual', 'usual']);
  });

  test('it is looked up once a revision', async () => {
    let [revision, looked] = [0, 0];
    const sources = () => {
      looked += 1;
      return {};
    };
    const trust = judging(sources, async () => revision);
    for (const at of [0, 0, 1]) {
      revision = at;
      await trust.tiers(OPERATOR);
    }
    expect(looked).toBe(2);
  });
});
