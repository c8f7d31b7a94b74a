import { expect, it } from 'vitest';
import type { CycleClaim } from './cycle-claim.ts';
import { cutCycles } from './cycle-cut.ts';
import type { EventCode } from './event-code.ts';
import type { IdentifierKey } from './identifier.ts';
import type { LoadState } from './tracking-event.ts';

const DAY_MS = 86_400_000;

/** What is told of a box on a day, under which paper, on which run. */
function told(
  id: string,
  day: number,
  code: EventCode,
  paper: IdentifierKey | null,
  run: IdentifierKey | null = null,
  loadState: LoadState = 'FULL',
): CycleClaim {
  const at = Date.parse('2026-02-01T00:00:00Z') + day * DAY_MS;
  return { id, at, code, classifier: 'ACTUAL', loadState, documents: paper ? [paper] : [], listing: false, run, place: null, point: null };
} // prettier-ignore

/** A trip by one paper and run, told from its pick-up to its return. */
function trip(name: string, day: number, paper: IdentifierKey, run: IdentifierKey): CycleClaim[] {
  return [
    told(`${name}-out`, day, 'GATED_OUT', null, null, 'EMPTY'),
    told(`${name}-load`, day + 4, 'LOADED', paper, run),
    told(`${name}-off`, day + 18, 'DISCHARGED', paper, run),
    told(`${name}-back`, day + 24, 'GATED_IN', null, null, 'EMPTY'),
  ];
}

const heldBy = (claims: readonly CycleClaim[]) => {
  const { cycles, parked } = cutCycles(claims, []);
  return { uses: cycles.map(({ holds }) => holds.join(' ')), parked: [...parked.keys()] };
};

it('takes a loading under the bill of another trip for wrong, not for a part load', () => {
  const [one, two] = ['MASTER_BILL:COSU6400000017', 'MASTER_BILL:COSU6400000025'] as const;
  const claims = [
    ...trip('a', 0, one, 'VOYAGE:9074729/1W'),
    ...trip('b', 40, two, 'VOYAGE:9074729/2W'),
    told('wrong', 44, 'LOADED', one, 'VOYAGE:9074729/2W'),
  ];
  expect(heldBy(claims)).toEqual({
    uses: ['a-out a-load a-off a-back', 'b-out b-load b-off b-back'],
    parked: ['wrong'],
  });
});

it('takes a train’s loading under the note of another trip for wrong, as the box was back empty between', () => {
  const [one, two] = ['RAIL_NOTE:26470000', 'RAIL_NOTE:26470018'] as const;
  const claims = [
    ...trip('a', 0, one, 'TRAIN_RUN:X8001@2026-02-05'),
    ...trip('b', 60, two, 'TRAIN_RUN:X8002@2026-04-05'),
    told('wrong', 4, 'LOADED', two, 'TRAIN_RUN:X8001@2026-02-05'),
  ];
  expect(heldBy(claims)).toEqual({
    uses: ['a-out a-load a-off a-back', 'b-out b-load b-off b-back'],
    parked: ['wrong'],
  });
});

it('keeps part loads of one run together, also where one of them is told only once', () => {
  const [one, two] = ['MASTER_BILL:COSU6400000017', 'MASTER_BILL:COSU6400000025'] as const;
  const claims = [
    ...trip('a', 0, one, 'VOYAGE:9074729/1W'),
    told('part', 4, 'LOADED', two, 'VOYAGE:9074729/1W'),
  ];
  const { cycles, parked } = cutCycles(claims, []);
  expect(cycles.map(({ documents }) => documents)).toEqual([[one, two]]);
  expect(parked.size).toBe(0);
});
