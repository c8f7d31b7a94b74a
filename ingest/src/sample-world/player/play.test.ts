import { describe, expect, it } from 'vitest';
import type { Delivery } from '../delivery.ts';
import type { SourceId } from '../sources.ts';
import { play, remaining } from './play.ts';

const sources: readonly SourceId[] = [
  'ningbo-terminal', 'sample-airline', 'ais-station', 'sample-ocean-carrier', 'container-depots',
]; // prettier-ignore

const deliveries: Delivery[] = Array.from({ length: 150 }, (_, index) => ({
  sourceId: sources[(index * 7) % sources.length] ?? 'ais-station',
  deliverAt: new Date(Date.UTC(2026, 10, 1) + index * 60_000).toISOString(),
  contentType: 'text/plain',
  bytes: new Uint8Array(),
  what: String(index),
}));
const fresh = { anchor: '2026-11-21T00:00:00Z', delivered: {} };

describe('playing the past', () => {
  it('keeps the order of each source and sends at most four at a time', async () => {
    const sent: Delivery[] = [];
    let running = 0;
    let most = 0;
    const send = async (delivery: Delivery): Promise<boolean> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      sent.push(delivery);
      running -= 1;
      return true;
    };
    await play(deliveries, fresh, send, () => undefined);
    expect(sent).toHaveLength(deliveries.length);
    expect(most).toBeLessThanOrEqual(4);
    for (const source of sources) {
      const order = sent.filter(({ sourceId }) => sourceId === source).map(({ what }) => Number(what));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it('goes on after a stop with what was not acknowledged, and only with that', async () => {
    const acknowledged: string[] = [];
    let left = 71;
    const stopping = async ({ what }: Delivery): Promise<boolean> => {
      if (left <= 0) return false;
      left -= 1;
      acknowledged.push(what);
      return true;
    };
    let saved: { delivered: Readonly<Record<string, number>> } = fresh;
    await play(deliveries, fresh, stopping, (state) => {
      saved = state;
    });
    const rest = remaining(deliveries, saved.delivered);
    expect(acknowledged).toHaveLength(71);
    expect([...acknowledged, ...rest.map(({ what }) => what)].toSorted()).toEqual(
      deliveries.map(({ what }) => what).toSorted(),
    );
  });
});
