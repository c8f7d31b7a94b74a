/** Turns seconds into the ISO text of a report; a stream names the same few seconds thousands of times. */
export interface InstantWriter {
  /** UTC, to the second. */
  write(epochSeconds: number): string;
}

/** Direct-mapped cache: a segment spans seconds, positions without a time of their own the minute before. */
const SLOTS = 256;

export function instantWriter(): InstantWriter {
  const seconds = new Float64Array(SLOTS).fill(Number.NaN);
  const texts: string[] = Array.from({ length: SLOTS }, () => '');
  return {
    write(epochSeconds) {
      const slot = epochSeconds % SLOTS;
      if (seconds[slot] !== epochSeconds) {
        seconds[slot] = epochSeconds;
        texts[slot] = `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}Z`;
      }
      return texts[slot] ?? '';
    },
  };
}

/**
 * When a message without a time of its own was sent: AIS gives the second of the minute only, so it is the last moment
 * up to the receipt that has this second.
 */
export function secondBefore(receivedSeconds: number, second: number | null): number {
  if (second === null) return receivedSeconds;
  return receivedSeconds - (((receivedSeconds % 60) - second + 60) % 60);
}
