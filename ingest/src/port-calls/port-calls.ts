import {
  listMoved,
  listThreadClaims,
  listTrackNews,
  type MovedMeans,
} from 'graph-schema/cypher/read/track-news';
import type { PreparedZones } from 'graph-schema/domain/calls/calls-of';
import type { Gazetteer } from 'graph-schema/domain/place';
import { eventId } from 'graph-schema/identity/event-id';
import { derivedCalls1 } from '../formats/derived-calls-1/index.ts';
import { dropNews } from '../graph-writer/drop-track-news.ts';
import type { Graph } from '../graph-writer/graph.ts';
import { threadKey } from '../graph-writer/plan-batch.ts';
import { PORT_CALLS } from '../sources/internal-sources.ts';
import type { Intake } from '../sources/intake.ts';
import { callingMeans, dayMessage, threadOf, type CallingMeans } from './day-message.ts';
import { daysNeeded, daysTouched, deriveDays, type DayCalls } from './derive-days.ts';

export interface PortCallsParts {
  readonly graph: Graph;
  readonly intake: Intake;
  readonly places: Gazetteer;
  readonly zones: PreparedZones;
  /** What this process told last, by thread: it may not stand in the graph yet. */
  readonly lastTold: Map<string, LastTold>;
}

export interface LastTold {
  readonly version: number;
  readonly claims: readonly string[];
}

/** Tracks looked at in one step; what is left is looked at in the next. */
const TRACKS = 200;
/** Threads of which the last word is remembered. */
const REMEMBERED = 10_000;

/**
 * Derives the calls of what moved, and tells those of each day that are others than it told. What it told stands in the
 * graph, so that it may be stopped anywhere, run twice, or find a graph that was built anew from the messages: it tells
 * nothing that stands. A track is off the list only when what it shows is durable.
 */
export async function derivePortCalls(parts: PortCallsParts): Promise<{ tracks: number; told: number }> {
  const { graph } = parts;
  const news = await graph.read((tx) => tx.run(listTrackNews, { limit: TRACKS }));
  if (news.length === 0) return { tracks: 0, told: 0 };
  const byMeans = new Map<string, string[]>();
  for (const { key } of news) {
    const hash = key.lastIndexOf('#');
    const days = byMeans.get(key.slice(0, hash)) ?? [];
    byMeans.set(key.slice(0, hash), [...days, key.slice(hash + 1)]);
  }
  const rows = [...byMeans].map(([key, days]): [string, string, string] => [
    key,
    ...daysNeeded(daysTouched(days)),
  ]);
  const moved = await graph.read((tx) => tx.run(listMoved, { rows }));
  const days = moved.flatMap((means) => daysOf(means, byMeans.get(means.key) ?? [], parts));
  const told = await tell(parts, days);
  if (told === null) return { tracks: 0, told: 0 };
  await dropNews(graph, news);
  return { tracks: news.length, told };
}

interface MeansDay extends DayCalls {
  readonly means: CallingMeans;
  readonly thread: string;
}

function daysOf(
  moved: MovedMeans,
  news: readonly string[],
  map: Pick<PortCallsParts, 'zones' | 'places'>,
): MeansDay[] {
  const means = callingMeans(moved);
  if (!means) return [];
  return deriveDays(moved, means.mode, daysTouched(news), map).map((day) => ({
    ...day,
    means,
    thread: threadOf(moved.key, day.day),
  }));
}

/** How many days were told; null where the door is shut, and all of it is to be tried again. */
async function tell(parts: PortCallsParts, days: readonly MeansDay[]): Promise<number | null> {
  const { graph, intake, places, lastTold } = parts;
  const keyOf = ({ thread }: MeansDay) => threadKey(PORT_CALLS.id, thread) ?? thread;
  const threads = days.map(keyOf);
  const rows = threads.length > 0 ? await graph.read((tx) => tx.run(listThreadClaims, { threads })) : [];
  const standing = new Map(rows.map((row) => [row.thread, row]));
  if (lastTold.size > REMEMBERED) lastTold.clear();
  let told = 0;
  for (const day of days) {
    const before = later(standing.get(keyOf(day)), lastTold.get(day.thread));
    if (before === null && day.calls.length === 0) continue;
    const { lastFix, means, thread, calls } = day;
    // Late positions change what is told without being the last: each word is newer than the one before.
    const version = Math.max(lastFix, (before?.version ?? -1) + 1);
    const bytes = dayMessage(means, thread, version, calls);
    const claims = claimsIn(bytes, places);
    if (before !== null && isSame(claims, before.claims)) continue;
    const { outcome } = await intake.accept({
      source: PORT_CALLS,
      bytes,
      contentType: 'application/json',
      fileName: null,
      receivedAt: null,
    });
    if (outcome !== 'ACCEPTED') return null;
    lastTold.set(thread, { version, claims });
    told += 1;
  }
  return told;
}

function later(a: LastTold | undefined, b: LastTold | undefined): LastTold | null {
  if (!a || !b) return a ?? b ?? null;
  return a.version >= b.version ? a : b;
}

/** The claims that a message will make, as the reader makes them. */
function claimsIn(bytes: Uint8Array, places: Gazetteer): string[] {
  const read = derivedCalls1.read(bytes, { receivedAt: '1970-01-01T00:00:00Z', source: PORT_CALLS, places });
  return read.messages.flatMap(({ attested }) => attested.map(({ event }) => eventId(event)));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((id) => other.has(id));
}
