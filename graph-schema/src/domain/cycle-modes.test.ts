import { describe, expect, it } from 'vitest';
import type { CycleClaim } from './cycle-claim.ts';
import { joinModes, type ModalTrip } from './cycle-modes.ts';
import type { EventCode } from './event-code.ts';
import type { IdentifierKey } from './identifier.ts';
import type { LoadState } from './tracking-event.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const otherBill = 'MASTER_BILL:COSU6400000025';
const thirdBill = 'MASTER_BILL:COSU6400000033';
const note = 'RAIL_NOTE:26470000';
const DAY_MS = 86_400_000;

let ids = 0;
function move(code: EventCode, day: number, paper: IdentifierKey | null, loadState: LoadState = 'FULL'): CycleClaim {
  ids += 1;
  const at = Date.parse('2026-10-01T00:00:00Z') + day * DAY_MS;
  return { id: `m${ids}`, at, code, classifier: 'ACTUAL', loadState, documents: paper ? [paper] : [], listing: false, run: null, place: null, point: null };
} // prettier-ignore

function trip(paper: IdentifierKey, ...moves: CycleClaim[]): ModalTrip {
  return { documents: new Set([paper]), moves, others: [], joins: [] };
}

/** The papers of each use of the box, as joined; `between` are moves that name no paper. */
function usesOf(trips: ModalTrip[], ...between: CycleClaim[]): string[] {
  const sorted = [...trips.flatMap((t) => t.moves), ...between].sort((a, b) => a.at - b.at);
  return joinModes(trips, sorted).map((t) => [...t.documents].sort().join(' + '));
}

const byRail = (from: number, to: number) =>
  trip(note, move('LOADED', from, note), move('DISCHARGED', to, note));
const bySea = (from: number, to: number, paper: IdentifierKey = bill) =>
  trip(paper, move('LOADED', from, paper), move('DISCHARGED', to, paper));

describe('a box that changes between rail and sea', () => {
  it('full is one use of it, whichever comes first', () => {
    expect(usesOf([byRail(0, 2), bySea(4, 30)])).toEqual([`${bill} + ${note}`]);
    expect(usesOf([bySea(0, 30), byRail(33, 35)])).toEqual([`${bill} + ${note}`]);
  });

  it('says which papers it joined, for the consignment to follow', () => {
    const [joined] = joinModes([byRail(0, 2), bySea(4, 30)], []);
    expect(joined?.joins).toEqual([[note, bill]]);
  });

  const at = (place: string, { moves, ...rest }: ModalTrip): ModalTrip => ({
    ...rest,
    moves: moves.map((one) => ({ ...one, place })),
  });
  const from = (begins: string, ends: string, { moves: [loaded, discharged], ...rest }: ModalTrip): ModalTrip => ({
    ...rest,
    moves: [{ ...(loaded as CycleClaim), place: begins }, { ...(discharged as CycleClaim), place: ends }],
  }); // prettier-ignore

  it('is two uses where the second leads back to where the first began', () => {
    const toDuisburg = from('CNNBO', 'DEDUI', byRail(0, 12));
    expect(usesOf([toDuisburg, from('NLRTM', 'CNNBO', bySea(20, 50))])).toEqual([note, bill]);
    expect(usesOf([toDuisburg, from('NLRTM', 'GBFXT', bySea(20, 22))])).toEqual([`${bill} + ${note}`]);
  });

  it('goes on by rail though a bill that nothing moved under came between', () => {
    const reissued = { documents: new Set([otherBill]), moves: [], others: [], joins: [] } as ModalTrip;
    const trips = [bySea(0, 20), reissued, byRail(22, 25), bySea(40, 60, thirdBill)];
    expect(usesOf(trips)).toEqual([`${bill} + ${note}`, otherBill, thirdBill]);
  });

  it('is two uses where no road leads from the one to the other', () => {
    expect(usesOf([at('CNXIA', byRail(0, 2)), at('CNTAO', bySea(4, 30))])).toEqual([`${bill} + ${note}`]);
    expect(usesOf([at('CNXIA', byRail(0, 2)), at('INNSA', bySea(4, 30))])).toEqual([note, bill]);
  });

  it('is never joined between two ocean bills', () => {
    expect(usesOf([bySea(0, 20), bySea(22, 40, otherBill)])).toEqual([bill, otherBill]);
  });

  it('is two uses when it went empty between', () => {
    const returned = move('GATED_IN', 3, null, 'EMPTY');
    expect(usesOf([byRail(0, 2), bySea(5, 30)], returned)).toEqual([note, bill]);
    const pickedUp = move('GATED_OUT', 3, null, 'EMPTY');
    expect(usesOf([byRail(0, 2), bySea(5, 30)], pickedUp)).toEqual([note, bill]);
  });

  it('is two uses when it was stuffed or stripped between, or released for another cargo', () => {
    for (const code of ['STUFFED', 'STRIPPED', 'EMPTY_RELEASED'] as const)
      expect(usesOf([byRail(0, 2), bySea(5, 30)], move(code, 3, null))).toEqual([note, bill]);
    const released = trip(bill, move('EMPTY_RELEASED', 4, bill), ...bySea(5, 30).moves);
    expect(usesOf([byRail(0, 2), released])).toEqual([note, bill]);
  });

  it('is two uses when the first cargo was delivered, or left the port by road', () => {
    const delivered = trip(note, move('DISCHARGED', 2, note), move('DELIVERED', 3, note));
    expect(usesOf([delivered, bySea(5, 30)])).toEqual([note, bill]);
    const gone = trip(bill, move('DISCHARGED', 20, bill), move('GATED_OUT', 22, bill));
    expect(usesOf([gone, byRail(25, 27)])).toEqual([bill, note]);
  });

  it('is two uses when it lay longer than a month', () => {
    expect(usesOf([byRail(0, 2), bySea(33, 60)])).toEqual([note, bill]);
  });

  it('joins rail, sea and rail to one', () => {
    const rhine = 'RAIL_NOTE:55210000';
    const last = trip(rhine, move('LOADED', 33, rhine), move('DISCHARGED', 34, rhine));
    expect(usesOf([byRail(0, 2), bySea(4, 30), last])).toEqual([`${bill} + ${note} + ${rhine}`]);
  });
});
