import type { ReadMessage } from '../../domain/message.ts';
import { DAY_MS, timeOf } from './time-of.ts';
import type { Random } from './random.ts';

/** What an earlier reader made of the same bytes: claims missed, of another day, without papers or without a thread. */
export function misread(messages: readonly ReadMessage[], random: Random): ReadMessage[] {
  return messages.flatMap((message): ReadMessage[] => {
    const how = random.pick(['RIGHT', 'MISSED', 'NO_THREAD', 'NOT_TAKEN_BACK', 'CANCELLED', 'WRONG', 'WRONG'] as const);
    const { thread, version, attested } = message;
    if (how === 'MISSED') return [];
    if (how === 'NO_THREAD') return [{ ...message, thread: null, retraction: null }];
    if (how === 'NOT_TAKEN_BACK') return [{ ...message, retraction: null }];
    if (how === 'CANCELLED' && thread !== null)
      return [{ thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } }];
    if (how !== 'WRONG') return [message];
    const wrong = attested.map((one) => {
      const { event } = one;
      if (random.chance(0.5)) return { ...one, event: { ...event, time: timeOf(Date.parse(event.time.instant) + DAY_MS) } };
      return event.equipment === null || random.chance(0.3) ? one : { ...one, event: { ...event, documents: [] } };
    });
    return [{ ...message, attested: wrong.filter(() => random.chance(0.8)) }];
  });
} // prettier-ignore
