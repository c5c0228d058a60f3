/** What a robots.txt says to us. */
export interface Robots {
  readonly rules: readonly Rule[];
  readonly crawlDelayMs: number | null;
}

interface Rule {
  readonly allow: boolean;
  /** Normalised as paths are; may hold `*`, and end in `$`. */
  readonly pattern: string;
}

interface Line {
  readonly key: string;
  readonly value: string;
}

/** Read of any robots.txt, in characters: https://www.rfc-editor.org/rfc/rfc9309#section-2.5 */
const MAX_CHARS = 512_000;
const RULE_CHARS = 100;
const MAX_DELAY_S = 86_400;

export const NO_RULES: Robots = { rules: [], crawlDelayMs: null };

/**
 * Reads what concerns one crawler: the groups that name it, or where none does, those for all.
 * Written for what anybody may serve: the work grows with the length of the text alone.
 * @param token the crawler's product token, in lower case
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.2
 */
export function parseRobots(text: string, token: string): Robots {
  const named = new Map<string, Line[]>();
  let agents: readonly string[] = [];
  let naming = false;
  for (const line of linesOf(text)) {
    if (line.key === 'user-agent') {
      const agent = line.value === '*' ? '*' : productIn(line.value);
      agents = naming ? [...new Set([...agents, ...known(agent, token)])] : known(agent, token);
      for (const one of agents) named.set(one, named.get(one) ?? []);
      naming = true;
    } else {
      for (const one of agents) named.get(one)?.push(line);
      naming = false;
    }
  }
  return robotsOf(named.get(token) ?? named.get('*') ?? []);
}

/** All other crawlers' groups are skipped. */
const known = (agent: string, token: string): readonly string[] => (agent === token || agent === '*' ? [agent] : []);

const productIn = (value: string): string => /^[a-z_-]*/.exec(value.toLowerCase())?.[0] ?? '';

const KEYS: readonly string[] = ['user-agent', 'allow', 'disallow', 'crawl-delay'];

/** Other records, such as sitemaps, belong to no group. */
function linesOf(text: string): readonly Line[] {
  return text
    .slice(0, MAX_CHARS)
    .split(/\r\n|\r|\n/)
    .flatMap((raw) => {
      const [line = ''] = raw.split('#', 1);
      const colon = line.indexOf(':');
      const key = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
      return KEYS.includes(key) ? [{ key, value: line.slice(colon + 1).trim() }] : [];
    });
}

function robotsOf(lines: readonly Line[]): Robots {
  const rules = lines
    .filter(({ key, value }) => key !== 'crawl-delay' && value !== '')
    .map(({ key, value }) => ({ allow: key === 'allow', pattern: normalised(value) }));
  const delays = lines.filter(({ key, value }) => key === 'crawl-delay' && /^\d{1,9}(?:\.\d{1,9})?$/.test(value));
  const seconds = delays.map(({ value }) => Number(value)).reduce((a, b) => Math.max(a, b), 0);
  return { rules, crawlDelayMs: delays.length === 0 ? null : Math.min(seconds, MAX_DELAY_S) * 1_000 };
}

/** https://www.rfc-editor.org/rfc/rfc9309#section-2.2.2: what need not be escaped is not, and all else is. */
const normalised = (path: string): string =>
  path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const char = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[\w.~-]/.test(char) ? char : escaped.toUpperCase();
    });

/** The line that forbids a path, of those that fit it the longest; null where it is allowed. */
export function forbiddenBy({ rules }: Robots, { pathname, search }: URL): string | null {
  const path = normalised(pathname + search);
  const best = rules.filter(({ pattern }) => fits(pattern, path)).reduce<Rule | null>(better, null);
  return best === null || best.allow ? null : `Disallow: ${best.pattern.slice(0, RULE_CHARS)}`;
}

function better(best: Rule | null, rule: Rule): Rule {
  if (best === null || rule.pattern.length > best.pattern.length) return rule;
  return rule.pattern.length === best.pattern.length && rule.allow ? rule : best;
}

/** Each piece between stars is looked for once, from where the one before it ends. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [first = '', ...pieces] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = isAnchored ? pieces.pop() : undefined;
  const end = pieces.reduce((at, piece) => endOf(path, piece, at), first.length);
  if (end < 0) return false;
  if (last === undefined) return !isAnchored || end === path.length;
  return path.length - last.length >= end && path.endsWith(last);
}

/** Negative where a piece is not found, or one before it was not. */
function endOf(path: string, piece: string, at: number): number {
  const found = at < 0 ? -1 : path.indexOf(piece, at);
  return found < 0 ? -1 : found + piece.length;
}
