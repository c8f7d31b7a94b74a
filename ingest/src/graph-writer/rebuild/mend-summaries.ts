import { lockLanes, readFeed } from 'graph-schema/cypher/derive/lanes';
import { pageStoredSummaries, type StoredSummary } from 'graph-schema/cypher/derive/page-stored-summaries';
import type { SummaryRow } from 'graph-schema/cypher/derive/summaries';
import { isConsequence, type FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import { sightChange, type SightLog } from 'graph-schema/domain/feed/sight-log';
import { summaryFor, type OwnSummaries } from 'graph-schema/domain/summary/own-summary';
import type { ShipmentSummary } from 'graph-schema/domain/summary/summary';
import { loadFacts, type LoadedFacts } from 'graph-schema/facts/load-facts';
import { isGone } from '../../deriver/derive-batch.ts';
import { summaryRow, type Derived } from '../../deriver/summary-row.ts';
import { sightLogs, writeDerived } from '../../deriver/write-derived.ts';
import type { Tx } from '../graph.ts';
import type { Change } from './changes.ts';
import type { Slice, Step } from './rebuild-step.ts';

/** A lane that is derived up to further back than so many batches: whatever is different there may still wait. */
const AHEAD_MAX = 2000;
/** They open and close by what is told of other cargo, of which nobody tells this one: the deriver looks again in time. */
const TOLD_BY_OTHERS: ReadonlySet<string> = new Set(['SILENT_SOURCE', 'MISSED_CONNECTION']);

interface Found {
  readonly change: Change | null;
  /** Null: it cannot be derived, and what stands is left. */
  readonly row: SummaryRow | null;
}

/**
 * Derives a page of shipments again and writes what stands otherwise, under the locks of conclusions and of all lanes, so
 * that neither facts nor a deriver come between. What a deriver has still ahead of it is written too, and is no difference.
 */
export async function mendSummaryPage(tx: Tx, slice: Slice): Promise<Step> {
  const { after, limit, derivedBy } = slice;
  const upTo = new Map((await tx.run(lockLanes, {})).map(({ lane, seq }) => [lane, seq]));
  const page = await tx.run(pageStoredSummaries, { after, limit });
  const ids = page.map(({ id }) => id);
  const loaded = new Map((await loadFacts(tx, ids)).map((one) => [one.row.asked, one]));
  const logs = await sightLogs(tx, ids);
  const gone: string[] = [];
  const rows: SummaryRow[] = [];
  const changes: (Change & { readonly lane: number })[] = [];
  for (const { id, lane, stored } of page) {
    const one = loaded.get(id);
    if (!one || isGone(one)) {
      if (stored === null) continue;
      gone.push(id);
      changes.push({ kind: 'SUMMARY', id, how: 'nothing stands of it', lane });
      continue;
    }
    const found = compare(one, { stored, log: logs.get(id) ?? [], lane, seq: upTo.get(lane) ?? 0 }, slice);
    if (found.row) rows.push(found.row);
    if (found.change) changes.push({ ...found.change, lane });
  }
  const shipments = await writeDerived(tx, { rows, gone, derivedBy, at: Date.parse(slice.at) });
  const told = await toldAhead(tx, new Set(changes.map(({ lane }) => lane)), upTo);
  const unexpected = changes.filter(({ id, lane }) => !(told.get(lane)?.has(id) ?? true));
  return {
    last: ids.at(-1) ?? null,
    changes: unexpected.map(({ kind, id, how }) => ({ kind, id, how })),
    shipments,
    looked: [],
  };
}

interface Known {
  readonly stored: StoredSummary | null;
  readonly log: SightLog;
  readonly lane: number;
  readonly seq: number;
}

function compare(one: LoadedFacts, { stored, log, lane, seq }: Known, { at, derive, derivedBy }: Slice): Found {
  const id = one.row.shipment;
  const now = Date.parse(at);
  let derived: Derived;
  try {
    derived = derive(one, now);
  } catch (error) {
    return { row: null, change: { kind: 'SUMMARY', id, how: `cannot be derived: ${String(error)}` } };
  }
  const row = summaryRow(derived, { id, lane, at: now, seq });
  if (stored === null) return { row, change: { kind: 'SUMMARY', id, how: 'missing' } };
  const seen = sightChange(log, derived.sight);
  const parts = differences(stored, row);
  if (seen.gained.length + seen.lost.length > 0) parts.push('who could see it');
  if (parts.length === 0) return { row: null, change: null };
  const isExpected = isForDeriver(stored, derived, now, derivedBy);
  return { row, change: isExpected ? null : { kind: 'SUMMARY', id, how: `derived otherwise: ${parts.join(', ')}` } };
} // prettier-ignore

/** Names of what is stored otherwise. A look that comes too early is none. */
function differences(old: StoredSummary, row: SummaryRow): string[] {
  const [, lane, phase, etaAt, attention, changesAt, summary, , , awaits, came, facets, sight, order, own] = row;
  const found = Object.entries({ lane, phase, etaAt, attention, summary, awaits, came, facets, sight, own, ...order })
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof StoredSummary]))
    .map(([name]) => name);
  return (old.changesAt ?? Infinity) > (changesAt ?? Infinity) ? [...found, 'changesAt'] : found;
} // prettier-ignore

/** Other code derived it, its time has come, or nothing but what others tell is different: a deriver finds it by itself. */
function isForDeriver(old: StoredSummary, now: Judged, at: number, derivedBy: string): boolean {
  if (old.derivedBy !== derivedBy || (old.changesAt !== null && old.changesAt <= at)) return true;
  const was: Judged = { summary: JSON.parse(old.summary) as ShipmentSummary, own: JSON.parse(old.own ?? '{}') as OwnSummaries };
  const keys = [...new Set([was, now].flatMap(({ own }) => Object.keys(own)))];
  const textOf = ({ summary, own }: Judged) => JSON.stringify([summary, keys.map((key) => own[key] ?? null)]);
  return textOf(was) !== textOf(now) && withoutOthers(was, keys) === withoutOthers(now, keys);
} // prettier-ignore

type Judged = Pick<Derived, 'summary' | 'own'>;

function withoutOthers({ summary, own }: Judged, keys: readonly string[]): string {
  const [exceptions, ...byKey] = [null, ...keys].map((key) =>
    summaryFor(summary, own, key).exceptions.filter(({ kind }) => !TOLD_BY_OTHERS.has(kind)),
  );
  return JSON.stringify([{ ...summary, exceptions, changesAt: null }, byKey]);
}

/** Of each lane the shipments that the feed tells of behind the place up to which it is derived; a lane too far behind is left out. */
async function toldAhead(tx: Tx, lanes: ReadonlySet<number>, upTo: ReadonlyMap<number, number>): Promise<Map<number, Set<string>>> {
  const told = new Map<number, Set<string>>();
  for (const lane of lanes) {
    const batches = await tx.run(readFeed, { lane, after: upTo.get(lane) ?? 0, limit: AHEAD_MAX });
    if (batches.length === AHEAD_MAX) continue;
    const entries = batches.flatMap((batch) => JSON.parse(batch.entries) as FeedEntry[]);
    told.set(lane, new Set(entries.filter((entry) => !isConsequence(entry)).map(({ shipment }) => shipment)));
  }
  return told;
} // prettier-ignore
