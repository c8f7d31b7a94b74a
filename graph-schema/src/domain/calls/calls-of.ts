import { nearBerths, type BerthLine } from './berth-lines.ts';
import { nearOf, type CallZones, type Near, type Spot } from './call-zones.ts';
import { inTurn, type DerivedCall } from './derived-call.ts';
import { flightCalls } from './flight-calls.ts';
import { passagesOf } from './passages.ts';
import { shipCalls, shipZones, type ShipZones } from './ship-calls.ts';
import { withoutSpikes, type Mover, type Track } from './track-fix.ts';
import { trainCalls } from './train-calls.ts';

/** Zones made ready once, for any number of tracks. */
export interface PreparedZones {
  readonly zones: CallZones;
  readonly ships: ShipZones;
  readonly airports: Near<Spot>;
  readonly stations: Near<Spot>;
}

/** The same with the berths of an operator's file, by which ships are told to lie at one. */
export function withBerths(prepared: PreparedZones, berths: readonly BerthLine[]): PreparedZones {
  return { ...prepared, ships: { ...prepared.ships, berths: nearBerths(berths) } };
}

export function prepareZones(zones: CallZones): PreparedZones {
  const nameOf = ({ unLocode, code }: Spot) => `${unLocode} ${code}`;
  return {
    zones,
    ships: shipZones(zones),
    airports: nearOf(zones.airports, nameOf),
    stations: nearOf(zones.stations, nameOf),
  };
}

/**
 * Where something called, and what it passed, by its positions alone: a function of the set of them, so that late and
 * repeated ones, and the order in which they came, change nothing but what they tell. What is not known to have happened
 * between two positions near in time is not told.
 */
export function callsOf(track: Track, mover: Mover, prepared: PreparedZones): DerivedCall[] {
  const fixes = withoutSpikes(track, mover);
  switch (mover) {
    case 'VESSEL':
      return inTurn([...shipCalls(fixes, prepared.ships), ...passagesOf(fixes, prepared.zones.gates)]);
    case 'RAIL':
      return inTurn(trainCalls(fixes, prepared.stations));
    case 'AIR':
      return inTurn(flightCalls(fixes, prepared.airports));
  }
}
