import { findMeans } from '../cypher/read/means-of-transport.ts';
import { sourceFreshness, sourceSilences } from '../cypher/read/source-activity.ts';
import type { Asks } from '../cypher/statement.ts';
import type { JourneyFacts, SourceHeard } from '../domain/journey/facts.ts';
import { positionGaps } from './position-gaps.ts';

type Heard = NonNullable<JourneyFacts['heard']>;
type Positions = NonNullable<JourneyFacts['positions']>;

/**
 * What is known of the sources and ships that shipments depend on: two statements for any number of shipments. With the silences
 * that are over by an instant (epoch milliseconds), where one is given: of sources and of ships a statement more each.
 */
export async function freshnessOf(
  graph: Asks,
  facts: readonly JourneyFacts[],
  silencesUntil: number | null,
): Promise<Pick<JourneyFacts, 'heard' | 'positions' | 'gaps'>> {
  const ships = shipsOf(facts);
  const [heard, means] = [
    await heardBy(graph, facts, null),
    ships.length === 0 ? [] : await graph.run(findMeans, { keys: ships }),
  ];
  const positions: Positions = new Map(means.flatMap(({ asked, at }) => (at === null ? [] : [[asked, at]])));
  if (silencesUntil === null) return { heard, positions };
  return {
    heard: await withSilences(graph, facts, heard, silencesUntil),
    positions,
    gaps: await positionGaps(graph, means, facts, silencesUntil, null),
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

/** Of an older silence nobody asks any more: so many times the expectation of a source back. */
const SILENCES_BACK = 60;

/**
 * With the silences that sources broke until an instant (epoch milliseconds), since they first told of these shipments. One
 * statement for any number of shipments; who reads what is open now does without.
 */
export async function withSilences(
  graph: Asks,
  facts: readonly JourneyFacts[],
  heard: Heard,
  until: number,
): Promise<Heard> {
  const first = new Map<string, number>();
  for (const { claims } of facts)
    for (const { voices } of claims)
      for (const { source, receivedAt } of voices)
        first.set(source.id, Math.min(first.get(source.id) ?? Infinity, Date.parse(receivedAt)));
  const rows = [...heard].map(([source, { lastReceivedAt, silentAfterMinutes }]): [string, string[]] => {
    const step = silentAfterMinutes * 60_000;
    const from = Math.max(first.get(source) ?? lastReceivedAt, lastReceivedAt - SILENCES_BACK * step);
    const count = Math.max(0, Math.ceil((lastReceivedAt - from) / step));
    return [source, Array.from({ length: count }, (_, index) => new Date(from + index * step).toISOString())];
  });
  const asked = rows.filter(([, instants]) => instants.length > 0);
  const found =
    asked.length > 0
      ? await graph.run(sourceSilences, { rows: asked, until: new Date(until).toISOString() })
      : [];
  return new Map(
    [...heard].map(([source, known]) => {
      const silences = found
        .filter((row) => row.source === source)
        .map((row) => ({ from: Date.parse(row.from), until: Date.parse(row.until) }))
        .filter((gap) => gap.until - gap.from > known.silentAfterMinutes * 60_000);
      return [source, { ...known, silences }];
    }),
  );
}

function expectationIn(profile: string | null): number | null {
  const { silentAfterMinutes } = JSON.parse(profile ?? '{}') as { silentAfterMinutes?: number | null };
  return silentAfterMinutes ?? null;
}
