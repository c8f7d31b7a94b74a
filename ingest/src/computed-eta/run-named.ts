import type { RunLeg } from 'graph-schema/domain/eta/awaited-arrival';
import { splitKey } from 'graph-schema/domain/identifier';
import { sailingOf } from 'graph-schema/domain/ship-names';

/**
 * A run by the names that claims about it are found by. Null where it has none: a ship without IMO number, a train without its
 * day.
 */
export function runNamed(run: RunLeg, imo: string | null): Readonly<Record<string, string | null>> | null {
  return run.mode === 'VESSEL' ? shipNamed(run, imo) : trainNamed(run);
}

function shipNamed({ run, leg }: RunLeg, imo: string | null) {
  const voyage = sailingOf(run)?.voyage;
  return imo && voyage ? { imo, name: leg.transport?.vesselName ?? null, voyage } : null;
}

function trainNamed({ run }: RunLeg) {
  const [train, departureDate] = splitKey(run).value.split('@');
  return train && departureDate ? { train, departureDate } : null;
}

/** An instant as these messages write it, to the second. */
export function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
