import { trackEnds } from '../cypher/read/track-ends.ts';
import type { Asks } from '../cypher/statement.ts';
import type { JourneyFacts, Silence } from '../domain/journey/facts.ts';
import { unpackLate } from '../geo/late-fixes.ts';
import { unpackTrack } from '../geo/track.ts';

type Gaps = NonNullable<JourneyFacts['gaps']>;

const DAY_MS = 86_400_000;
/** Nothing carries a cargo longer. */
const DAYS_MAX = 90;
/** Within a day a ship is out of sight of every receiver now and then. */
const SHORTEST_MS = DAY_MS;

/** A ship as it was asked for (`VESSEL:` and IMO number), with the key of the track that is its own. */
interface Ship {
  readonly asked: string;
  readonly key: string;
}

/**
 * The times of a day and more without a position of ships that shipments name, which were over by an instant (epoch
 * milliseconds); by what had been received then, or by now (`knownBy` null). One statement for any number of ships.
 */
export async function positionGaps(
  graph: Asks,
  ships: readonly Ship[],
  facts: readonly JourneyFacts[],
  until: number,
  knownBy: number | null,
): Promise<Gaps> {
  const first = firstNamed(facts);
  const rows = ships.map(({ asked, key }): [string, string, string] => {
    // The day before tells how long it had not been seen by then.
    const from = Math.max((first.get(asked) ?? until) - DAY_MS, until - DAYS_MAX * DAY_MS);
    return [key, day(from), day(until)];
  });
  const found = rows.length === 0 ? [] : await graph.run(trackEnds, { rows });
  return new Map(
    ships.map(({ asked, key }) => {
      const days = found.filter((row) => row.key === key);
      const seen = days.flatMap(({ points, late }) => {
        const receipts = unpackLate(late);
        return unpackTrack(points)
          .filter(([at]) => knownBy === null || (receipts.get(at) ?? at) * 1000 <= knownBy)
          .map(([at]) => at * 1000);
      });
      return [asked, gapsBetween(seen.filter((at) => at <= until))];
    }),
  );
}

/** When claims tell something of a ship first, by `VESSEL:` and IMO number. */
function firstNamed(facts: readonly JourneyFacts[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { event } of facts.flatMap(({ claims }) => claims)) {
    const imo = event.transport?.vesselImo;
    if (!imo || event.classifier !== 'ACTUAL') continue;
    const key = `VESSEL:${imo}`;
    first.set(key, Math.min(first.get(key) ?? Infinity, Date.parse(event.time.instant)));
  }
  return first;
}

/** Gaps between times at which it was seen, in order. */
function gapsBetween(seen: readonly number[]): Silence[] {
  const times = [...seen].sort((a, b) => a - b);
  return times.flatMap((until, index) => {
    const from = times[index - 1];
    return from !== undefined && until - from >= SHORTEST_MS ? [{ from, until }] : [];
  });
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
