import { placeRef } from 'graph-schema/domain/claim';
import {
  resolveAirport,
  resolveLocode,
  resolveNamed,
  resolveStation,
  type ResolvedPlace,
} from 'graph-schema/domain/resolve-place';
import type { TransportMode } from 'graph-schema/domain/tracking-event';
import { onRailTime } from './rail-time.ts';
import type { RowReading } from './row-reading.ts';
import { warn, wordOf, type RowScope } from './row-scope.ts';

/** A UN/LOCODE somewhere in the words: `Ningbo (CNNBO)`, `CN NGB`. */
const CODE = /(?<![A-Z0-9])([A-Z]{2}) ?([A-Z2-9]{3})(?![A-Z0-9])/g;

/**
 * A place as people write it: the sender's own name for it, a station, a UN/LOCODE in the words, an airport, a Chinese name
 * of any of these or of a customs office; kept as written, with a finding, where nobody knows it or several have the name.
 */
export function placeOf(at: RowReading, field: string, mode: TransportMode | null): ResolvedPlace | null {
  const written = at.cell(field);
  if (!written) return null;
  const key = `${mode ?? ''}\n${written}`;
  const known = at.resolvedPlaces.get(key);
  const resolved = known === undefined ? placeNamed(written, mode, at) : known;
  at.resolvedPlaces.set(key, resolved);
  const found = resolved ?? unknown(written, field, mode, at);
  const terminal = field === 'place' ? at.cell('terminal') : null;
  if (!terminal) return mode === 'RAIL' ? { ...found, place: onRailTime(found.place) } : found;
  if (!found.ref.unLocode)
    return { ...found, ref: { ...found.ref, facility: { scheme: 'LOCAL', code: terminal } } };
  return terminalAt(found.ref.unLocode, terminal, at);
}

/** A terminal of a port by the sender's code; by its Chinese name, it has the code that the tables have. */
export function terminalAt(port: string, written: string, { places }: RowScope): ResolvedPlace {
  const word = wordOf(written);
  const named = places.findNamed(word).find((one) => one.kind === 'TERMINAL' && one.unLocode === port);
  const code = named?.id.split(':')[1] ?? word;
  return resolveLocode(port, { scheme: 'LOCAL', code }, places, {});
}

/** Null where no table knows the name, or several places have it. The sender's own name may stand for a UN/LOCODE or a station. */
export function placeNamed(written: string, mode: TransportMode | null, at: RowScope): ResolvedPlace | null {
  const { placeAliases } = at.source;
  const alias = placeAliases[wordOf(written)] ?? placeAliases[written.trim()] ?? null;
  return lookUp(alias ?? written, alias === null ? mode : null, at);
}

function lookUp(written: string, mode: TransportMode | null, { places }: RowScope): ResolvedPlace | null {
  const word = wordOf(written);
  const station = (): ResolvedPlace | null => ifKnown(resolveStation(written, places));
  const port = (): ResolvedPlace | null => portIn(word, places);
  const airport = (): ResolvedPlace | null =>
    /^[A-Z]{3}$/.test(word) ? ifKnown(resolveAirport(word, places)) : null;
  const named = portIn(word, places) ? null : resolveNamed(written, mode, places);
  // A name that several places have is nobody's.
  if (named) return 'among' in named ? null : named;
  const first = mode === 'RAIL' ? station : mode === 'AIR' ? airport : port;
  for (const look of [first, port, station, airport]) {
    const found = look();
    if (found) return found;
  }
  return null;
}

function ifKnown(resolved: ResolvedPlace): ResolvedPlace | null {
  return resolved.place ? resolved : null;
}

function portIn(word: string, places: RowScope['places']): ResolvedPlace | null {
  for (const [, country = '', place = ''] of word.matchAll(CODE)) {
    const found = ifKnown(resolveLocode(country + place, null, places, {}));
    if (found) return found;
  }
  return null;
}

function unknown(written: string, field: string, mode: TransportMode | null, at: RowScope): ResolvedPlace {
  const named = resolveNamed(written, mode, at.places);
  const among = named && 'among' in named ? `: ${named.among.map(({ id }) => id).join(', ')}` : '';
  warn(at, 'UNKNOWN_PLACE', field, `${written}${among}`);
  return { place: null, ref: placeRef({ raw: written }) };
}
