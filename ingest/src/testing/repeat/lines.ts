import { repeatable, type Repeatable } from './part.ts';

/** Tables and logs begin alike; telexes are no longer than this. */
const MOST_LINES = 24;

/** Each line, the lines from one to the next that begins with the same word, and all below the first. */
export function repeatedLines(text: string): Repeatable[] {
  const lines = [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    word: /^[A-Z]{2,}|^\d+\b/.exec(line)?.[0] ?? null,
  }));
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  const found = lines.slice(0, MOST_LINES).flatMap(({ start, end, word }, index): Repeatable[] => {
    const next = lines.findIndex((line, at) => at > index + 1 && line.word !== null && line.word === word);
    const single = repeatable(`line ${index + 1}`, ended, start, Math.max(end, start + 1));
    return next < 0
      ? [single]
      : [single, repeatable(`lines from ${index + 1}`, ended, start, lines[next]?.start ?? end)];
  });
  const second = lines[1];
  return second ? [...found, repeatable('all but line 1', ended, second.start, ended.length)] : found;
}
