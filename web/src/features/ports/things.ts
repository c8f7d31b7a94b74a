import type { Moving } from '../../map/layers/moving/moving-objects.ts';
import { isWithin } from './port-bounds.ts';
import type { PortRun, WaitingGround } from './ports.graphql.ts';

/** Faster than this nothing lies at anchor, knots. */
const DRIFT = 1;

/** A ship that waits at anchor: by where it says that it is, by what is told of its call, or by both. */
export interface AtAnchor {
  readonly id: string;
  readonly ship: Moving | null;
  readonly run: PortRun | null;
  readonly ground: WaitingGround | null;
}

/** The anchorage queue: whoever waits longest first, then those of which nobody told since when, by name. */
export function anchorageQueue(
  ships: readonly Moving[],
  runs: readonly PortRun[],
  grounds: readonly WaitingGround[],
): AtAnchor[] {
  const anchorages = grounds.filter(({ kind }) => kind === 'ANCHORAGE');
  const told = runs.filter(({ state }) => state === 'AT_ANCHOR');
  const lying = ships.flatMap((ship): AtAnchor[] => {
    if (ship.kind !== 'VESSEL' || ship.speedKnots === null || ship.speedKnots > DRIFT) return [];
    const ground = anchorages.find((one) => isWithin(ship, one));
    return ground ? [{ id: ship.id, ship, run: told.find((run) => isSame(run, ship)) ?? null, ground }] : [];
  });
  const others = told
    .filter((run) => !lying.some((one) => one.run === run))
    .map((run): AtAnchor => ({ id: run.id, ship: null, run, ground: null }));
  const since = ({ run }: AtAnchor) => (run?.anchored ? Date.parse(run.anchored.instant) : Number.MAX_VALUE);
  const nameOf = ({ ship, run }: AtAnchor) => ship?.name ?? run?.transport.name ?? '';
  return [...lying, ...others].sort(
    (a, b) => since(a) - since(b) || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0),
  );
}

/** Whether a call is of what moves: a ship's by IMO number, as names are not unique, and a train's by its number and day. */
export function isSame({ transport }: PortRun, { id, kind, vesselImo }: Moving): boolean {
  if (kind === 'TRAIN') return id === `TRAIN_RUN:${transport.train}@${transport.departureDate}`;
  return kind === 'VESSEL' && vesselImo !== null && transport.vesselImo === vesselImo;
}

/** What a ship or train does next at the port, or where all of it is over what it did last; null: nothing is told of it. */
export function callOf(moving: Moving, runs: readonly PortRun[]): PortRun | null {
  const own = runs.filter((run) => isSame(run, moving));
  return own.find(({ state }) => state !== 'GONE' && state !== 'COME') ?? own.at(-1) ?? null;
}
