import type { Correction } from '../domain/correction.ts';
import type { DigestContent } from '../domain/outbox.ts';
import type { Block, Rich } from '../domain/page.ts';
import { small } from './blocks.ts';
import { correctionRuns, isRefuted, struck } from './correction-mark.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';
import { saidWords } from './told-claim.ts';

/** Longest that what was said, and why it does not stand, may be beside new lines; `/corrections` has both whole. */
const CHARS = 140;

/** What a digest printed before and does not stand as it did, with when and why. */
export function correctedBlocks({ brief, corrected }: DigestContent): readonly Block[] {
  if (!corrected) return [];
  const { language } = brief.question;
  const { digest: words } = messagesIn(language).correction;
  const rich = (one: Correction): Rich => {
    const said: Rich = [{ text: clip(saidWords(one.told, corrected.labels, language), CHARS) }];
    const why = correctionRuns(one, language).map((run) => ({ ...run, text: clip(run.text, CHARS) }));
    return [...(isRefuted(one) ? struck(said) : said), { text: ' · ' }, ...why];
  };
  return [
    small(words.title),
    ...corrected.corrections.map((one): Block => ({ kind: 'item', rich: rich(one) })),
    ...(corrected.more > 0 ? [small(words.more(corrected.more))] : []),
  ];
}
