import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConcludedShipment } from './append-entries.ts';
import type { ConclusionRequest } from './conclude.ts';
import { touchedNothing } from './touched.ts';

// What one transaction was asked to conclude, by the ids of the raw messages; how it ends is up to the test.
const groups: string[][] = [];
let ending: (ids: readonly string[]) => Promise<ConcludedShipment[]>;
vi.mock('./conclude.ts', () => ({
  conclude: (_tx: unknown, requests: readonly ConclusionRequest[]) => {
    const ids = requests.map((request) => request.closing.id);
    groups.push(ids);
    return ending(ids);
  },
}));
const { createConclusions } = await import('./conclusions.ts');

const shipment = { shipmentId: 'shp_1', lane: 0, seq: 1 };
const request = (id: string) =>
  ({
    touched: touchedNothing(),
    claims: [],
    closing: { id },
    revision: null,
  }) as unknown as ConclusionRequest;
const conclusions = () =>
  createConclusions({ write: (work) => work({ run: () => Promise.resolve([]) }) }, () => 0, () => null); // prettier-ignore

beforeEach(() => {
  groups.length = 0;
  ending = async () => [shipment];
});

describe('conclusions', () => {
  it('draws those of one message at once, and takes along whoever waits meanwhile', async () => {
    let release: () => void = () => undefined;
    ending = () => new Promise((resolve) => (release = () => resolve([shipment])));
    const drawing = conclusions();
    const first = drawing.draw(request('a'));
    await vi.waitFor(() => expect(groups).toEqual([['a']]));
    const others = ['b', 'c', 'd'].map((id) => drawing.draw(request(id)));
    ending = async () => [shipment];
    release();
    expect(await first).toEqual([shipment]);
    // Of those concluded together one gets the shipments, so that each is told of once.
    expect((await Promise.all(others)).flat()).toEqual([shipment]);
    expect(groups).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('waits for a message whose facts are being written, but not for one that gave up', async () => {
    const drawing = conclusions();
    const [arrives, givesUp] = [drawing.expect(), drawing.expect()];
    const first = drawing.draw(request('a'));
    givesUp();
    givesUp();
    await Promise.resolve();
    expect(groups).toEqual([]);
    arrives();
    const second = drawing.draw(request('b'));
    await Promise.all([first, second]);
    expect(groups).toEqual([['a', 'b']]);
  });

  it('lets no message suffer for another: only the one that cannot be concluded fails', async () => {
    ending = async (ids) => {
      if (ids.includes('poison')) throw new Error('cannot be concluded');
      return [shipment];
    };
    const drawing = conclusions();
    const wait = drawing.expect();
    const all = Promise.allSettled(['a', 'poison', 'b'].map((id) => drawing.draw(request(id))));
    wait();
    expect((await all).map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([['a', 'poison', 'b'], ['a'], ['poison'], ['b']]);
    expect(await drawing.draw(request('c'))).toEqual([shipment]);
  });
});
