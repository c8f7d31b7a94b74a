import { expect, it } from 'vitest';
import { claim, container, documentRef } from '../claim.ts';
import type { EventCode } from '../event-code.ts';
import type { DocumentRef, TrackingEvent } from '../tracking-event.ts';
import { cutBoxes, keyed } from './cut-boxes.ts';

const box = container('CSQU3054383');
const order = documentRef('REFERENCE', 'PO4711');
const bills = ['COSU6400000017', 'COSU6400000025'].map((number) => documentRef('MASTER_BILL', number));

function told(code: EventCode, day: string, documents: readonly DocumentRef[], given: Partial<TrackingEvent> = {}) {
  const instant = `${day}T08:00:00Z`;
  const time = { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' } as const;
  return claim({ code, classifier: 'ACTUAL', time, documents, ...given });
} // prettier-ignore

/** Two trips of one box for one trader: the order is named on the bills, and where `onMoves` says so with every move. */
function twoTripsOfOneOrder(onMoves: boolean): TrackingEvent[] {
  return bills.flatMap((bill, index) => {
    const month = `2026-0${index + 3}`;
    const moved = (code: EventCode, day: string) =>
      told(code, `${month}-${day}`, onMoves ? [bill, order] : [bill], { equipment: box, loadState: 'FULL' });
    return [
      told('BL_ISSUED', `${month}-03`, [bill, order], { contents: [box] }),
      moved('LOADED', '02'),
      moved('DISCHARGED', '22'),
    ];
  });
}

it('keeps two trips of a box apart that were made for one order of a trader', () => {
  for (const onMoves of [false, true]) {
    const events = twoTripsOfOneOrder(onMoves);
    const claims = events.map((event, index) => ({ id: `c${index}`, event, cycleId: null, inherited: false, voices: [] }));
    const { cycles, parked } = cutBoxes(keyed(claims));
    expect(cycles.map(({ documents }) => documents)).toEqual([
      ['MASTER_BILL:COSU6400000017'],
      ['MASTER_BILL:COSU6400000025'],
    ]);
    expect(cycles.map(({ holds }) => holds)).toEqual([['c1', 'c2'], ['c4', 'c5']]);
    expect(parked.size).toBe(0);
  }
}); // prettier-ignore
