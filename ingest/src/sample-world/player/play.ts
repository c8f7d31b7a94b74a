import type { Delivery } from '../delivery.ts';
import type { PlayState } from './world-files.ts';

/** Sends one delivery; false when it was stopped and has to be sent again. */
type Send = (delivery: Delivery) => Promise<boolean>;

const PARALLEL = 4;
/** Deliveries that go out before the state is saved again; a crash in between sends these once more. */
const STRETCH = 32;

/** The deliveries that no source has had acknowledged yet, in order. */
export function remaining(deliveries: readonly Delivery[], delivered: PlayState['delivered']): Delivery[] {
  const seen = new Map<string, number>();
  return deliveries.filter(({ sourceId }) => {
    const position = seen.get(sourceId) ?? 0;
    seen.set(sourceId, position + 1);
    return position >= (delivered[sourceId] ?? 0);
  });
}

/** Deliveries of one source go one after another; up to four sources send at a time. */
async function sendStretch(stretch: readonly Delivery[], send: Send): Promise<Map<string, number>> {
  const bySource = new Map<string, Delivery[]>();
  for (const delivery of stretch) {
    bySource.set(delivery.sourceId, [...(bySource.get(delivery.sourceId) ?? []), delivery]);
  }
  const waiting = [...bySource.values()];
  const sent = new Map<string, number>();
  const worker = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) {
      for (const delivery of queue) {
        if (!(await send(delivery))) break;
        sent.set(delivery.sourceId, (sent.get(delivery.sourceId) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return sent;
}

/**
 * Sends what is given, in order, and reports the state after every stretch. Ends early when `send` was stopped.
 * Answers the state that was reached.
 */
export async function play(
  due: readonly Delivery[],
  state: PlayState,
  send: Send,
  reached: (state: PlayState, sent: number) => void,
): Promise<PlayState> {
  let current = state;
  let total = 0;
  for (let start = 0; start < due.length; start += STRETCH) {
    const stretch = due.slice(start, start + STRETCH);
    const sent = await sendStretch(stretch, send);
    const delivered = { ...current.delivered };
    let count = 0;
    for (const [sourceId, more] of sent) {
      delivered[sourceId] = (delivered[sourceId] ?? 0) + more;
      count += more;
    }
    current = { ...current, delivered };
    total += count;
    reached(current, total);
    if (count < stretch.length) break;
  }
  return current;
}
