import { resolveName } from '../brief/resolve.ts';
import { CLAIM_TYPES, type Claim } from '../domain/claim.ts';
import type { Scope } from '../domain/scope.ts';
import type { RankedClaim } from '../domain/sourced-claim.ts';
import { stemsOf } from '../domain/stems.ts';
import { candidatesNamed } from '../named.ts';
import type { Ports } from '../ports.ts';

/** Names of one statement that are looked up, and the words of the longest. */
const [LOOKED_UP, NAME_WORDS] = [24, 3];
const NAMES_AT_MOST = 3;
const EVENTS_AT_MOST = 20;
/** Events that are shown. */
const SHOWN = 2;
/** Words that a statement and a claim must share, names among them. */
const SHARED = 3;
const STEM_CHARS = 5;

/** A claim of each of the few events that name what a statement names, in words that it has too; most of these first. */
export async function eventsNear(ports: Ports, scope: Scope, text: string): Promise<readonly RankedClaim[]> {
  const ids = await namesIn(ports, scope, text);
  const found = await Promise.all(
    ids.flatMap((id) =>
      CLAIM_TYPES.map((type) =>
        ports.claims.best({ scope, subject: { kind: 'entity', id }, span: null }, type, EVENTS_AT_MOST),
      ),
    ),
  );
  const stems = new Set(stemsOf(text, STEM_CHARS));
  const scored = found
    .flat()
    .map((one) => ({ one, score: new Set(stemsOf(wordsOf(one.claim), STEM_CHARS)).intersection(stems).size }))
    .filter(({ score }) => score >= SHARED)
    .sort((a, b) => b.score - a.score || b.one.publishers - a.one.publishers || (a.one.event < b.one.event ? -1 : 1));
  return [...new Map(scored.map(({ one }) => [one.event, one])).values()].slice(0, SHOWN);
}

/** What the capitalised words of a text name, as far as only one thing goes by the name. */
async function namesIn(ports: Ports, scope: Scope, text: string): Promise<readonly string[]> {
  const words = text.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const names = words.flatMap((word, at) =>
    /^\p{Lu}/u.test(word)
      ? Array.from({ length: NAME_WORDS }, (_, more) => words.slice(at, at + more + 1).join(' ')).reverse()
      : [],
  );
  const ids = new Set<string>();
  for (const name of new Set(names.slice(0, LOOKED_UP))) {
    const [first, ...rest] = await candidatesNamed(ports, scope, name);
    const resolved = first ? resolveName([first, ...rest]) : null;
    if (resolved?.kind === 'one' && resolved.chosen.claims > 0) ids.add(resolved.chosen.entity.id);
  }
  return [...ids].slice(0, NAMES_AT_MOST);
}

/** Of what keeps no sentence, the first words of its evidence. */
const wordsOf = (claim: Claim): string =>
  claim.mode === 'paraphrase'
    ? `${claim.sentence.en} ${claim.sentence.uk}`
    : claim.evidence.map(({ pointer }) => pointer).join(' ');
