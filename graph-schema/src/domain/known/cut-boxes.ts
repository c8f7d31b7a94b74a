import { aboardOf, type Aboard } from '../aboard.ts';
import { claimKeys, type ClaimKeys } from '../claim-keys.ts';
import type { CycleClaim } from '../cycle-claim.ts';
import { cutCycles, type CutCycle } from '../cycle-cut.ts';
import type { ParkReason } from '../cycle-parking.ts';
import { DisjointSets } from '../disjoint-sets.ts';
import { CARGO_DOCUMENT_SCHEMES, splitKey, tiesTogether, type IdentifierKey } from '../identifier.ts';
import { NO_TOWN_POINTS, type TownPoints } from '../town-points.ts';
import type { FactClaim } from '../journey/facts.ts';
import { papersThatList } from '../papers-that-list.ts';

/** A claim with the keys that it names. */
export interface KeyedClaim {
  readonly claim: FactClaim;
  readonly keys: ClaimKeys;
}

/** A use of a box, with what consignments and journeys need of it. */
export interface KnownCycle extends CutCycle {
  /** Number of the use among those of its box: a name within one answer, no public id. */
  readonly id: string;
  readonly container: IdentifierKey;
  /** Distinct sets of papers named in one claim: part loads stay apart. */
  readonly sets: readonly (readonly IdentifierKey[])[];
  readonly aboard: readonly Aboard[];
}

export interface CutBoxes {
  readonly cycles: readonly KnownCycle[];
  readonly parked: ReadonlyMap<string, ParkReason>;
  /** For each claim parked as CONTRADICTED those that speak against it. */
  readonly against: ReadonlyMap<string, readonly string[]>;
}

const PAPERS: ReadonlySet<string> = new Set(CARGO_DOCUMENT_SCHEMES);

/** Whether a claim with this subject is about a paper that cargo hangs on. */
export function isPaper(subject: IdentifierKey | null): boolean {
  return subject !== null && PAPERS.has(splitKey(subject).scheme);
}

export function keyed(claims: readonly FactClaim[]): KeyedClaim[] {
  return claims.map((claim) => ({ claim, keys: claimKeys(claim.event) }));
}

/** Cuts every box that any of the claims is about, or that a paper lists. */
export function cutBoxes(claims: readonly KeyedClaim[], points: TownPoints = NO_TOWN_POINTS): CutBoxes {
  const together = new DisjointSets();
  const byBox = new Map<IdentifierKey, CycleClaim[]>();
  const add = (box: IdentifierKey, claim: CycleClaim) => {
    const list = byBox.get(box);
    if (list) list.push(claim);
    else byBox.set(box, [claim]);
  };
  for (const { claim, keys } of claims) {
    if (isPaper(keys.subject) && keys.documents.length > 1)
      together.unionAll(keys.documents.filter(tiesTogether));
    if (keys.container !== null) add(keys.container, rowOf(claim, keys, false, points));
    for (const box of keys.contents) add(box, rowOf(claim, keys, true, points));
  }
  const cycles: KnownCycle[] = [];
  const parked = new Map<string, ParkReason>();
  const against = new Map<string, readonly string[]>();
  const paperwork = claims.filter(({ keys }) => isPaper(keys.subject)).map(({ keys }) => keys);
  const listing = papersThatList(paperwork, together);
  const listsBoxes = (paper: IdentifierKey) => listing.has(together.find(paper));
  for (const [container, rows] of [...byBox].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const cut = cutCycles(rows, tiesAmong(rows, together), listsBoxes);
    const about = new Map(rows.filter((row) => !row.listing).map((row) => [row.id, row]));
    const lists = new Map(rows.filter((row) => row.listing).map((row) => [row.id, row]));
    cut.cycles.forEach((cycle, index) => {
      const held = cycle.holds.flatMap((id) => about.get(id) ?? []);
      const listed = cycle.listings.flatMap((id) => lists.get(id) ?? []);
      cycles.push({
        ...cycle,
        id: `${container}#${index + 1}`,
        container,
        sets: distinctSets([...[...held, ...listed].map(({ documents }) => documents), ...cycle.joins]),
        aboard: aboardOf(held),
      });
    });
    // A paper that lists a box shows on the paper, wherever the box was.
    for (const [id, reason] of cut.parked) if (about.has(id)) parked.set(id, reason);
    for (const [id, others] of cut.against) if (about.has(id)) against.set(id, others);
  }
  return { cycles, parked, against };
}

function rowOf({ id, event }: FactClaim, keys: ClaimKeys, listing: boolean, points: TownPoints): CycleClaim {
  const { code, classifier, loadState, time } = event;
  const { run } = keys;
  const documents = keys.documents.filter(tiesTogether);
  const place = event.place?.unLocode ?? null;
  const point = place === null ? null : points(place);
  const at = Date.parse(time.instant);
  return { id, at, code, classifier, loadState, documents, listing, run, place, point };
}

/** Each paper that a box is named with, tied to the one that stands for all it belongs together with. */
function tiesAmong(rows: readonly CycleClaim[], together: DisjointSets): [IdentifierKey, IdentifierKey][] {
  const named = new Set(rows.flatMap(({ documents }) => documents));
  return [...named].map((document) => [document, together.find(document) as IdentifierKey]);
}

function distinctSets(sets: readonly (readonly IdentifierKey[])[]): IdentifierKey[][] {
  const found = new Map<string, IdentifierKey[]>();
  for (const set of sets) {
    const sorted = [...set].sort();
    if (sorted.length > 0) found.set(sorted.join('|'), sorted);
  }
  return [...found.values()];
}
