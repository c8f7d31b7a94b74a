import type { Gazetteer, Place } from '../domain/place.ts';
import type { ReferenceTables } from './reference-tables.ts';

type Look = Pick<
  Gazetteer,
  'findLocode' | 'findAirport' | 'findRailStation' | 'findCustomsOffice' | 'findTerminal'
>;
type Kind = 'TOWN' | 'AIRPORT' | 'STATION' | 'OFFICE' | 'TERMINAL';

/** What people add to a name that the tables have without: only of its own kind of place is it looked for then. */
const ADDED: readonly (readonly [RegExp, Kind])[] = [
  [/(?:港区|港口|港|口岸|市)$/u, 'TOWN'],
  [/(?:国际)?机场$/u, 'AIRPORT'],
  [/(?:火车|铁路|货运)?站$/u, 'STATION'],
  [/(?:(?:国际)?集装箱)?(?:码头|港区|港)$/u, 'TERMINAL'],
];
const HAN = /\p{Script=Han}/u;
/** Short names of offices that do not end so are those of an airport, a zone or a market. */
const OFFICE = /[关办处]$/u;

/**
 * Places by their Chinese names. A name may be that of several: all are given, so that nobody takes one of them by chance.
 * The table is made when first asked for.
 */
export function createNameIndex(tables: ReferenceTables, look: Look): Gazetteer['findNamed'] {
  let index: ReadonlyMap<string, readonly Named[]> | null = null;
  return (written) => {
    const name = nameKey(written);
    if (!HAN.test(name)) return [];
    index ??= indexOf(tables, look);
    const exact = index.get(name);
    if (exact) return placesOf(exact);
    for (const [added, kind] of ADDED) {
      const bare = name.replace(added, '');
      const found = bare === name ? [] : (index.get(bare) ?? []).filter((named) => named.kind === kind);
      if (found.length > 0) return placesOf(found);
    }
    return [];
  };
}

interface Named {
  readonly kind: Kind;
  readonly place: () => Place | null;
}

function nameKey(written: string): string {
  return written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^中国(?=..)/u, '');
}

function indexOf(tables: ReferenceTables, look: Look): ReadonlyMap<string, readonly Named[]> {
  const index = new Map<string, Named[]>();
  const add = (kind: Kind, names: readonly (string | null)[], place: Named['place']): void => {
    for (const key of new Set(names.map((name) => nameKey(name ?? '')))) {
      if (!HAN.test(key)) continue;
      const known = index.get(key);
      if (known) known.push({ kind, place });
      else index.set(key, [{ kind, place }]);
    }
  };
  for (const [key, nameZh] of tables.namesZh) {
    const iata = /^IATA:(.+)$/.exec(key)?.[1];
    if (iata) add('AIRPORT', [nameZh], () => look.findAirport(iata));
    else add('TOWN', [nameZh], () => look.findLocode(key));
  }
  for (const { code, nameZh, otherNames } of tables.railStations)
    add('STATION', [nameZh, ...otherNames], () => look.findRailStation(code));
  for (const { code, nameZh, shortNameZh } of tables.customsOffices)
    add(
      'OFFICE',
      [nameZh, shortNameZh].filter((name) => OFFICE.test(name ?? '')),
      () => look.findCustomsOffice(code),
    );
  for (const { port, code, nameZh, otherNames } of tables.terminals) {
    const names = [nameZh, nameZh?.replace(/（.*$/u, '') ?? null, ...otherNames];
    const portZh = tables.namesZh.get(port) ?? null;
    // 宁波北仑三期: the port is often said with its terminal.
    const full =
      portZh === null ? [] : names.flatMap((name) => name && [`${portZh}${name}`, `${portZh}港${name}`]);
    add('TERMINAL', [...names, ...full], () => look.findTerminal(port, code));
  }
  return index;
}

/** One office has several codes, and one town is in several tables: what is one place is given once. */
function placesOf(named: readonly Named[]): readonly Place[] {
  const places = named.flatMap(({ place }) => place() ?? []);
  return [...new Map(places.map((place) => [`${place.kind} ${place.id}`, place])).values()];
}
