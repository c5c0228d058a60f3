/** Longer answers are not searched: none that is asked for comes near. */
const MOST_CHARS = 400_000;
/** So many places are tried where an object may begin. */
const MOST_STARTS = 50;

/**
 * The JSON object in an answer: models put thoughts, words and fences around it.
 * @returns undefined where there is none; linear in the length of the answer but for the few starts that are tried
 */
export function findJson(answer: string): unknown {
  const text = withoutThoughts(answer.slice(0, MOST_CHARS));
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  let at = text.indexOf('{');
  for (let tries = 0; at !== -1 && tries < MOST_STARTS; tries += 1) {
    const end = endOfObject(text, at);
    const found = end === null ? undefined : parsed(text.slice(at, end));
    if (found !== undefined) return found;
    at = text.indexOf('{', at + 1);
  }
  return undefined;
}

/** Some models think aloud first: https://huggingface.co/deepseek-ai/DeepSeek-R1 */
const withoutThoughts = (text: string): string => {
  const end = text.lastIndexOf('</think>');
  return (end === -1 ? text : text.slice(end + '</think>'.length)).trim();
};

/** What a text is as JSON; undefined where it is none, or no object. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Behind the bracket that closes the object which begins at an offset; null: it is never closed. */
function endOfObject(text: string, from: number): number | null {
  let [depth, isQuoted] = [0, false];
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\' && isQuoted) at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
