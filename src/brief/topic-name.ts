import { foldName } from '../domain/entity.ts';
import { TOPICS, type Topic } from '../domain/topic.ts';

/** Words by which people ask for a topic, in every language of the product. */
const NAMES: Readonly<Record<Topic, readonly string[]>> = {
  aid: ['aid', 'help', 'assistance', 'допомога', 'підтримка'],
  troops: ['troops', 'troop movements', 'front', 'війська', 'рух військ', 'фронт'],
  visits: ['visits', 'diplomatic visits', 'diplomacy', 'візити', 'дипломатичні візити', 'дипломатія'],
  strikes: ['strikes', 'attacks', 'shelling', 'удари', 'обстріли'],
  civilians: ['civilians', 'casualties', 'цивільні', 'постраждалі'],
  statements: ['statements', 'заяви'],
};

/** The topic that goes by this name; null for none. */
export const topicNamed = (text: string): Topic | null =>
  TOPICS.find((topic) => folded(topic).includes(foldName(text))) ?? null;

/** Topics one of whose names starts so, in the order of `TOPICS`; all for ''. */
export function topicsStarting(text: string): readonly Topic[] {
  const start = foldName(text);
  return TOPICS.filter((topic) => folded(topic).some((name) => name.startsWith(start)));
}

const folded = (topic: Topic): readonly string[] => NAMES[topic].map(foldName);
