import { z } from 'zod';

const Row = z.object({
  gold: z.number(),
  pred: z.number(),
  detP: z.number(),
  detR: z.number(),
  detF1: z.number(),
  keyP: z.number(),
  keyR: z.number(),
  keyF1: z.number(),
  structured: z.number(),
  structuredP: z.number(),
  structuredShare: z.number(),
  wrongActor: z.number(),
  lostNegation: z.number(),
});
const Share = z.object({ ok: z.number(), n: z.number(), share: z.number() });

/** What the scorer of the annotation prints with `--json`. */
export const Scores = z.object({
  articles: z.number(),
  rows: z.record(z.string(), Row),
  attribution: Share,
  epi: Share,
  realis: Share,
  date: Share,
  languages: z.record(z.string(), z.object({ articles: z.number(), detF1: z.number(), keyF1: z.number() })),
  negatives: z.object({ articles: z.number(), claims: z.number(), structured: z.number() }),
});
export type Scores = z.infer<typeof Scores>;

/** A figure with what it shall reach. */
interface Aim {
  readonly what: string;
  readonly floor: number;
  readonly goal: number;
  readonly value: number;
  readonly below?: true;
}

/** The page docs/quality.md. `printed` is scored over the claims alone that are printed; `notes` are the scorer's verbose lines. */
export function reportOf(all: Scores, printed: Scores, notes: readonly string[], folds: number): string {
  const total = all.rows.all;
  if (total === undefined) throw new RangeError('the scorer gave no totals');
  return [
    '# Quality of extraction',
    '',
    `Written by \`npm run eval\`. ${all.articles} annotated articles, ${total.gold} required claims that are no statements; ${folds}-fold cross-validation by article, articles on one event in one fold. Weights, gate and thresholds of a fold are chosen without its articles. Lexicons and rules were written while reading these articles: expect somewhat less elsewhere.`,
    '',
    aimTable(aimsOf(all, printed)),
    '',
    '## By type',
    '',
    typeTable(all),
    '',
    '## Where the errors are',
    '',
    errorTable(notes),
    '',
    '## Structured claims with a wrong actor or a lost negation',
    '',
    harmList(notes),
    '',
  ].join('\n');
}

function aimsOf(all: Scores, printed: Scores): readonly Aim[] {
  const total = all.rows.all ?? printed.rows.all;
  const shown = printed.rows.all;
  if (total === undefined || shown === undefined) return [];
  const harm = shown.structured === 0 ? 0 : (shown.wrongActor + shown.lostNegation) / shown.structured;
  return [
    { what: 'detection F1, all types', floor: 0.75, goal: 0.85, value: total.detF1 },
    { what: 'detection precision of what is printed', floor: 0.85, goal: 0.93, value: shown.detP },
    { what: 'key-slot F1, all types', floor: 0.45, goal: 0.65, value: total.keyF1 },
    { what: 'structured: precision', floor: 0.9, goal: 0.97, value: shown.structuredP },
    { what: 'structured: wrong actors and lost negations', floor: 0.01, goal: 0.005, value: harm, below: true },
    { what: 'structured: share of the annotated claims', floor: 0.15, goal: 0.4, value: shown.structuredShare },
    { what: 'attribution of detected claims', floor: 0.8, goal: 0.9, value: all.attribution.share },
    { what: 'epistemic status', floor: 0.75, goal: 0.85, value: all.epi.share },
    { what: 'dates, where the day of publication is known', floor: 0.6, goal: 0.8, value: all.date.share },
    {
      what: 'structured claims in articles without any',
      floor: 0,
      goal: 0,
      value: all.negatives.structured,
      below: true,
    },
    { what: 'Russian: detection F1', floor: 0.45, goal: 0.6, value: all.languages.ru?.detF1 ?? 0 },
  ];
}

function aimTable(aims: readonly Aim[]): string {
  const rows = aims.map(({ what, floor, goal, value, below }) => {
    const reaches = (aim: number): boolean => (below ? value <= aim : value >= aim);
    const verdict = reaches(goal) ? 'goal reached' : reaches(floor) ? 'floor reached' : 'missed';
    return `| ${what} | ${value.toFixed(3)} | ${floor} | ${goal} | ${verdict} |`;
  });
  return ['| figure | measured | floor | goal | |', '|---|---|---|---|---|', ...rows].join('\n');
}

function typeTable({ rows }: Scores): string {
  const lines = Object.entries(rows).map(
    ([type, row]) =>
      `| ${type} | ${row.gold} | ${row.pred} | ${row.detP} | ${row.detR} | ${row.detF1} | ${row.keyP} | ${row.keyR} | ${row.keyF1} |`,
  );
  const head = '| type | annotated | extracted | detection P | R | F1 | key slots P | R | F1 |';
  return [head, '|---|---|---|---|---|---|---|---|---|', ...lines].join('\n');
}

/** `ID SLOT move m3 wrong: actor,place` and the like, counted. */
function errorTable(notes: readonly string[]): string {
  const counts = new Map<string, number>();
  const add = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const note of notes) {
    const missed = /^\S+ (MISS|EXTRA) (\w+) /.exec(note);
    if (missed)
      add(
        missed[1] === 'MISS'
          ? `not found: ${missed[2]}`
          : `found where none is annotated, or a repetition: ${missed[2]}`,
      );
    const slots = /^\S+ SLOT (\w+) \S+ wrong: (\S+)/.exec(note);
    for (const slot of slots?.[2]?.split(',') ?? []) add(`wrong ${slot}: ${slots?.[1]}`);
    if (/^\S+ ATTR /.test(note))
      add(
        note.includes('pred=null')
          ? 'speaker not found'
          : note.includes('gold=null')
            ? 'speaker where none is annotated'
            : 'another speaker',
      );
  }
  const rows = [...counts].toSorted((a, b) => b[1] - a[1]).map(([what, count]) => `| ${what} | ${count} |`);
  return ['| error | claims |', '|---|---|', ...rows].join('\n');
}

function harmList(notes: readonly string[]): string {
  const found = notes.filter((note) => /WRONG ACTOR|LOST NEGATION/.test(note));
  if (found.length === 0) return 'None.';
  return found.map((note) => `- \`${note.replace(/ in a structured claim/, '')}\``).join('\n');
}
