import { availableParallelism, cpus, totalmem } from 'node:os';

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly peer: string;
  readonly ratio: string;
  /** What is asked for; empty where the figure is only told. */
  readonly bound: string;
  readonly isMet: boolean | null;
}

/** A figure that nothing is asked of. */
export const told = (name: string, value: string, peer = '', ratio = ''): Figure => ({
  name,
  value,
  peer,
  ratio,
  bound: '',
  isMet: null,
});

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
export const times = (value: number): string => `${value.toFixed(value < 0.1 ? 3 : 2)} ×`;

const HEAD = ['figure', 'Sitrep', 'peer', 'ratio', 'bound', ''] as const;

/** The figures as a table of text. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ name, value, peer, ratio, bound, isMet }: Figure): readonly string[] {
  return [name, value, peer, ratio, bound, isMet === null ? '' : isMet ? 'met' : 'MISSED'];
}

/** What figures of one machine may be compared with those of another by. */
export function machineWords(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}
