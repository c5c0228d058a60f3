import type { App } from '../src/app.ts';
import { type Call, defineCommand, type Press, type PressAnswer, type Suggestion } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { parseTrackAction } from '../src/render/track-action.ts';
import { suggestZones } from './digest-named.ts';
import { suggestSubjects } from './suggestions.ts';
import { TRACK_DATA } from './track-data.ts';
import { TrackInput } from './track-input.ts';
import { doneTo, listedTracks, namedTrack, runTrack, suggestTracks } from './track-run.ts';

/** `/track add|list|…`: told within a minute when something new appears, into a channel or to oneself. */
export default defineCommand({
  data: TRACK_DATA,
  access: 'everyone',
  input: TrackInput,
  run: runTrack,
  suggest: suggested,
  press: pressTrack,
});

async function suggested(option: string, typed: string, app: App, call: Call): Promise<readonly Suggestion[]> {
  if (option === 'track') return suggestTracks(typed, app, call);
  return option === 'zone' ? suggestZones(typed, app) : suggestSubjects(typed, app, call);
}

/** Every button changes the message it is on. */
async function pressTrack({ rest }: Press, app: App, call: Call): Promise<PressAnswer> {
  const action = parseTrackAction(rest);
  if (action === null) throw new UserError(messagesIn(call.language).track.expired);
  const answer =
    action.kind === 'list'
      ? await listedTracks(action.page, app, call)
      : await doneTo(action.kind, await namedTrack(action.id, app, call), app, call);
  return { ...answer, how: 'update' };
}
