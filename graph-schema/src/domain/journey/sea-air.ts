import type { IdentifierKey } from '../identifier.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { BoxWay } from './box-way.ts';
import { isSamePlace } from './destination.ts';
import { COMES, LEAVES, type Leg } from './legs.ts';
import type { Milestone } from './milestone.ts';
import { isBehind, phaseOf, type Phase } from './phase.ts';

/** By what a cargo goes on that goes by sea and by air, one after the other. */
type OnwardBy = 'AIR' | 'VESSEL';

/**
 * Whether the cargo goes by sea in boxes and flies on without them, 海空联运 sea-air, or the other way round; null: neither. By
 * its bills, or where those are withheld, by a flight after the ship that takes no box.
 */
export function onwardBy(documents: readonly IdentifierKey[], legs: readonly Leg[]): OnwardBy | null {
  const main = legs.filter(({ mode }) => mode === 'VESSEL' || mode === 'AIR');
  const isOn = (scheme: string) => documents.some((key) => key.startsWith(`${scheme}:`));
  const isOnBoth = isOn('MASTER_BILL') && isOn('AWB');
  if (main[0]?.mode === 'AIR') return isOnBoth ? 'VESSEL' : null;
  return isOnBoth || main.some(({ mode, containers }) => mode === 'AIR' && containers.length === 0)
    ? 'AIR'
    : null;
}

/**
 * The line of the cargo alone: without what ends at the hub. Who hands it over there delivers nothing, unless it is where its
 * papers say that it goes (`told`); and where it flies on, what its boxes do once they are off a ship is theirs alone.
 */
export function lineOfCargo(
  line: readonly Milestone[],
  legs: readonly Leg[],
  told: PlaceRef | null,
  by: OnwardBy,
): Milestone[] {
  const onward = legs.filter(({ mode }) => mode === by);
  const isThere = (place: PlaceRef | null) =>
    place !== null && [told, ...onward.map(({ to }) => to)].some((to) => to && isSamePlace(to, place));
  const hasGoneOn = onward.some(({ state }) => state === 'DONE');
  const own = by === 'AIR' ? withoutLeftBoxes(line) : line;
  return own.filter((m) => !HANDS_OVER.has(m.code) || hasGoneOn || isThere(m.place));
}

function withoutLeftBoxes(line: readonly Milestone[]): Milestone[] {
  const off = new Set<string>();
  return line.filter((m) => {
    if (!isOfBox(m)) return true;
    const isCarried = LEAVES.has(m.code) || COMES.has(m.code);
    const isLeft = !isCarried && m.containers.every((box) => off.has(box));
    if (COMES.has(m.code) && m.transport?.mode !== 'TRUCK') for (const box of m.containers) off.add(box);
    return !isLeft;
  });
}

/** What a box does that the cargo has left: it flew before, or the box is empty after it came off its ship. */
export function isOfLeftBox(m: Milestone, happenings: readonly Milestone[]): boolean {
  if (!isOfBox(m)) return false;
  const before = happenings.slice(0, happenings.indexOf(m));
  return before.some(
    (other) =>
      (other.code === 'DEPARTED' && other.transport?.mode === 'AIR') ||
      (m.loadState === 'EMPTY' && COMES.has(other.code)),
  );
}

/** The phase by the line of the cargo alone: the hub is no destination. */
export function phaseBySeaAndAir(
  line: readonly Milestone[],
  legs: readonly Leg[],
  ahead: PlaceRef | null,
  by: OnwardBy,
): Phase {
  const phase = phaseOf(line, legs, ahead);
  const hasGoneOn = legs.some(({ mode, state }) => mode === by && state === 'DONE');
  return phase === 'AT_DESTINATION' && !hasGoneOn ? 'AT_TRANSSHIPMENT' : phase;
}

/** The box that the cargo waits for at sea or before; null: it is told by its own line, as once it has been delivered. */
export function laggingAtSea(lagging: BoxWay | null, phase: Phase): BoxWay | null {
  if (lagging === null || phase === 'DELIVERED') return null;
  const { progress } = lagging;
  return progress.phase !== 'UNKNOWN' && isBehind(progress.phase, 'AT_TRANSSHIPMENT') ? lagging : null;
}

const HANDS_OVER: ReadonlySet<string> = new Set(['DELIVERED', 'STRIPPED', 'DROPPED_OFF']);

function isOfBox({ containers, dimension }: Milestone): boolean {
  return dimension === 'LOGISTICS' && containers.length > 0;
}
