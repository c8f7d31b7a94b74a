import type { Asker } from 'graph-schema/domain/access/asker';
import type { SummaryChange } from 'graph-schema/domain/summary/summary-change';
import type { Seeing } from '../access/see-shipment.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import type { ToldEntry } from './told-batch.ts';

/** What somebody sees of shipments now, by id. */
export type See = (asker: Asker, ids: readonly string[]) => Promise<ReadonlyMap<string, ShipmentView>>;

/**
 * Entries as far as the one who asks may see them. The keys of a shipment say whose it may be; what counts is what he sees of it
 * now: of nothing, no entry; of a part, that part of what the entry tells.
 */
export async function toldTo(
  entries: readonly ToldEntry[],
  asker: Asker,
  see: See,
  mask: Seeing['access']['mask'],
): Promise<readonly ToldEntry[]> {
  if (asker.sight === 'ALL') return entries;
  const views = await see(asker, [...new Set(entries.map(({ shipment }) => shipment))]);
  return entries.flatMap((entry) => {
    // What is hidden from him he does not see any more, and is told so.
    if (entry.kind === 'HIDDEN') return [entry];
    const view = views.get(entry.shipment);
    return view ? [seenEntry(entry, view, mask)] : [];
  });
}

function seenEntry(entry: ToldEntry, view: ShipmentView, mask: Seeing['access']['mask']): ToldEntry {
  if (view.withheld.length === 0) return entry;
  const seen = new Map(view.facts.claims.map((claim) => [claim.id, claim]));
  const claims = entry.claims.flatMap(({ id }) => {
    const claim = seen.get(id) ?? seen.get(mask(id));
    return claim ? [{ id: claim.id, event: claim.event }] : [];
  });
  return { ...entry, claims, derived: entry.derived && seenChange(entry.derived, view) };
}

/** What became different was found with all that is known: of it only what his own view of the journey has, too. */
function seenChange(change: SummaryChange, { journey }: ShipmentView): SummaryChange {
  const open = new Set(journey.exceptions.map(({ id }) => id));
  const only = (ids: readonly string[]) => ids.filter((id) => open.has(id));
  const { phase, currentPlace } = journey;
  return {
    parts: change.parts.filter((part) => part !== 'readiness'),
    opened: only(change.opened),
    closed: only(change.closed),
    changed: only(change.changed),
    of: change.of?.filter(({ id }) => open.has(id)) ?? [],
    now: { ...(change.now?.phase ? { phase } : {}), ...(change.now?.place ? { place: currentPlace } : {}) },
  };
}
