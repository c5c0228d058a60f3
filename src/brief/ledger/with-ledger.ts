import type { Brief, Question, Section } from '../../domain/brief.ts';
import { ledBy } from './led-by.ts';
import { ledgerOf } from './ledger.ts';

/** The sections of an answer, and in the form `aid` its ledger: there each line is led by what was asked for. */
export function withLedger(
  sections: readonly Section[],
  { form, filters }: Pick<Question, 'form' | 'filters'>,
): Pick<Brief, 'sections' | 'ledger'> {
  if (form !== 'aid') return { sections, ledger: null };
  const led = sections.map((section) => ({ ...section, lines: section.lines.map((line) => ledBy(filters, line)) }));
  return { sections: led, ledger: ledgerOf(led.flatMap(({ lines }) => lines)) };
}
