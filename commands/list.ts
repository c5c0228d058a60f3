import type { Command } from '../src/command.ts';
import about from './about.ts';
import aid from './aid.ts';
import catchup from './catchup.ts';
import checkMessage from './check-message.ts';
import correct from './correct.ts';
import corrections from './corrections.ts';
import digest from './digest.ts';
import disputes from './disputes.ts';
import evidence from './evidence.ts';
import exportAnswer from './export.ts';
import forget from './forget.ts';
import replay from './replay.ts';
import search from './search.ts';
import settings from './settings.ts';
import source from './source.ts';
import status from './status.ts';
import summary from './summary.ts';
import timeline from './timeline.ts';
import track from './track.ts';
import troops from './troops.ts';
import visits from './visits.ts';

/** Every command but `/help`, which names them in this order. */
export const LISTED: readonly Command[] = [
  summary,
  aid,
  troops,
  visits,
  timeline,
  disputes,
  search,
  evidence,
  exportAnswer,
  catchup,
  track,
  checkMessage,
  corrections,
  replay,
  forget,
  about,
  settings,
  source,
  digest,
  correct,
  status,
];
