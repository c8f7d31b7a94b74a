import { splitKey } from 'graph-schema/domain/identifier';
import type { FactClaim, JourneyFacts } from 'graph-schema/domain/journey/facts';
import type { TransportRef } from 'graph-schema/domain/tracking-event';

/** What all events of one shipment are told with. */
export interface ShipmentTelling {
  readonly id: string;
  readonly bookings: readonly string[];
  /** The number of its bill; null: it hangs on another paper. A house bill is one where the shipment is the house. */
  readonly transportDocument: string | null;
  readonly facts: JourneyFacts;
  /** Boxes that a claim speaks of, by number. */
  readonly boxesOf: (claim: FactClaim) => readonly string[];
  readonly loadOf: (claim: FactClaim) => 'EMPTY' | 'LADEN';
}

export function shipmentTelling(facts: JourneyFacts): ShipmentTelling {
  const papers = facts.documents.map(splitKey);
  const { scheme, value } = splitKey(facts.anchor);
  const bills = papers.filter((paper) => paper.scheme === 'MASTER_BILL');
  const isBill = scheme === 'MASTER_BILL' || scheme === 'HOUSE_BILL';
  return {
    id: facts.shipmentId,
    facts,
    bookings: papers.filter((paper) => paper.scheme === 'BOOKING').map((paper) => paper.value),
    transportDocument: isBill ? value : (bills[0]?.value ?? null),
    boxesOf: boxesIn(facts),
    loadOf: loadIn(facts),
  };
}

/** What is told of a bill is told of all its boxes; what is told of a ship, of those that somebody saw on her. */
function boxesIn({ cycles, claims }: JourneyFacts): ShipmentTelling['boxesOf'] {
  const all = [...new Set(cycles.map(({ container }) => container))].sort();
  const container = new Map(cycles.map(({ id, container: number }) => [id, number]));
  const seenOn = new Map<string, Set<string>>();
  for (const { cycleId, event } of claims) {
    const number = cycleId === null ? undefined : container.get(cycleId);
    if (number === undefined) continue;
    for (const means of meansOf(event.transport)) {
      const aboard = seenOn.get(means) ?? new Set();
      seenOn.set(means, aboard.add(number));
    }
  }
  return ({ event, inherited }) => {
    if (event.equipment) return event.equipment.kind === 'CONTAINER' ? [event.equipment.reference] : all;
    const listed = event.contents.flatMap(({ kind, reference }) => (kind === 'CONTAINER' ? [reference] : []));
    const shown = listed.filter((number) => all.includes(number));
    if (shown.length > 0) return shown;
    if (!inherited) return all;
    const aboard = new Set(meansOf(event.transport).flatMap((means) => [...(seenOn.get(means) ?? [])]));
    return aboard.size > 0 ? [...aboard].sort() : all;
  };
}

function meansOf(on: TransportRef | null): string[] {
  return [on?.vesselImo, on?.vesselName, on?.train].flatMap((name) => name ?? []);
}

/**
 * The standard wants to know of each move whether the box was empty; terminals do not always say. Then it is as it was at the
 * nearest move before that says it (stuffing and stripping do), else as at the next, else laden, as a box under a bill is.
 */
function loadIn({ claims }: JourneyFacts): ShipmentTelling['loadOf'] {
  const said = new Map<string, { at: number; before: 'EMPTY' | 'LADEN'; after: 'EMPTY' | 'LADEN' }[]>();
  for (const { cycleId, event } of claims) {
    const states = statesOf(event);
    if (cycleId === null || !states) continue;
    const list = said.get(cycleId) ?? [];
    list.push({ at: Date.parse(event.time.instant), ...states });
    said.set(cycleId, list);
  }
  for (const list of said.values()) list.sort((a, b) => a.at - b.at);
  return ({ cycleId, event }) => {
    const own = statesOf(event);
    if (own) return own.after;
    const list = (cycleId === null ? null : said.get(cycleId)) ?? [];
    const at = Date.parse(event.time.instant);
    const before = list.findLast((one) => one.at <= at);
    return before?.after ?? list.find((one) => one.at > at)?.before ?? 'LADEN';
  };
}

function statesOf({ code, loadState }: FactClaim['event']) {
  if (code === 'STUFFED') return { before: 'EMPTY', after: 'LADEN' } as const;
  if (code === 'STRIPPED') return { before: 'LADEN', after: 'EMPTY' } as const;
  if (loadState === null) return null;
  const state = loadState === 'EMPTY' ? 'EMPTY' : 'LADEN';
  return { before: state, after: state } as const;
}
