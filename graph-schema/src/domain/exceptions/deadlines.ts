import type { EventCode } from '../event-code.ts';
import { endOf } from '../event-time.ts';
import type { FactClaim, Voice } from '../journey/facts.ts';

/** A time until which something must be done. */
export interface Deadline {
  readonly claim: FactClaim;
  /** Epoch milliseconds; of a last day told without a time: the midnight that ends it there. */
  readonly endsAt: number;
}

/** A deadline as one source has it. */
export interface SaidDeadline extends Deadline {
  readonly source: Voice['source'];
}

/**
 * The deadlines of one code that bind, one a group (`groupOf`; null: not of interest). Of several sources the one that
 * names the earliest end counts, since nobody is helped by hoping for the other.
 */
export function deadlinesOf(
  claims: readonly FactClaim[],
  code: EventCode,
  groupOf: (claim: FactClaim) => string | null,
): Deadline[] {
  return saidDeadlines(claims, code, groupOf).flatMap(([binding]) => (binding ? [binding] : []));
}

/** The deadlines of one code by group, the earliest end first: of what each source said what it said last. */
export function saidDeadlines(
  claims: readonly FactClaim[],
  code: EventCode,
  groupOf: (claim: FactClaim) => string | null,
): SaidDeadline[][] {
  const groups = new Map<string, Map<string, Said>>();
  for (const claim of claims) {
    if (claim.event.code !== code || claim.event.classifier === 'REQUESTED') continue;
    const group = groupOf(claim);
    if (group === null) continue;
    const bySource = groups.get(group) ?? new Map<string, Said>();
    groups.set(group, bySource);
    for (const { source, receivedAt } of claim.voices) {
      const said = { claim, source, saidAt: Date.parse(receivedAt), endsAt: endOf(claim.event.time) };
      const before = bySource.get(source.id);
      if (!before || isLater(said, before)) bySource.set(source.id, said);
    }
  }
  return [...groups.values()].map((bySource) =>
    [...bySource.values()].sort((a, b) => a.endsAt - b.endsAt || (a.claim.id < b.claim.id ? -1 : 1)),
  );
}

interface Said extends SaidDeadline {
  readonly saidAt: number;
}

function isLater(a: Said, b: Said): boolean {
  return (a.saidAt - b.saidAt || a.endsAt - b.endsAt || (a.claim.id < b.claim.id ? -1 : 1)) > 0;
}
