import type { DigestChannel } from '../../digest/channel.ts';
import { type FindPorts, findDigest } from './find.ts';
import { eventsAfter } from './parts.ts';
import { type SendPorts, sendDigest } from './send.ts';

/** The channels of Discord, as digests need them. */
export const createDigestChannel = (ports: SendPorts & FindPorts): DigestChannel => ({
  eventsAfter,
  send: (outgoing) => sendDigest(ports, outgoing),
  findOwn: (channelId, mark, sinceMs) => findDigest(ports, channelId, mark, sinceMs),
});
