import { claim } from '../../domain/claim.ts';
import type { TrackingEvent } from '../../domain/tracking-event.ts';
import { FIRST, SECOND, type Context } from './context.ts';
import type { Telling, Told } from './history.ts';

/**
 * A bill that is issued anew under other numbers: as one, or split by its boxes. What the ship's officers told still
 * names the old one; that the new ones stand for it is told as well, or not.
 */
export function reissued(
  events: readonly TrackingEvent[],
  { source, thread }: { readonly source: string; readonly thread: string },
  { random, speak }: Context,
): Telling {
  const isSplit = random.chance(0.5);
  const anew = events.flatMap((event): TrackingEvent[] => {
    const [old] = event.documents;
    if (event.code !== 'BL_ISSUED' || !old) return [event];
    const named = (index: number) => [{ ...old, number: `${old.number}R${index}` }, ...event.documents.slice(1)];
    if (!isSplit || event.contents.length < 2) return [{ ...event, documents: named(0) }];
    return event.contents.map((box, index) => ({ ...event, documents: named(index), contents: [box] }));
  });
  const version = SECOND;
  const replacement = speak.message(anew, { thread, version, retraction: { kind: 'REPLACE', thread, version } });
  const never: Told[] = [{ source, message: replacement }];
  if (random.chance(0.5)) {
    const ties = events.flatMap((event, index) => {
      const [old, now] = [event.documents[0], anew[index]?.documents[0]];
      if (event.code !== 'BL_ISSUED' || !old || !now || old.number === now.number) return [];
      return [claim({ code: 'BL_AMENDED', classifier: 'ACTUAL', time: event.time, documents: [now, old] })];
    });
    if (ties.length > 0) never.push({ source, message: speak.message(ties, { thread: speak.thread(), version: FIRST }) });
  }
  return { told: [{ source, message: speak.message(events, { thread, version: FIRST }) }, ...never], never };
} // prettier-ignore
