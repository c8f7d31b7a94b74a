/**
 * Puts multi-sentence messages together. Parts belong to one message when talker, sequence id, channel, number of
 * sentences and tag source agree; ids are only ten, so a part of the next message with the same id ends the wait for
 * the rest of the one before, and so do ten seconds by the stations' own clocks, or five hundred lines where they tell
 * no time.
 */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** A copy: the bytes that it came in may be gone when the last part comes. */
  readonly payload: Uint8Array;
}

export interface Pending {
  readonly key: string;
  readonly parts: (Part | null)[];
  missing: number;
  /** Receipt by the first tag block that had one, epoch seconds; null without. */
  seconds: number | null;
  fillBits: number;
  /** Line and offset of the part that came first. */
  readonly line: number;
  readonly start: number;
}

const MAX_AGE_SECONDS = 10;
/** The parts of a message follow one another closely; a busy coast passes on some fifty sentences a second. */
const MAX_AGE_LINES = 500;
/** Ten ids on two channels of some dozen stations; more pending than this is an attack or a broken feed. */
const MAX_PENDING = 1000;

export interface Reassembly {
  /** Takes a part; answers the whole message when it was the last one missing. What is given up goes to `onLost`. */
  add(
    key: string,
    count: number,
    number: number,
    part: Part,
    seconds: number | null,
    fillBits: number,
  ): Pending | null;
  /** Gives up whatever still waits. */
  flush(): void;
  /** Offset of the first part, from an offset on, that still waits for others; null when none does. */
  oldest(from: number): number | null;
}

export function reassembly(onLost: (pending: Pending) => void): Reassembly {
  const waiting = new Map<string, Pending>();
  const giveUp = (pending: Pending): void => {
    waiting.delete(pending.key);
    onLost(pending);
  };
  return {
    add(key, count, number, part, seconds, fillBits) {
      const old = waiting.get(key);
      const isNext = !old || old.parts[number - 1] !== null || isTooOld(old, part.line, seconds);
      if (old && isNext) giveUp(old);
      let pending = isNext ? undefined : old;
      if (!pending) {
        pending = {
          key,
          parts: Array.from({ length: count }, () => null),
          missing: count,
          seconds,
          fillBits,
          line: part.line,
          start: part.start,
        };
        waiting.set(key, pending);
        const oldest = waiting.size > MAX_PENDING ? waiting.values().next().value : undefined;
        if (oldest) giveUp(oldest);
      }
      pending.parts[number - 1] = part;
      pending.missing -= 1;
      pending.seconds ??= seconds;
      if (number === count) pending.fillBits = fillBits;
      if (pending.missing > 0) return null;
      waiting.delete(key);
      return pending;
    },
    flush() {
      for (const pending of waiting.values()) giveUp(pending);
    },
    oldest(from) {
      for (const { start } of waiting.values()) if (start >= from) return start;
      return null;
    },
  };
}

function isTooOld(old: Pending, line: number, seconds: number | null): boolean {
  if (seconds !== null && old.seconds !== null) return Math.abs(seconds - old.seconds) > MAX_AGE_SECONDS;
  return line - old.line > MAX_AGE_LINES;
}
