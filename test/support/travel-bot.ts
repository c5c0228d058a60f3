import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { createDigestChannel } from '../../src/deliver/digest/channel.ts';
import { createAskDiscord } from '../../src/deliver/digest/request.ts';
import { createEditMessage } from '../../src/deliver/edit-message.ts';
import { createPictures } from '../../src/deliver/pictures.ts';
import { notingDigests } from '../../src/note-digests.ts';
import { sqliteCorrections } from '../../src/store/sqlite/corrections/corrections.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqlitePrinted } from '../../src/store/sqlite/printed/printed.ts';
import { travelCorrections } from '../../src/travel-corrections.ts';
import type { Discord } from './discord/stand-in.ts';
import { aDraw } from './picture-command.ts';
import { unexpected } from './stored-app.ts';

/** What brings corrections to the channels of a stand-in, over a database in memory; `clock.nowMs` is its time. */
export function travelBot({ url, token, applicationId }: Pick<Discord, 'url' | 'token' | 'applicationId'>) {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const database = opened.value;
  const [printed, corrections] = [sqlitePrinted(database, unexpected), sqliteCorrections(database)];
  const { ask, close } = createAskDiscord(token, url, 0);
  const reported: unknown[] = [];
  const report = (error: unknown): void => void reported.push(error);
  const drawing = { ask, pictures: createPictures(aDraw().draw), report };
  const look = async () => null;
  const lost = (_: unknown, why: string): void => void reported.push(why);
  const clock = { nowMs: Date.now() };
  const now = (): number => clock.nowMs;
  const { tick } = travelCorrections({ printed, corrections, edit: createEditMessage(drawing), now, report, lost });
  return {
    ...{ printed, corrections, clock, reported, tick },
    digests: notingDigests(createDigestChannel({ ...drawing, look, botId: applicationId }), printed.note, now, report),
    close: (): void => {
      close();
      database.close();
    },
  };
}
