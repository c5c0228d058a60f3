import { Brief } from '../../src/domain/brief.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { DigestContent } from '../../src/domain/outbox.ts';

/** A daily digest of all there is. */
export const someDigest = (change: Partial<Digest> = {}): Digest => ({
  id: 'aaaaaaaa',
  guildId: '10000',
  channelId: '50000',
  queries: [],
  about: 'everything',
  timetable: { schedule: { kind: 'daily', at: 480 }, zone: 'Europe/Kyiv' },
  language: 'en',
  sources: 'all',
  origins: 1,
  whenQuiet: 'say',
  roleId: null,
  how: 'message',
  crosspost: false,
  pictures: true,
  vetoMinutes: null,
  state: 'active',
  createdBy: '90000',
  createdAtMs: 0,
  fromMs: 0,
  ...change,
});

/** What a digest with nothing new holds. */
export const someContent = (change: Partial<DigestContent> = {}): DigestContent => ({
  brief: Brief.parse({
    id: 'abcdefgh',
    question: {
      text: '',
      subject: { kind: 'all' },
      about: 'everything',
      period: null,
      language: 'en',
      scope: { guildId: '10000' },
    },
    askedAtMs: 0,
    outcome: 'unchanged',
    span: null,
    coverage: null,
    sections: [],
    sources: [],
    topicCounts: {},
    labels: {},
    also: [],
    wider: null,
  }),
  missed: null,
  uncertainMs: null,
  told: { atMs: 1, articles: 0, known: '', withheld: [], owed: [] },
  lost: [],
  printed: [{ event: 'abcdef', changes: ['new'], claims: ['0123456789abcdef/c1'], fresh: [] }],
  ...change,
});
