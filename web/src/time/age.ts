/** How long ago or ahead, as a whole number of one unit, for a message to put in words. */
export interface Age {
  readonly direction: 'past' | 'future';
  readonly unit: 'now' | 'minute' | 'hour' | 'day';
  readonly count: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Hours up to two days, then days: nobody reckons a container in weeks and nobody wants "1 day" for 47 hours. */
export function ageOf(instant: number, now: number): Age {
  const distance = Math.abs(now - instant);
  const direction = instant > now ? 'future' : 'past';
  if (distance < minute) return { direction, unit: 'now', count: 0 };
  if (distance < hour) return { direction, unit: 'minute', count: Math.floor(distance / minute) };
  if (distance < 2 * day) return { direction, unit: 'hour', count: Math.floor(distance / hour) };
  return { direction, unit: 'day', count: Math.floor(distance / day) };
}

/** A length of time in its largest sensible unit, for "6 hours late". */
export function durationOf(milliseconds: number): Age {
  return ageOf(0, Math.abs(milliseconds));
}
