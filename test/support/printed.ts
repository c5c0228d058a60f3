import type { Brief } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { type Correction, statementKey } from '../../src/domain/correction.ts';
import type { PrintedBody, PrintedMessage } from '../../src/domain/printed-message.ts';
import { aBrief, aLine, aSection, MAY_15_MS } from './briefs.ts';
import { aClaim } from './claims.ts';

const GUILD = '10000';

/** The bridge of the first article, and the depot of the second: each by its claim. */
export const BRIDGE = aClaim({
  id: 'c1',
  place: ['vovchansk'],
  sentence: { en: 'The bridge was hit.', uk: 'Міст уражено.' },
});
export const DEPOT = aClaim({
  id: 'c2',
  place: ['kharkiv-oblast'],
  sentence: { en: 'The depot burnt.', uk: 'Склад згорів.' },
});

/** An answer in which one article tells of the bridge and another of the depot. */
export const bridgeAndDepot = (change: Parameters<typeof aBrief>[0] = {}): Brief =>
  aBrief({
    sections: [
      aSection('strikes', [
        aLine(BRIDGE, { id: 'bridge', citations: [1] }),
        aLine(DEPOT, { id: 'depots', citations: [2] }),
      ]),
    ],
    ...change,
  });

type Answer = Extract<PrintedBody, { readonly kind: 'answer' }>;

/** An answer in a channel, as it was sent. */
export const someMessage = (change: Partial<PrintedMessage> = {}): PrintedMessage => ({
  guildId: GUILD,
  channelId: '50000',
  messageId: '70000',
  body: { kind: 'answer', brief: bridgeAndDepot() } satisfies Answer,
  face: { view: 'overview', page: 1, again: false },
  atMs: MAY_15_MS,
  ...change,
});

/** That what an article says is wrong, by a moderator of the server. */
export function wrong(
  claim: Claim = BRIDGE,
  change: Partial<Extract<Correction, { readonly kind: 'wrong' }>> & { readonly article?: string } = {},
): Extract<Correction, { readonly kind: 'wrong' }> {
  const { article: id = 'article-1', ...rest } = change;
  const article = {
    ...{ id, title: 'What happened', publisher: 'The Daily', author: null, url: 'https://example.org/1' },
    ...{ published: null, language: 'en', relays: [] },
    text: { sha256: '0'.repeat(64), chars: 100 },
  };
  return {
    ...{ id: 'corr0001', kind: 'wrong', scope: { guildId: GUILD }, key: statementKey({ article: { id }, claim }) },
    told: { article, claim },
    ...{ reason: 'It was another bridge.', by: '90000', atMs: MAY_15_MS + 60_000, undone: null },
    ...rest,
  };
}
