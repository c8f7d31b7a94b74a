import { parseFlightNumber } from 'graph-schema/codes/flight';
import { compactNumber } from 'graph-schema/codes/parsed';
import { parseTruckPlate } from 'graph-schema/codes/truck-plate';
import { transport } from 'graph-schema/domain/claim';
import type { TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { ClaimContext } from '../claim-context.ts';
import { readVessel } from '../ports/vessel.ts';
import { readDateTime } from './segments.ts';
import { readTransport } from './transport.ts';

/** 1131 of a ship's identity: 103 call sign, 146 means of transport; a leg without a mode that has it is a ship. */
const SHIP_LISTS: ReadonlySet<string> = new Set(['103', '146', '11']);
/** DTM 2005 of a departure, best first: the date by which flights and trains are told apart. */
const DEPARTURES = ['136', '186', '133', '189'];

/**
 * What carries: the means of a TDT, with what stands in its group (`RFF+VON`, `RFF+VM`, the date of departure). `mode`
 * holds where the segment does not say one. Null when the mode is not known or nothing identifies the means.
 */
export function readConveyance(
  tdt: EdifactSegment,
  group: readonly EdifactSegment[],
  mode: TransportMode | null,
  at: string,
  context: ClaimContext,
): TransportRef | null {
  const where = { at: `${at}/TDT`, span: tdt };
  const leg = readTransport(tdt, where.at, context.findings);
  const isShip = leg.mode === null && SHIP_LISTS.has(leg.identityList ?? '');
  const kind = leg.mode ?? (isShip ? 'VESSEL' : mode);
  switch (kind) {
    case 'VESSEL':
    case 'BARGE': {
      const isCallSign = leg.identityList === '103';
      const identity = leg.identity ?? referred('VM', group);
      const voyage = leg.reference ?? referred('VON', group);
      return readVessel({ mode: kind, identity, isCallSign, name: leg.name, voyage }, where, context);
    }
    case 'AIR': {
      const flight = parseFlightNumber(leg.reference ?? leg.identity ?? '');
      return flight.ok
        ? transport({ mode: 'AIR', flight: flight.value, departureDate: departureIn(group) })
        : null;
    }
    case 'RAIL': {
      const train = leg.reference === null ? null : compactNumber(leg.reference);
      const wagon = leg.identity === null ? null : compactNumber(leg.identity);
      return transport({ mode: 'RAIL', train, wagon, departureDate: train && departureIn(group) });
    }
    case 'TRUCK': {
      const plate = parseTruckPlate(leg.identity ?? leg.name ?? '');
      return transport({ mode: 'TRUCK', plate: plate.ok ? plate.value : null });
    }
    default:
      return null;
  }
}

function referred(kind: string, group: readonly EdifactSegment[]): string | null {
  return group.find((segment) => segment.is('RFF', kind))?.read(0, 1) ?? null;
}

function departureIn(group: readonly EdifactSegment[]): string | null {
  for (const qualifier of DEPARTURES) {
    const segment = group.find((one) => one.is('DTM', qualifier));
    const clock = segment && readDateTime(segment);
    if (clock) return clock.local.slice(0, 10);
  }
  return null;
}
