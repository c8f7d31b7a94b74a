import type { ReadMessage } from '../../domain/message.ts';
import type { Told } from './history.ts';
import { misread } from './misread.ts';
import type { Random } from './random.ts';

/** What comes in at once from one sender: bytes with one or several messages. */
export interface Delivery {
  readonly source: string;
  readonly messages: readonly ReadMessage[];
  /** What was made of these bytes when they came; later they are read again, and say what they say. Null: that at once. */
  readonly misread: readonly ReadMessage[] | null;
}

/**
 * One way in which all of this may reach us: in order, with some of it late, or in no order; alone or several messages
 * together; some of it twice, as the same bytes or in others; some of it first read wrongly, as by a reader that was
 * corrected since.
 */
export function tellingOf(told: readonly Told[], random: Random): Delivery[] {
  const way = random.pick(['IN_ORDER', 'LATE', 'SHUFFLED'] as const);
  const ordered = way === 'SHUFFLED' ? random.shuffled(told) : way === 'LATE' ? withLate(told, random) : told;
  const deliveries = collected(ordered, random.pick([3, 16, 40, 40] as const));
  const again = random.pick([0, 0, 0.1, 0.3] as const);
  for (const delivery of deliveries.slice()) {
    if (!random.chance(again)) continue;
    const messages = random.chance(0.5) ? delivery.messages : delivery.messages.slice(0, 1);
    deliveries.splice(random.between(0, deliveries.length), 0, { ...delivery, messages });
  }
  const wrongly = random.pick([0, 0, 0.1, 0.5] as const);
  return deliveries.map((delivery) =>
    random.chance(wrongly) ? { ...delivery, misread: misread(delivery.messages, random) } : delivery,
  );
}

/** Each sender collects what it has to say for a while. */
function collected(ordered: readonly Told[], window: number): Delivery[] {
  const deliveries: Delivery[] = [];
  for (let start = 0; start < ordered.length; start += window) {
    const bySource = new Map<string, ReadMessage[]>();
    for (const { source, message } of ordered.slice(start, start + window)) {
      const messages = bySource.get(source);
      if (messages) messages.push(message);
      else bySource.set(source, [message]);
    }
    for (const [source, messages] of bySource) deliveries.push({ source, messages, misread: null });
  }
  return deliveries;
}

function withLate(told: readonly Told[], random: Random): Told[] {
  const late = told.filter(() => random.chance(0.2));
  return [...told.filter((one) => !late.includes(one)), ...late];
}

/** Several lists as one, each in its own order: nobody waits for anybody else. */
export function interleaved<T>(lists: readonly (readonly T[])[], random: Random): T[] {
  const turns = random.shuffled(lists.flatMap((list, index) => list.map(() => index)));
  const next = lists.map(() => 0);
  return turns.map((index) => {
    const at = next[index] ?? 0;
    next[index] = at + 1;
    return lists[index]?.[at] as T;
  });
}
