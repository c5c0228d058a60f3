import type { Brief, Line, Section } from '../../domain/brief.ts';
import type { Pieces } from './pieces.ts';
import type { ExportRecord } from './record.ts';

/** Grows where a field changes its meaning or goes; new fields may come at any time. */
const SCHEMA = 'sitrep-export/1';

/** The data of an answer, with its records, each article once. */
export function jsonPieces(brief: Brief, records: readonly ExportRecord[]): Pieces {
  const { id, question, askedAtMs, store, span, coverage, leftOut = null, outcome, sources, sections, ledger } = brief;
  const head = {
    ...{
      schema: SCHEMA,
      answer: id,
      askedAt: new Date(askedAtMs).toISOString(),
      question: asked(question),
      outcome,
      store,
    },
    span: span && { from: new Date(span.fromMs).toISOString(), to: new Date(span.toMs).toISOString() },
    ...{
      coverage,
      uncounted: leftOut,
      ledger,
      sources,
      topics: sections.map(topicOf),
      events: sections.flatMap(eventsIn),
    },
  };
  return {
    head: `${JSON.stringify(head, null, 1).slice(0, -2)},\n "records": [`,
    pieces: records.map((record, at) => `${at === 0 ? '' : ','}\n  ${JSON.stringify(recordOf(record))}`),
    tail: (leftOut) => `\n ],\n "leftOut": ${leftOut}\n}\n`,
  };
}

/** A server's id is nobody else's business. */
function asked({ scope: _, ...question }: Brief['question']) {
  return question;
}

/** `claims`: all that match; there are more of them than stand behind the events where not all events are here. */
const topicOf = ({ topic, lines, claims }: Section) => ({ topic, events: lines.length, claims });

const eventsIn = ({ topic, lines }: Section) =>
  lines.map((line) => ({ id: line.id, topic, ...tellersOf(line), disputes: disputesOf(line) }));

const tellersOf = ({ publishers, origins, statedBySides, onlyFrom, newestAtMs }: Line) => ({
  ...{ publishers, origins, statedBySides, onlyFrom: onlyFrom ?? null },
  newest: newestAtMs === null ? null : new Date(newestAtMs).toISOString(),
});

const disputesOf = ({ disputes }: Line) =>
  disputes.map(({ over, values }) => ({
    over,
    values: values.map(({ claim, citations }) => ({ claim: claim.id, citations })),
  }));

const recordOf = ({ source, ...record }: ExportRecord) => ({ ...record, citation: source.citation });
