import type { Backing, Brief, Dispute, Line } from './brief.ts';
import { type Correction, foremost, statementKey } from './correction.ts';

/** Corrections that hold, by the `statementKey` of what they correct. */
export type Corrections = ReadonlyMap<string, readonly Correction[]>;

type KeyOf = (said: Pick<Backing, 'citation' | 'claim'>) => string;

/** The answer as it was, with each claim that does not stand any more marked as such; marks that it had before are gone. */
export function withCorrections(brief: Brief, corrections: Corrections): Brief {
  const articles = new Map(brief.sources.map(({ citation, articleId }) => [citation, articleId]));
  const keyOf: KeyOf = ({ citation, claim }) => statementKey({ article: { id: articles.get(citation) ?? '' }, claim });
  const sections = brief.sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => markedLine(line, keyOf, corrections)),
  }));
  return { ...brief, sections };
}

function markedLine(line: Line, keyOf: KeyOf, corrections: Corrections): Line {
  const mark = (backing: Backing): Backing => markedBacking(backing, keyOf, corrections);
  return {
    ...line,
    backing: line.backing.map(mark),
    accounts: line.accounts.map((account) => ({ ...account, backing: account.backing.map(mark) })),
    disputes: line.disputes.map((dispute) => markedDispute(dispute, mark, keyOf, corrections)),
  };
}

function markedBacking({ corrected: _, ...backing }: Backing, keyOf: KeyOf, corrections: Corrections): Backing {
  const corrected = foremost(corrections.get(keyOf(backing)) ?? []);
  return corrected ? { ...backing, corrected } : backing;
}

function markedDispute(
  { over, values }: Dispute,
  mark: (backing: Backing) => Backing,
  keyOf: KeyOf,
  corrections: Corrections,
): Dispute {
  return {
    over,
    values: values.map(({ corrected: _, ...value }) => {
      const each = value.citations.map((citation) => corrections.get(keyOf({ citation, claim: value.claim })) ?? []);
      const corrected = each.every((those) => those.length > 0) ? foremost(each.flat()) : undefined;
      return {
        ...value,
        ...(value.backing && { backing: value.backing.map(mark) }),
        ...(corrected && { corrected }),
      };
    }),
  };
}
