import { describe, expect, it } from 'vitest';
import { isWanted, type FeedFilter, type Filtered, type ShipmentNames } from './feed-filter.ts';

const added: Filtered = { shipment: 's1', kind: 'ADDED', codes: ['LOADED', 'SEALED'], derived: null };
const derived: Filtered = {
  shipment: 's1',
  kind: 'DERIVED',
  codes: [],
  derived: {
    parts: ['phase', 'eta'], opened: ['x'], closed: [], changed: [],
    now: { phase: 'IN_TRANSIT' },
    of: [{ id: 'x', kind: 'ROLLED', severity: 'WARNING', openedAt: 0, actor: 'CARRIER' }],
  },
}; // prettier-ignore
const names: ShipmentNames = {
  aliases: ['old'],
  numbers: ['MASTER_BILL:COSU6400000017', 'CONTAINER:CSQU3054383'],
};
const wants = (filter: FeedFilter) => [isWanted(added, names, filter), isWanted(derived, names, filter)];

describe('a filter of the feed', () => {
  it('that says nothing takes all', () => expect(wants({})).toEqual([true, true]));

  it('means a shipment by its id, by one merged into it, or by a number', () => {
    expect(wants({ shipments: ['s1'] })).toEqual([true, true]);
    expect(wants({ shipments: ['old'] })).toEqual([true, true]);
    expect(wants({ shipments: ['s2'] })).toEqual([false, false]);
    expect(wants({ shipments: ['s2'], numbers: ['CONTAINER:CSQU3054383'] })).toEqual([true, true]);
    expect(wants({ numbers: [] })).toEqual([false, false]);
  });

  it('means what stands in a watch list, and nothing where that is not looked up', () => {
    const watched = (shipments: string[], watchedNumbers: string[]) => ({
      shipments: new Set(shipments),
      numbers: new Set(watchedNumbers),
    });
    expect(wants({ watchList: 'w' })).toEqual([false, false]);
    expect(wants({ watchList: 'w', watched: watched([], []) })).toEqual([false, false]);
    expect(wants({ watchList: 'w', watched: watched(['s1'], []) })).toEqual([true, true]);
    expect(wants({ watchList: 'w', watched: watched(['old'], []) })).toEqual([true, true]);
    expect(
      wants({ watchList: 'w', watched: watched([], ['CONTAINER:CSQU3054383']), codes: ['SEALED'] }),
    ).toEqual([true, false]);
    expect(wants({ watchList: 'w', watched: watched([], []), shipments: ['s1'] })).toEqual([true, true]);
  });

  it('asks for what is told, any of it', () => {
    expect(wants({ codes: ['LOADED'] })).toEqual([true, false]);
    expect(wants({ phases: ['IN_TRANSIT'] })).toEqual([false, true]);
    expect(wants({ phases: ['DELIVERED'] })).toEqual([false, false]);
    expect(wants({ exceptions: ['ROLLED'] })).toEqual([false, true]);
    expect(wants({ parts: ['eta'], codes: ['SEALED'] })).toEqual([true, true]);
    expect(wants({ kinds: ['ADDED'], parts: ['eta'] })).toEqual([false, false]);
  });

  it('never holds back that a shipment opens, closes or is another one', () => {
    for (const kind of ['VISIBLE', 'HIDDEN', 'MERGED_INTO'] as const) {
      const entry: Filtered = { ...added, kind, codes: [] };
      expect(isWanted(entry, names, { codes: ['DELIVERED'] })).toBe(true);
      expect(isWanted(entry, names, { kinds: ['ADDED'] })).toBe(false);
    }
  });
});
