import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import * as limit from './check/limits.ts';
import { guildJson, userJson } from './wire.ts';
import type { World } from './world.ts';

export interface GatewayOptions {
  readonly server: Server;
  readonly world: World;
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  /** Where clients come back to; read late, since the port is not known early. */
  readonly url: () => string;
  readonly onChange: () => void;
  readonly onViolation: (message: string) => void;
}

export interface Session {
  readonly id: string;
  /** Everything dispatched, in order: what RESUME replays from. */
  readonly log: { readonly op: number; readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | null;
}

/** What all connections share. */
export interface Hub extends GatewayOptions {
  readonly sessions: Map<string, Session>;
  readonly seen: { identify: number; resume: number; heartbeat: number };
  readonly armed: { duplicate: boolean; invalidAfterResumed: boolean; deaf: boolean };
}

const Packet = z.object({ op: z.int(), d: z.unknown() });
const Identify = z.object({
  token: z.string(),
  intents: z.int().min(0),
  properties: z.looseObject({}),
  compress: z.boolean().optional(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** Need an approval that this application does not have: https://discord.com/developers/docs/events/gateway#privileged-intents */
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

export const isOpen = (socket: WebSocket | null): socket is WebSocket => socket?.readyState === 1;

export function sendTo(socket: WebSocket | null, packet: object): void {
  if (isOpen(socket)) socket.send(JSON.stringify(packet));
}

export function dispatchTo(session: Session, t: string, d: unknown): void {
  const packet = { op: Op.Dispatch, t, s: session.log.length + 1, d };
  session.log.push(packet);
  sendTo(session.socket, packet);
}

/** Greets a connection and listens to it until it closes. */
export function connect(hub: Hub, socket: WebSocket, query: URLSearchParams, stream: Socket): void {
  const connection: Connection = { hub, socket, session: null, sentAtMs: [] };
  socket.on('close', (code) => closed(connection, code));
  if (query.get('v') !== '10' || query.get('encoding') !== 'json') socket.close(Close.InvalidAPIVersion);
  else if (query.has('compress')) socket.close(Close.DecodeError);
  socket.on('message', (data) => {
    // What answers one packet leaves in one piece, so that the client sees it in one turn.
    stream.cork();
    const refusal = take(connection, String(data));
    if (refusal !== null) socket.close(refusal);
    stream.uncork();
  });
  sendTo(socket, { op: Op.Hello, d: { heartbeat_interval: hub.heartbeatIntervalMs, _trace: [] } });
}

interface Connection {
  readonly hub: Hub;
  readonly socket: WebSocket;
  session: Session | null;
  readonly sentAtMs: number[];
}

/**
 * The code with which Discord closes on a packet that it does not like; null when it does.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
type Refusal = Close | null;

function take(connection: Connection, text: string): Refusal {
  const packet = readPacket(text);
  if (sendsTooMuch(connection)) return Close.RateLimited;
  if (!packet) return Close.DecodeError;
  switch (packet.op) {
    case Op.Heartbeat:
      return heartbeat(connection);
    case Op.Identify:
      return connection.session ? Close.AlreadyAuthenticated : identify(connection, packet.d);
    case Op.Resume:
      return connection.session ? Close.AlreadyAuthenticated : resume(connection, packet.d);
    case Op.PresenceUpdate:
      return connection.session ? null : Close.NotAuthenticated;
    default:
      return connection.session ? Close.UnknownOpcode : Close.NotAuthenticated;
  }
}

function readPacket(text: string): z.infer<typeof Packet> | null {
  try {
    return Packet.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function sendsTooMuch({ sentAtMs }: Connection): boolean {
  sentAtMs.push(Date.now());
  return sentAtMs.filter((atMs) => atMs > Date.now() - 60_000).length > limit.GATEWAY_SENDS_PER_MINUTE;
}

function heartbeat({ hub, socket }: Connection): Refusal {
  hub.seen.heartbeat += 1;
  if (!hub.armed.deaf) sendTo(socket, { op: Op.HeartbeatAck });
  return null;
}

function identify(connection: Connection, d: unknown): Refusal {
  const { hub, socket } = connection;
  hub.seen.identify += 1;
  const parsed = Identify.safeParse(d);
  if (!parsed.success) return Close.DecodeError;
  const refusal = refusedIdentify(hub, parsed.data);
  if (refusal !== null) return refusal;
  const session: Session = { id: hub.world.nextId(), log: [], socket };
  connection.session = session;
  hub.sessions.set(session.id, session);
  dispatchTo(session, Event.Ready, readyJson(session, hub));
  const guilds = parsed.data.intents & Intent.Guilds ? [...hub.world.guilds.values()] : [];
  for (const guild of guilds) dispatchTo(session, Event.GuildCreate, guildJson(guild, hub.world));
  hub.onChange();
  return null;
}

function refusedIdentify(hub: Hub, { token, intents }: z.infer<typeof Identify>): Refusal {
  if (token !== hub.token) return Close.AuthenticationFailed;
  if ((intents & PRIVILEGED) === 0) return null;
  hub.onViolation(`Identified with privileged intents (${intents & PRIVILEGED}).`);
  return Close.DisallowedIntents;
}

const readyJson = (session: Session, { world, url }: Hub) => ({
  v: 10,
  user: userJson(world.bot, true),
  guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
  session_id: session.id,
  resume_gateway_url: url(),
  shard: [0, 1],
  application: { id: world.applicationId, flags: 0 },
});

function resume(connection: Connection, d: unknown): Refusal {
  const { hub, socket } = connection;
  hub.seen.resume += 1;
  const parsed = Resume.safeParse(d);
  if (!parsed.success) return Close.DecodeError;
  if (parsed.data.token !== hub.token) return Close.AuthenticationFailed;
  const session = hub.sessions.get(parsed.data.session_id);
  if (!session) {
    sendTo(socket, { op: Op.InvalidSession, d: false });
    return null;
  }
  connection.session = session;
  session.socket = socket;
  for (const packet of session.log.slice(parsed.data.seq)) sendTo(socket, packet);
  dispatchTo(session, Event.Resumed, { _trace: [] });
  if (hub.armed.invalidAfterResumed) invalidate(hub, session, false);
  hub.armed.invalidAfterResumed = false;
  hub.onChange();
  return null;
}

/** Sends INVALID_SESSION; not resumable forgets the session too. */
export function invalidate({ sessions }: Hub, session: Session, resumable: boolean): void {
  if (!resumable) sessions.delete(session.id);
  sendTo(session.socket, { op: Op.InvalidSession, d: resumable });
}

/** A client that closes with 1000 or 1001 ends its session; any other may be resumed. */
function closed({ hub, socket, session }: Connection, code: number): void {
  if (session?.socket === socket) session.socket = null;
  if (session && (code === 1000 || code === 1001)) hub.sessions.delete(session.id);
  hub.onChange();
}
