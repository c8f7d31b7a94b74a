import type { ClaimRow } from '../cypher/read/journey-facts.ts';
import { runClaims } from '../cypher/read/run-claims.ts';
import { shipNames } from '../cypher/read/ship-names.ts';
import type { FactClaim } from '../domain/journey/facts.ts';
import type { Stay } from '../domain/known/inheritance.ts';
import { knownShips, sailingOf, shipNamesIn, toldAs, type KnownShips } from '../domain/ship-names.ts';
import type { Asks } from '../cypher/statement.ts';

/** What is told of a cargo, and what it was aboard. */
export interface CargoAboard {
  readonly own: readonly FactClaim[];
  readonly stays: readonly Stay[];
}

/** What was said of runs and ships, by key, and which ship a name means. */
export interface ToldOfRuns {
  readonly runs: ReadonlyMap<string, readonly ClaimRow[]>;
  readonly ships: KnownShips;
}

/** What was said of all that this cargo was aboard, for the time that it was: two statements for any number of shipments. */
export async function toldOfRuns(graph: Asks, aboard: readonly CargoAboard[]): Promise<ToldOfRuns> {
  const ships = await shipsOf(graph, aboard);
  const runs = askedOfRuns(aboard, ships);
  const said = runs.length > 0 ? await graph.run(runClaims, { runs }) : [];
  return { runs: new Map(said.map((row) => [row.run, row.claims])), ships };
}

/** Of what is asked what was told of it, and of which time (epoch milliseconds): each key of a run once. */
export function askedOfRuns(
  aboard: readonly Pick<CargoAboard, 'stays'>[],
  ships: KnownShips,
): [key: string, from: number, to: number][] {
  const asked = new Map<string, [key: string, from: number, to: number]>();
  for (const { run, from, to } of aboard.flatMap(({ stays }) => stays)) {
    const end = to ?? Number.MAX_SAFE_INTEGER;
    for (const { key } of toldAs(run, ships)) {
      const [, since, until] = asked.get(key) ?? [key, from, end];
      asked.set(key, [key, Math.min(since, from), Math.max(until, end)]);
    }
  }
  return [...asked.values()];
}

/** By what the ships say of themselves, and by what is told of the cargo. */
export async function shipsOf(graph: Asks, aboard: readonly CargoAboard[]): Promise<KnownShips> {
  const sailings = aboard.flatMap(({ stays }) => stays.flatMap(({ run }) => sailingOf(run) ?? []));
  if (sailings.length === 0) return knownShips([]);
  const told = shipNamesIn(aboard.flatMap(({ own }) => own.map(({ event }) => event.transport)));
  const imos = new Set([...sailings.flatMap(({ imo }) => imo ?? []), ...told.map(({ imo }) => imo)]);
  const named = sailings.flatMap(({ imo, ship }) => (imo === null ? ship : []));
  const names = new Set([...named, ...told.map(({ name }) => name)]);
  const said = await graph.run(shipNames, { imos: [...imos], names: [...names] });
  return knownShips([...told, ...said]);
}
