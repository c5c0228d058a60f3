import { z } from 'zod';
import { defineCommand } from '../src/command.ts';
import { renderHelp } from '../src/render/help-page.ts';
import about from './about.ts';
import aid from './aid.ts';
import catchup from './catchup.ts';
import checkMessage from './check-message.ts';
import disputes from './disputes.ts';
import evidence from './evidence.ts';
import exportAnswer from './export.ts';
import forget from './forget.ts';
import replay from './replay.ts';
import search from './search.ts';
import settings from './settings.ts';
import status from './status.ts';
import summary from './summary.ts';
import timeline from './timeline.ts';
import troops from './troops.ts';
import visits from './visits.ts';

const OTHERS = [
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
  checkMessage,
  replay,
  forget,
  about,
  settings,
  status,
].map(({ data }) => data);

/** `/help`: how to ask and how to read an answer. */
export default defineCommand({
  data: {
    name: 'help',
    nameUk: 'довідка',
    description: { en: 'How to ask, and how to read an answer', uk: 'Як запитувати і як читати відповідь' },
    inDirectMessages: true,
  },
  access: 'everyone',
  input: z.strictObject({}),
  run: async (_, __, { language }) => ({ page: renderHelp(OTHERS, language), private: true }),
});
