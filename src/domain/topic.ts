import { z } from 'zod';
import type { ClaimType } from './claim.ts';

/** What a question can be about; `everything` holds all the others. */
export const TOPICS = ['aid', 'troops', 'visits', 'strikes', 'civilians', 'statements'] as const;
export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;
export const About = z.enum([...TOPICS, 'everything']);
export type About = z.infer<typeof About>;

const TYPE: Readonly<Record<Topic, ClaimType>> = {
  aid: 'aid',
  troops: 'move',
  visits: 'visit',
  strikes: 'strike',
  civilians: 'impact',
  statements: 'statement',
};

export const topicsOf = (about: About): readonly Topic[] => (about === 'everything' ? TOPICS : [about]);
export const claimTypeOf = (topic: Topic): ClaimType => TYPE[topic];
