import { aboardOf, type Aboard, type CarriageClaim } from '../aboard.ts';
import { runKey } from '../claim-keys.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import { placeOf } from '../journey/milestone.ts';
import { sailingOf, toldAs, type KnownShips } from '../ship-names.ts';
import type { TransportRef } from '../tracking-event.ts';
import { plannedStays } from './planned-stays.ts';
import { asTheWagon, isOfWagon, MOVES_OF_A_WAGON, wagonStays } from './wagon-stays.ts';

/** A stay of the cargo, or of one of its boxes, aboard a run. */
export interface Stay extends Aboard {
  readonly container: string | null;
  /** Places of which an estimate counts, where only a plan puts the cargo aboard; null: of any, and what happened too. */
  readonly places: ReadonlySet<string> | null;
}

/**
 * Where the cargo was aboard: each box by its use, or the consignment itself where no box was; what it is planned for; and
 * on which wagons it stood. `own`: its claims.
 */
export function staysOf(
  cycles: readonly { readonly container: string; readonly aboard: readonly Aboard[] }[],
  own: readonly FactClaim[],
): Stay[] {
  const ofBoxes = cycles.flatMap(({ container, aboard }) =>
    aboard.map((stay): Stay => ({ ...stay, container, places: null })),
  );
  // Boxes are taken off the ship where the cargo flies on: flights are told of the consignment itself.
  const flights = own
    .filter(({ cycleId }) => cycleId === null)
    .map(carriageOf)
    .filter(isByFlight);
  const flown = aboardOf(flights).map(ofConsignment);
  const stays =
    ofBoxes.length > 0
      ? [...(cycles.length === 1 ? ofBoxes.map((stay) => untilItFlies(stay, flown)) : ofBoxes), ...flown]
      : aboardOf(own.map(carriageOf)).map(ofConsignment);
  return [...stays, ...plannedStays(own, new Set(stays.map(({ run }) => run))), ...wagonStays(own)];
}

/** Nobody told that the only box came off its ship: what was in it did when it took off. Of several another may sail on. */
function untilItFlies(stay: Stay, flown: readonly Stay[]): Stay {
  const tookOff = flown.flatMap(({ from }) => (stay.to === null && from > stay.from ? [from] : []));
  return tookOff.length === 0 ? stay : { ...stay, to: Math.min(...tookOff) };
}

function isByFlight({ run }: CarriageClaim): boolean {
  return run?.startsWith('FLIGHT:') ?? false;
}

function ofConsignment(stay: Aboard): Stay {
  return { ...stay, container: null, places: null };
}

function carriageOf({ event }: FactClaim): CarriageClaim {
  const { code, classifier, transport, time } = event;
  return { at: Date.parse(time.instant), code, classifier, run: transport && runKey(transport) };
}

/**
 * What is told of the runs themselves, and of the ships that made them without the voyage, taken over for the time aboard,
 * each claim once.
 */
export function inheritedClaims(
  stays: readonly Stay[],
  own: readonly FactClaim[],
  ships: KnownShips,
  toldOf: (key: IdentifierKey) => readonly FactClaim[],
): FactClaim[] {
  const seen = new Set(own.map((claim) => claim.id));
  const inherited: FactClaim[] = [];
  for (const stay of stays) {
    for (const { key, imo } of toldAs(stay.run, ships)) {
      for (const claim of toldOf(key)) {
        if (seen.has(claim.id) || !isInherited(claim, stay)) continue;
        seen.add(claim.id);
        const { transport } = claim.event;
        const event = isOfWagon(stay.run)
          ? asTheWagon(claim.event, stay.run)
          : transport
            ? { ...claim.event, transport: onRun(transport, stay.run, imo, ships) }
            : claim.event;
        inherited.push({ ...claim, event, cycleId: null, inherited: true });
      }
    }
  }
  return inherited;
}

function isInherited({ event }: FactClaim, { run, from, to, places }: Stay): boolean {
  const at = Date.parse(event.time.instant);
  if (at < from || (to !== null && at > to)) return false;
  if (isOfWagon(run) && !MOVES_OF_A_WAGON.has(event.code)) return false;
  return places === null || (event.classifier !== 'ACTUAL' && places.has(placeOf(event.place) ?? ''));
}

/** What a ship did without saying on which voyage, it did on the one that the cargo was aboard. */
function onRun(told: TransportRef, run: IdentifierKey, imo: string | null, ships: KnownShips): TransportRef {
  const sailing = sailingOf(run);
  if (!sailing || runKey(told) === run) return told;
  const [name = null, ...others] = imo === null ? [] : ships.namesOf(imo);
  const vesselName = sailing.imo === null ? sailing.ship : others.length === 0 ? name : null;
  return {
    ...told,
    vesselImo: told.vesselImo ?? imo,
    vesselName: told.vesselName ?? vesselName,
    voyage: told.voyage ?? sailing.voyage,
  };
}
