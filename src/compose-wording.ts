import type { Model } from './domain/model.ts';
import type { Wording } from './domain/wording.ts';
import type { KeyValue } from './ports.ts';
import { readProseWords } from './prose-data.ts';
import { createWording, type WordingPorts } from './wording.ts';

interface Parts extends Pick<WordingPorts, 'now' | 'report'> {
  readonly dataDir: string;
}

/** Puts together what words answers. What sentences are held against is read with the first of them. */
export function composeWording(model: Model, answers: KeyValue, { dataDir, now, report }: Parts): Wording {
  let read: ReturnType<typeof readProseWords> | null = null;
  const words = () => {
    read ??= readProseWords(dataDir);
    return read;
  };
  return createWording({ model, answers, words, now, report });
}
