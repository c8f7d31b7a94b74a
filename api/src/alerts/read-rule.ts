import { advanceAlertRule, listToldEtas } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import type { Asker } from 'graph-schema/domain/access/asker';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { MOVED_MIN, readOn, type ReadingPlace } from '../feed/read-on.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { ToldEntry } from '../feed/told-batch.ts';
import { toldTo } from '../feed/told-to.ts';
import { ruleOf, type AlertServices } from './alert-services.ts';
import { mattersOf, missedMatter } from './matters-of.ts';

const ENTRIES_MAX = 100;

type Found = ReturnType<typeof mattersOf>;
const NOTHING: Found = { matters: [], etas: [] };

/**
 * Reads on in the feed for one rule and writes down what is to be told, with the place behind it. MORE: there is more to read; LOST:
 * another process serves the person, or the rule was changed.
 */
export async function readRule(
  services: AlertServices,
  row: AlertRuleRow,
  asker: Asker,
  place: ReadingPlace,
): Promise<'READ' | 'MORE' | 'LOST'> {
  const { see, mask, wall } = services;
  const read = await readOn(services, place, asker, row, { first: ENTRIES_MAX, anewWith: 'LIMITS' });
  if (read instanceof ResyncError) {
    place.position = null;
    const missed = missedMatter({ reader: row.reader, at: wall() }, read.cursor);
    return advance(services, row, read.cursor, { matters: [missed], etas: [] });
  }
  const { page, passed, filter } = read;
  const told = page.entries.length > 0 ? await toldTo(page.entries, filter, asker, see, mask) : [];
  const found = told.length > 0 ? await find(services, row, asker, told) : NOTHING;
  if (found.matters.length + found.etas.length > 0 || passed >= MOVED_MIN) {
    const cursor = writeCursor(page.position);
    const moved = await advance(services, row, cursor, found);
    place.cursor = cursor;
    place.position = page.position;
    return moved;
  }
  place.position = page.position;
  return page.behind > 0 && (passed > 0 || page.entries.length > 0) ? 'MORE' : 'READ';
}

async function find({ accounts, see, wall }: AlertServices, row: AlertRuleRow, asker: Asker, entries: readonly ToldEntry[]): Promise<Found> {
  const views = await see(asker, [...new Set(entries.map(({ shipment }) => shipment))]);
  const shipments = [...new Set([...views.values()].map(({ id }) => id))];
  const known = row.etaHours === null ? [] : await accounts.read(listToldEtas, { rule: row.id, shipments });
  const etas = new Map(known.map(({ shipment, eta }) => [shipment, eta]));
  return mattersOf({ reader: row.reader, rule: ruleOf(row), entries, views, etas, at: wall() });
} // prettier-ignore

async function advance(
  { accounts, owner }: AlertServices,
  { id: rule, reader, cursor: after }: AlertRuleRow,
  cursor: string,
  { matters, etas }: Found,
): Promise<'MORE' | 'LOST'> {
  const params = { owner, reader, rule, after, cursor, matters, etas };
  const [row] = await accounts.write((run) => run(advanceAlertRule, params));
  return row ? 'MORE' : 'LOST';
}
