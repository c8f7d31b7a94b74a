import type { EventCode } from '../event-code.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/** What opens a box or closes it anew: after it, another seal is as it should be. */
const OPENED: ReadonlySet<EventCode> = new Set<EventCode>([
  'INSPECTED', 'DECL_INSPECTED', 'UNSEALED', 'SEALED', 'STUFFED', 'STRIPPED', 'DELIVERED',
]); // prettier-ignore

/**
 * Boxes seen with none of the seals that they had before, while nobody tells of an opening in between. It closes when the
 * former seal is seen again (it was misread), or when the box is opened or sealed by somebody who says so.
 */
export function sealsChanged(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'SEAL_CHANGED', null);
  if (!rule) return [];
  const openedByCustoms = cargo.documents.filter((m) => m.classifier === 'ACTUAL' && OPENED.has(m.code));
  return cargo.boxes.flatMap((box): Episode[] => {
    const moves = cargo.movesOf(box);
    const openings = [...moves.filter((m) => OPENED.has(m.code)), ...openedByCustoms]
      .filter((m) => m.containers.length === 0 || m.containers.includes(box))
      .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
    return changesOf(sightingsOf(moves), openings).map(({ before, after, end }) => ({
      rule,
      of: null,
      opensAt: after.at + rule.hours * HOUR_MS,
      worsensAt: rule.worseHours === null ? null : after.at + rule.worseHours * HOUR_MS,
      closesAt: end?.at ?? null,
      subject: { containers: [box], place: after.claim.event.place, run: null, document: null },
      evidence: [before.claim.id, after.claim.id],
      closing: end?.ids ?? [],
      figures: { before: before.seals.join(', '), after: after.seals.join(', ') },
    }));
  });
}

interface Sighting {
  readonly claim: FactClaim;
  readonly at: number;
  /** As written, sorted. */
  readonly seals: readonly string[];
}

interface Change {
  readonly before: Sighting;
  readonly after: Sighting;
  readonly end: { readonly at: number; readonly ids: readonly string[] } | null;
}

function sightingsOf(moves: readonly Milestone[]): Sighting[] {
  const claims = new Map(moves.flatMap((m) => m.claims).map((claim) => [claim.id, claim]));
  return [...claims.values()]
    .filter(({ event }) => event.loadState !== 'EMPTY' && (event.equipment?.seals.length ?? 0) > 0)
    .map((claim) => ({
      claim,
      at: Date.parse(claim.event.time.instant),
      seals: [...(claim.event.equipment?.seals ?? [])].sort(),
    }))
    .sort((a, b) => a.at - b.at || (a.claim.id < b.claim.id ? -1 : 1));
}

function changesOf(sightings: readonly Sighting[], openings: readonly Milestone[]): Change[] {
  const changes: Change[] = [];
  let known: Sighting[] = [];
  for (const seen of sightings) {
    const last = known.at(-1);
    if (last && openings.some((m) => mayLieBetween(m, last, seen))) known = [];
    // Senders name some of the seals of a box, each its own: one seal in common is enough, and so is none before.
    const before = known.at(-1);
    if (before && !known.some((one) => haveSealInCommon(one, seen))) {
      changes.push({ before, after: seen, end: endOf(before, seen, sightings, openings) });
    }
    known.push(seen);
  }
  return changes;
}

function endOf(
  before: Sighting,
  after: Sighting,
  sightings: readonly Sighting[],
  openings: readonly Milestone[],
): Change['end'] {
  const again = sightings.find((one) => one.at > after.at && haveSealInCommon(one, before));
  const opened = openings.find((m) => at(m) > after.at);
  if (again && (!opened || again.at <= at(opened))) return { at: again.at, ids: [again.claim.id] };
  return opened ? { at: at(opened), ids: opened.claims.map((claim) => claim.id) } : null;
}

/** An opening told by its day alone may have been at any time of it; the sealing that a seal was seen at is behind it. */
function mayLieBetween(opening: Milestone, before: Sighting, after: Sighting): boolean {
  if (opening.claims.some((claim) => claim.id === before.claim.id)) return false;
  const length = opening.time.precision === 'DAY' ? 24 * HOUR_MS : 0;
  return at(opening) <= after.at && at(opening) + length > before.at;
}

function haveSealInCommon(a: Sighting, b: Sighting): boolean {
  return a.seals.some((one) => b.seals.some((other) => isSameSeal(one, other)));
}

/** Letters before the number and marks within it are often left out. */
const SIGNIFICANT = 5;

function isSameSeal(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SIGNIFICANT && long.endsWith(short);
}

function bare(seal: string): string {
  return seal.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
