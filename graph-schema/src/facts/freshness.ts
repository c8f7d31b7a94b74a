import { findMeans } from '../cypher/read/means-of-transport.ts';
import { sourceFreshness } from '../cypher/read/source-activity.ts';
import type { Asks } from '../cypher/statement.ts';
import type { JourneyFacts, SourceHeard } from '../domain/journey/facts.ts';

type Heard = NonNullable<JourneyFacts['heard']>;
type Positions = NonNullable<JourneyFacts['positions']>;

/** What is known of the sources and ships that shipments depend on: two statements for any number of shipments. */
export async function freshnessOf(
  graph: Asks,
  facts: readonly JourneyFacts[],
): Promise<{ heard: Heard; positions: Positions }> {
  const ships = shipsOf(facts);
  const [heard, means] = [
    await heardBy(graph, facts, null),
    ships.length === 0 ? [] : await graph.run(findMeans, { keys: ships }),
  ];
  return {
    heard,
    positions: new Map(means.flatMap(({ asked, at }) => (at === null ? [] : [[asked, at]]))),
  };
}

/** The ships that claims about shipments name by IMO number, as keys of `findMeans`. */
export function shipsOf(facts: readonly JourneyFacts[]): string[] {
  const imos = facts.flatMap(({ claims }) => claims.flatMap(({ event }) => event.transport?.vesselImo ?? []));
  return [...new Set(imos)].sort().map((imo) => `VESSEL:${imo}`);
}

/** When the sources of claims with a freshness expectation were last heard until an instant (ISO 8601, UTC); null: by now. */
export async function heardBy(
  graph: Asks,
  facts: readonly JourneyFacts[],
  until: string | null,
): Promise<Heard> {
  const sources = new Set(
    facts.flatMap(({ claims }) => claims.flatMap(({ voices }) => voices.map(({ source }) => source.id))),
  );
  if (sources.size === 0) return new Map();
  const rows = await graph.run(sourceFreshness, { sources: [...sources].sort(), until });
  return new Map(
    rows.flatMap(({ source, profile, at }): [string, SourceHeard][] => {
      const silentAfterMinutes = expectationIn(profile);
      if (at === null || silentAfterMinutes === null) return [];
      return [[source, { lastReceivedAt: Date.parse(at), silentAfterMinutes }]];
    }),
  );
}

function expectationIn(profile: string | null): number | null {
  const { silentAfterMinutes } = JSON.parse(profile ?? '{}') as { silentAfterMinutes?: number | null };
  return silentAfterMinutes ?? null;
}
