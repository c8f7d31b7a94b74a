import { findMeans } from '../cypher/read/means-of-transport.ts';
import { sourceFreshness } from '../cypher/read/source-activity.ts';
import type { Asks } from '../cypher/statement.ts';
import type { JourneyFacts, SourceHeard } from '../domain/journey/facts.ts';

/** What is known of the sources and ships that shipments depend on: two statements for any number of shipments. */
export async function freshnessOf(
  graph: Asks,
  facts: readonly JourneyFacts[],
): Promise<Required<Pick<JourneyFacts, 'heard' | 'positions'>>> {
  const claims = facts.flatMap((one) => one.claims);
  const sources = new Set(claims.flatMap(({ voices }) => voices.map(({ source }) => source.id)));
  const ships = new Set(claims.flatMap(({ event }) => event.transport?.vesselImo ?? []));
  const [heard, means] = [
    sources.size === 0 ? [] : await graph.run(sourceFreshness, { sources: [...sources].sort() }),
    ships.size === 0 ? [] : await graph.run(findMeans, { keys: [...ships].sort().map((imo) => `VESSEL:${imo}`) }),
  ];
  return {
    heard: new Map(
      heard.flatMap(({ source, profile, at }): [string, SourceHeard][] => {
        const silentAfterMinutes = expectationIn(profile);
        if (at === null || silentAfterMinutes === null) return [];
        return [[source, { lastReceivedAt: Date.parse(at), silentAfterMinutes }]];
      }),
    ),
    positions: new Map(means.flatMap(({ asked, at }) => (at === null ? [] : [[asked, at]]))),
  };
} // prettier-ignore

function expectationIn(profile: string | null): number | null {
  const { silentAfterMinutes } = JSON.parse(profile ?? '{}') as { silentAfterMinutes?: number | null };
  return silentAfterMinutes ?? null;
}
