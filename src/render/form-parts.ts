import type { Brief, Line, Section } from '../domain/brief.ts';
import { VISIT_STATUSES } from '../domain/claim.ts';
import type { Form } from '../domain/form.ts';
import { DAY_MS } from '../domain/period.ts';
import { tally } from './count-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { countOf, isWhole } from './section-count.ts';

/** What stands under one heading of an answer's overview. */
export interface Part {
  readonly name: string;
  /** What stands beside the name, in words. */
  readonly count: string;
  /** That this is not all there is; null where it is. */
  readonly note: string | null;
  readonly lines: readonly Line[];
}

/** How an answer of a form is laid out. */
export interface Layout {
  readonly partsOf: (brief: Brief) => readonly Part[];
  /** Whether what an article says in its own voice begins with the outlet's name. */
  readonly namesOutlets: boolean;
}

/** How the lines of each form's answer are parted and ordered. */
export const LAYOUTS: Readonly<Record<Form, Layout>> = {
  summary: { partsOf: byTopic, namesOutlets: false },
  troops: { partsOf: (brief) => byTopic(brief).map(newestDayFirst), namesOutlets: true },
  visits: { partsOf: byStatus, namesOutlets: false },
};

function byTopic(brief: Brief): readonly Part[] {
  const { language } = brief.question;
  return brief.sections.map((section) => ({
    name: messagesIn(language).brief.topic[section.topic],
    count: tally(countOf(section), language),
    note: bestNote(section, brief),
    lines: section.lines,
  }));
}

function bestNote(section: Section, { question: { about, language } }: Brief): string | null {
  if (isWhole(section)) return null;
  const words = messagesIn(language).brief;
  const { lines, claims } = section;
  return words.best(lines.length, words.claims(tally(countOf(section), language), claims), about !== 'everything');
}

/** In a day, the order that they have. */
const newestDayFirst = (part: Part): Part => ({ ...part, lines: part.lines.toSorted((a, b) => dayOf(b) - dayOf(a)) });

const dayOf = ({ newestAtMs }: Line): number => Math.floor((newestAtMs ?? Number.MIN_SAFE_INTEGER) / DAY_MS);

/** What is to come stands before what has been. */
function byStatus(brief: Brief): readonly Part[] {
  const { language } = brief.question;
  const [section] = brief.sections;
  if (!section) return [];
  const words = messagesIn(language).brief.visitStatus;
  const parts = VISIT_STATUSES.flatMap((status): readonly Part[] => {
    const lines = section.lines.filter(({ claim }) => claim.type === 'visit' && claim.status === status);
    return lines.length > 0
      ? [newestDayFirst({ name: words[status], count: tally(lines.length, language), note: null, lines })]
      : [];
  });
  const [first, ...rest] = parts;
  return first ? [{ ...first, note: bestNote(section, brief) }, ...rest] : [];
}
