import type { Brief, Source } from '../../domain/brief.ts';
import type { Language } from '../../domain/language.ts';
import { messagesIn } from '../messages/in-language.ts';
import { sourceDateWords } from '../source-words.ts';
import { outletStanding } from '../standing-words.ts';
import { titleWords } from '../subject-words.ts';
import { plainWords } from '../text.ts';
import type { Pieces } from './pieces.ts';
import type { ExportRecord } from './record.ts';

/** What means something anywhere in a line of CommonMark or GitHub's dialect: https://spec.commonmark.org/0.31.2/#backslash-escapes */
const MARKUP = /[\\`*_[\]<&|~$@]/g;
/** What begins a heading, a quotation, a list, a rule or an underline. */
const LINE_START = /^(\d*)(?=[#>+=.)-])(?:(?<!\d)[#>+=-]|(?<=\d)[.)])/;
/** GitHub makes links of bare addresses: https://github.github.com/gfm/#autolinks-extension- */
const ADDRESS = /:(?=\/\/)|(?<=www)\./gi;

/** Text from outside in one line that reads as it stands: no markup, link, mention or HTML in it. */
export const escapeMarkdown = (text: string): string =>
  plainWords(text)
    .trim()
    .replace(MARKUP, '\\$&')
    .replace(ADDRESS, '\\$&')
    .replace(LINE_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);

/** The records as Markdown: each claim in words with its voice, what it says where, and the hash of that; sources at the end. */
export function markdownPieces(brief: Brief, records: readonly ExportRecord[]): Pieces {
  const { language } = brief.question;
  const words = messagesIn(language);
  const basis = [words.brief.answer(brief.id), words.export.records(records.length)].join(' · ');
  return {
    head: `# ${escapeMarkdown(titleWords(brief))}\n\n${escapeMarkdown(basis)}\n`,
    pieces: records.map((record, at) => headingsOf(record, records[at - 1], language) + entryOf(record, language)),
    tail: (leftOut) =>
      `${leftOut === 0 ? '' : `\n**${escapeMarkdown(words.export.leftOut(leftOut))}**\n`}${sourcesOf(brief)}`,
  };
}

function headingsOf({ topic, event }: ExportRecord, before: ExportRecord | undefined, language: Language): string {
  const words = messagesIn(language);
  const ofTopic = before?.topic === topic ? '' : `\n## ${escapeMarkdown(words.brief.topic[topic])}\n`;
  return before?.event === event ? ofTopic : `${ofTopic}\n### ${escapeMarkdown(words.export.event(event))}\n`;
}

function entryOf(record: ExportRecord, language: Language): string {
  const { source, claim, article, evidence, relation, mode } = record;
  const words = messagesIn(language);
  const told = relation === 'line' ? '' : `*${escapeMarkdown(words.line.relation[relation])}:* `;
  const mark = { paraphrase: words.brief.paraphrase, structured: words.brief.ownWords, excerpt: null }[mode];
  const lines = [
    `- ${told}${escapeMarkdown(record.words)} \\[${source.citation}\\]${mark === null ? '' : ` *${escapeMarkdown(mark)}*`}`,
    ...evidence.flatMap((span) => [
      ...(span.quote === null ? [] : [`  > ${escapeMarkdown(span.quote)}`, '']),
      `  - ${escapeMarkdown(placeWords(span, language))}: \`${span.start}:${span.end}\` \`sha256:${span.sha256}\``,
    ]),
    `  - \`${article} ${claim}\` ${[record.type, record.epistemic, record.confirmation, record.realis, record.negated ? 'negated' : null].filter(Boolean).join(', ')}`,
  ];
  return `\n${lines.join('\n')}\n`;
}

function placeWords({ paragraph, quote, pointer }: ExportRecord['evidence'][number], language: Language): string {
  const place = messagesIn(language).brief.paragraph(paragraph);
  return quote === null ? `${place}, “${pointer} …”` : place;
}

function sourcesOf({ sources, labels, question: { language } }: Brief): string {
  if (sources.length === 0) return '';
  const lines = sources.map((source) => `${sourceLine(source, labels, language)}\n`);
  return `\n## ${escapeMarkdown(messagesIn(language).button.sources)}\n\n${lines.join('')}`;
}

function sourceLine(source: Source, labels: Brief['labels'], language: Language): string {
  const title = escapeMarkdown(source.title);
  const linked = /^https?:\/\//i.test(source.url) ? `[${title}](<${linkTarget(source.url)}>)` : title;
  const by = source.author === null ? [] : [messagesIn(language).brief.by(source.author)];
  const rest = [outletStanding(source, labels, language), sourceDateWords(source, language), ...by].map(escapeMarkdown);
  return `- \\[${source.citation}\\] ${linked} · ${rest.join(' · ')} · \`${source.articleId}\``;
}

/** Without what could end it: https://spec.commonmark.org/0.31.2/#link-destination */
const linkTarget = (url: string): string =>
  url.toWellFormed().replace(/[<>\\\s\p{Cc}"`]/gu, (mark) => encodeURIComponent(mark));
