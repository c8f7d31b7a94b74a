import { identifierKey, splitKey, type IdentifierKey } from './identifier.ts';
import { plain } from './plain-text.ts';
import type { TransportRef } from './tracking-event.ts';

/** A ship by the two names that messages use. */
export interface ShipName {
  readonly imo: string;
  readonly name: string;
}

/** Which ship a name means. A name that two ships have is neither's. */
export interface KnownShips {
  imoOf(name: string): string | null;
  namesOf(imo: string): readonly string[];
}

/** A run as it may be told of: by one name of its ship or another, or as the ship itself without a voyage. */
export interface ToldAs {
  readonly key: IdentifierKey;
  readonly imo: string | null;
}

export function knownShips(pairs: Iterable<ShipName>): KnownShips {
  const imos = new Map<string, Set<string>>();
  for (const { imo, name } of pairs) {
    const shipName = plain(name).trim();
    const found = imos.get(shipName);
    if (found) found.add(imo);
    else imos.set(shipName, new Set([imo]));
  }
  const byName = new Map<string, string>();
  const byImo = new Map<string, string[]>();
  for (const [name, found] of [...imos].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [imo] = found;
    if (imo === undefined || found.size > 1) continue;
    byName.set(name, imo);
    byImo.set(imo, [...(byImo.get(imo) ?? []), name]);
  }
  return { imoOf: (name) => byName.get(name) ?? null, namesOf: (imo) => byImo.get(imo) ?? [] };
}

/** What messages say of ships that they name both ways. */
export function shipNamesIn(transports: Iterable<TransportRef | null>): ShipName[] {
  const names: ShipName[] = [];
  for (const transport of transports)
    if (transport?.vesselImo && transport.vesselName)
      names.push({ imo: transport.vesselImo, name: transport.vesselName });
  return names;
}

/** Ship and voyage of a sailing; null for a train or a flight. The ship is an IMO number or a name. */
export function sailingOf(run: IdentifierKey): { ship: string; imo: string | null; voyage: string } | null {
  const { scheme, value } = splitKey(run);
  if (scheme !== 'VOYAGE') return null;
  const slash = value.lastIndexOf('/');
  const ship = value.slice(0, slash);
  return { ship, imo: /^\d{7}$/.test(ship) ? ship : null, voyage: value.slice(slash + 1) };
}

/** All keys under which something may be told of what happens to a run. */
export function toldAs(run: IdentifierKey, ships: KnownShips): ToldAs[] {
  const sailing = sailingOf(run);
  if (!sailing) return [{ key: run, imo: null }];
  const imo = sailing.imo ?? ships.imoOf(sailing.ship);
  if (imo === null) return [{ key: run, imo }];
  const names = [imo, ...ships.namesOf(imo)];
  const runs = names.map((ship) => identifierKey('VOYAGE', `${ship}/${sailing.voyage}`));
  const keys = new Set([run, ...runs, identifierKey('VESSEL', imo)]);
  return [...keys].map((key) => ({ key, imo }));
}
