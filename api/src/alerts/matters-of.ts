import type { AlertMatterRow } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertRule, MatterKind } from 'graph-schema/domain/alert/alert-rule';
import { SEVERITIES, type Severity } from 'graph-schema/domain/exceptions/exception';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';

/** A matter with every name under which it may have been told before. */
export type FoundMatter = Omit<AlertMatterRow, 'rules'> & { readonly names: string[] };

/** What an ETA of a shipment is measured from, ISO 8601. */
export interface EtaFrom {
  readonly shipment: string;
  readonly eta: string;
}

export interface LookedAt {
  /** Whose rule it is. */
  readonly reader: string;
  readonly rule: AlertRule & { readonly id: string };
  /** As far as he may see them. */
  readonly entries: readonly ToldEntry[];
  /** What he sees of their shipments now, by the id that the entry has. */
  readonly views: ReadonlyMap<string, ShipmentView>;
  /** What ETAs of shipments are measured from, by id, where that is known. */
  readonly etas: ReadonlyMap<string, string>;
  /** Wall clock, epoch milliseconds. */
  readonly at: number;
}

/** Matters of one letter; what is beyond them waits for the next. */
export const MATTERS_MAX = 500;
const HOUR_MS = 3_600_000;
/** A change that an entry tells came so long before it at most, service time. */
const FRESH_MS = HOUR_MS;

/** What of some entries of the feed is a matter by a rule, each once, and the ETAs that were heard of. */
export function mattersOf(looked: LookedAt): { matters: FoundMatter[]; etas: EtaFrom[] } {
  const found = new Map<string, FoundMatter>();
  const etas = new Map<string, EtaFrom>();
  for (const entry of looked.entries) {
    const view = looked.views.get(entry.shipment);
    if (!view) continue;
    const eta = etaFrom(entry, view, looked);
    if (eta) etas.set(view.id, eta);
    const matters = [...eventsIn(entry, view, looked), ...exceptionsIn(entry, view, looked), ...moveOf(eta, view, looked)];
    for (const matter of matters) if (!matter.names.some((name) => found.has(name))) found.set(matter.key, matter);
  }
  return { matters: [...found.values()], etas: [...etas.values()] };
} // prettier-ignore

/** Something was missed behind a place of the feed. */
export function missedMatter({ reader, at }: Pick<LookedAt, 'reader' | 'at'>, cursor: string): FoundMatter {
  const key = `${reader} MISSED ${cursor}`;
  return { key, names: [key], kind: 'MISSED' satisfies MatterKind, shipment: null, of: null, at };
}

/** What happened: of one happening to one box that several tell of, the first telling. */
function eventsIn(entry: ToldEntry, view: ShipmentView, { rule, reader, at }: LookedAt): FoundMatter[] {
  if (entry.kind !== 'ADDED') return [];
  const { logistics, documents } = view.journey;
  return entry.claims.flatMap(({ id, event }) => {
    if (event.classifier !== 'ACTUAL' || !rule.filter.codes?.includes(event.code)) return [];
    const box = event.equipment?.reference;
    const happening = [...logistics, ...documents].find(({ claims }) => claims.some((one) => one.id === id));
    const same = happening?.claims.filter((one) => one.event.equipment?.reference === box) ?? [];
    const name = (claim: string) => `${reader} EVENT ${view.id} ${claim}`;
    const names = [...new Set([id, ...same.map((one) => one.id)])].map(name);
    return [{ key: name(id), names, kind: 'EVENT' satisfies MatterKind, shipment: view.id, of: id, at }];
  });
}

/** What went wrong, or became graver: as grave, or graver, it is not told again. */
function exceptionsIn(entry: ToldEntry, view: ShipmentView, { rule, reader, at }: LookedAt): FoundMatter[] {
  const { derived } = entry;
  const fresh = new Set([...(derived?.opened ?? []), ...(derived?.changed ?? [])]);
  return (derived?.of ?? []).flatMap(({ id, kind, severity }) => {
    if (!fresh.has(id) || !rule.filter.exceptions?.includes(kind) || !isAtLeast(severity, rule.severity)) return [];
    const name = (grade: Severity) => `${reader} EXCEPTION ${view.id} ${id} ${grade}`;
    const names = SEVERITIES.filter((grade) => isAtLeast(grade, severity)).map(name);
    return [{ key: name(severity), names, kind: 'EXCEPTION' satisfies MatterKind, shipment: view.id, of: id, at }];
  });
} // prettier-ignore

export function isAtLeast(severity: Severity, least: Severity | null): boolean {
  return least === null || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/**
 * From where an ETA is measured whose part of the journey reads differently; of one never heard of, what it was before this entry: a
 * change of long ago did not bring the entry about.
 */
function etaFrom({ derived, at }: ToldEntry, { id, journey }: ShipmentView, { rule, etas }: LookedAt): EtaFrom | null {
  if (rule.etaHours === null || !derived?.parts.includes('eta') || !journey.eta) return null;
  const last = journey.etaChanges.at(-1);
  const isFresh = last !== undefined && Date.parse(at) - last.at <= FRESH_MS;
  const before = (isFresh ? last.from : null) ?? journey.eta.time;
  return { shipment: id, eta: etas.get(id) ?? before.instant };
} // prettier-ignore

/** One matter to a shipment until it is told: what it then is, the letter says. */
function moveOf(eta: EtaFrom | null, view: ShipmentView, { rule, reader, at }: LookedAt): FoundMatter[] {
  if (!eta || !hasMoved(eta.eta, view, rule)) return [];
  const key = `${reader} ETA ${rule.id} ${view.id}`;
  return [{ key, names: [key], kind: 'ETA' satisfies MatterKind, shipment: view.id, of: null, at }];
}

/** Whether the best ETA is as far from another instant (ISO 8601) as a rule wants to be told of. */
export function hasMoved(from: string, { journey }: ShipmentView, { etaHours }: Pick<AlertRule, 'etaHours'>): boolean {
  if (etaHours === null || !journey.eta) return false;
  return Math.abs(Date.parse(journey.eta.time.instant) - Date.parse(from)) >= etaHours * HOUR_MS;
} // prettier-ignore
