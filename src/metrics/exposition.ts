/** What is measured under one name. */
export interface Measure {
  /** `sitrep_` and lower-case words; a counter's ends in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly Sample[];
}

interface Sample {
  readonly value: number;
  /** By lower-case names. */
  readonly labels?: Readonly<Record<string, string>>;
}

export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Measures in the text that Prometheus reads: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const exposition = (measures: readonly Measure[]): string =>
  measures
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(({ value, labels = {} }) => `${name}${labelsIn(labels)} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join('');

function labelsIn(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
