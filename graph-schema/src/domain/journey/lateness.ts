import { endOf } from '../event-time.ts';
import type { EventTime } from '../tracking-event.ts';

/** How long after the planned time something was or will be; a time on the planned day is not late. */
export function minutesLate(planned: EventTime | null, time: EventTime | null): number | null {
  if (!planned || !time) return null;
  const after = Date.parse(time.instant) - endOf(planned);
  const before = Date.parse(planned.instant) - endOf(time);
  return Math.round((after > 0 ? after : before > 0 ? -before : 0) / 60_000);
}
