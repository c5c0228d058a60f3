import type { Account, Backing, Brief, Line, Source } from '../../domain/brief.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Language } from '../../domain/language.ts';
import type { Topic } from '../../domain/topic.ts';
import { printedLine } from '../printed-line.ts';
import { type Labels, nameOf } from '../speaker.ts';

/** Where a claim stands in its article. */
interface ExportEvidence {
  /** UTF-16 code units, half-open. */
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly sha256: string;
  /** The first few words there. */
  readonly pointer: string;
  /** The words there; null where the article's text is not kept. */
  readonly quote: string | null;
}

/** One claim of one article, with all that an answer says of it. docs/export.md says what each field is. */
export interface ExportRecord {
  readonly event: string;
  /** What it is to the line of the event: the claim that is printed or another that says the same, or one of another account. */
  readonly relation: 'line' | Account['relation'];
  readonly claim: string;
  readonly article: string;
  readonly topic: Topic;
  readonly type: Claim['type'];
  readonly words: string;
  readonly mode: Claim['mode'];
  readonly slots: Readonly<Record<string, unknown>>;
  readonly speaker: string | null;
  readonly speakerName: string | null;
  readonly side: string | null;
  readonly via: string | null;
  readonly epistemic: Claim['epi'];
  readonly confirmation: string | null;
  readonly realis: Claim['realis'];
  readonly negated: boolean;
  readonly date: string | null;
  readonly dateText: string | null;
  readonly doubt: string | null;
  /** The language model that read it, by its name; absent: Sitrep's own reading. */
  readonly engine?: string;
  readonly source: Source;
  readonly evidence: readonly ExportEvidence[];
}

/** Every claim behind an answer, event by event in its order. */
export function recordsOf(brief: Brief): readonly ExportRecord[] {
  const sources = new Map(brief.sources.map((source) => [source.citation, source]));
  return brief.sections.flatMap(({ topic, lines }) =>
    lines.flatMap((line) =>
      told(line).flatMap(({ relation, backing }) => {
        const source = sources.get(backing.citation);
        const place = { event: line.id, relation, topic } as const;
        return source ? [{ ...place, ...claimOf(backing, source, brief.labels, brief.question.language) }] : [];
      }),
    ),
  );
}

function told({ backing, accounts }: Line) {
  const accounting = accounts.flatMap(({ relation, backing: those }) =>
    those.map((each) => ({ relation, backing: each })),
  );
  return [...backing.map((each) => ({ relation: 'line', backing: each }) as const), ...accounting];
}

type OfClaim = Omit<ExportRecord, 'event' | 'relation' | 'topic'>;

function claimOf(backing: Backing, source: Source, labels: Labels, language: Language): OfClaim {
  const { claim } = backing;
  return {
    ...{ claim: claim.id, article: source.articleId, type: claim.type, mode: claim.mode },
    words: printedLine(backing, source.language, labels, language),
    slots: slotsOf(claim),
    ...voiceOf(claim, labels, language),
    ...{ epistemic: claim.epi, confirmation: claim.confirmation ?? null, realis: claim.realis, negated: claim.neg },
    ...{ date: claim.date?.iso ?? null, dateText: claim.date?.text ?? null },
    doubt: claim.suspect?.[language] ?? null,
    ...(claim.engine !== undefined && { engine: claim.engine }),
    source,
    evidence: evidenceOf(backing),
  };
}

function voiceOf({ attr }: Claim, labels: Labels, language: Language) {
  return {
    speaker: attr?.who ?? null,
    speakerName: attr && nameOf(attr.who, labels, language),
    side: attr?.side ?? null,
    via: attr?.via ?? null,
  };
}

/** What a claim has beside its slots. */
const COMMON: ReadonlySet<string> = new Set([
  ...[
    'id',
    'type',
    'mode',
    'attr',
    'epi',
    'confirmation',
    'realis',
    'neg',
    'date',
    'evidence',
    'suspect',
    'surface',
    'engine',
  ],
  ...['sentence', 'excerpt'],
]);

const slotsOf = (claim: Claim): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(claim).filter(([name]) => !COMMON.has(name)));

/** A span without its words has none among the quotes; the others have them in order, each as long as its span. */
function evidenceOf({ claim, quotes }: Backing): readonly ExportEvidence[] {
  const left = [...quotes];
  return claim.evidence.map((span) => ({
    ...span,
    quote: left[0]?.length === span.end - span.start ? (left.shift() ?? null) : null,
  }));
}
