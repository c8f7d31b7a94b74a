import { placeRef } from './claim.ts';
import type { Gazetteer, Place } from './place.ts';
import type { FacilityScheme, PlaceRef } from './tracking-event.ts';

/** A place of a message, and what the tables know of it (null: unknown, the raw text is kept). */
export interface ResolvedPlace {
  readonly ref: PlaceRef;
  readonly place: Place | null;
}

/**
 * Resolves a UN/LOCODE as a sender writes it, after the sender's own aliases, with an optional terminal.
 * The terminal's own zone wins over the port's.
 */
export function resolveLocode(
  code: string,
  terminal: { scheme: FacilityScheme; code: string } | null,
  places: Gazetteer,
  aliases: Readonly<Record<string, string>>,
): ResolvedPlace {
  const written = code.trim().toUpperCase();
  const port = places.findLocode(aliases[written] ?? written);
  const facility = terminal && port?.unLocode ? places.findTerminal(port.unLocode, terminal.code) : null;
  return {
    ref: placeRef({
      unLocode: port?.unLocode ?? null,
      facility: terminal,
      raw: port ? null : written || null,
    }),
    place: facility ?? port,
  };
}

/** An IATA airport (`PEK`); its UN/LOCODE stands in the result when the table has it. */
export function resolveAirport(iata: string, places: Gazetteer): ResolvedPlace {
  const code = iata.trim().toUpperCase();
  const airport = places.findAirport(code);
  return {
    ref: placeRef({
      unLocode: airport?.unLocode ?? null,
      facility: { scheme: 'IATA', code },
      raw: airport ? null : code,
    }),
    place: airport,
  };
}

/** A rail station by code or name. */
export function resolveStation(codeOrName: string, places: Gazetteer): ResolvedPlace {
  const station = places.findRailStation(codeOrName);
  return {
    ref: placeRef({
      unLocode: station?.unLocode ?? null,
      railStation: station ? station.id.replace(/^RAIL:/, '') : null,
      raw: station ? null : codeOrName.trim() || null,
    }),
    place: station,
  };
}

/** A four-digit Chinese customs office 关区. */
export function resolveCustomsOffice(code: string, places: Gazetteer): ResolvedPlace {
  const office = places.findCustomsOffice(code);
  return {
    ref: placeRef({
      customsOffice: code.trim(),
      unLocode: office?.unLocode ?? null,
      raw: office ? null : code.trim(),
    }),
    place: office,
  };
}
