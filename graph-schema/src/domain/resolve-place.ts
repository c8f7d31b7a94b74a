import { placeRef } from './claim.ts';
import type { Gazetteer, Place } from './place.ts';
import type { FacilityScheme, PlaceRef, TransportMode } from './tracking-event.ts';

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

const TOWNS: readonly Place['kind'][] = ['PORT', 'PLACE'];
/** Which places a mode of transport speaks of first. */
const FIRST: Readonly<Partial<Record<TransportMode, readonly Place['kind'][]>>> = {
  RAIL: ['RAIL_STATION'],
  AIR: ['AIRPORT'],
  VESSEL: TOWNS,
  BARGE: TOWNS,
};

/**
 * A place by its Chinese name: of the kind that the mode speaks of, else a port or town, else whatever has the name. Where
 * several places have it none is taken, and `among` lists them; null: none has it.
 */
export function resolveNamed(
  name: string,
  mode: TransportMode | null,
  places: Gazetteer,
): ResolvedPlace | { readonly among: readonly Place[] } | null {
  const named = places.findNamed(name);
  const ofKind = (kinds: readonly Place['kind'][] = []): Place[] =>
    named.filter(({ kind }) => kinds.includes(kind));
  const [spokenOf, towns] = [ofKind(mode ? FIRST[mode] : []), ofKind(TOWNS)];
  const chosen = spokenOf.length > 0 ? spokenOf : towns.length > 0 ? towns : named;
  const [first] = chosen;
  if (!first) return null;
  // Without a mode that tells, the station or office of another town is meant as likely as this one.
  const rivals = spokenOf.length > 0 ? chosen : named;
  const hasTwin = chosen.some(({ kind, id }) => kind === first.kind && id !== first.id);
  if (hasTwin || rivals.some((one) => isElsewhere(one, first)))
    return { among: chosen.length > 1 ? chosen : rivals };
  return { ref: refOf(first, name, mode), place: first };
}

function refOf({ id, kind, unLocode }: Place, name: string, mode: TransportMode | null): PlaceRef {
  const [scheme = '', code = ''] = id.split(':');
  if (kind === 'TERMINAL') return placeRef({ unLocode, facility: { scheme: 'LOCAL', code } });
  // A ship that is named with the port's station is at the port.
  const isAtStation = scheme === 'RAIL' && (mode === null || mode === 'RAIL' || unLocode === null);
  const railStation = isAtStation ? code : null;
  const customsOffice = scheme === 'CUSTOMS' ? code : null;
  return placeRef({
    unLocode,
    railStation,
    customsOffice,
    raw: (unLocode ?? railStation ?? customsOffice) === null ? name.trim() : null,
  });
}

/** Another town: about a degree and more away. What has no point is where its code says. */
function isElsewhere(a: Place, b: Place): boolean {
  if (a.unLocode !== null && a.unLocode === b.unLocode) return false;
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return a.country !== b.country;
  return Math.abs(a.latitude - b.latitude) > 1 || Math.abs(a.longitude - b.longitude) > 1.5;
}
