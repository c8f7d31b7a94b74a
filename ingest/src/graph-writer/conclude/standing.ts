import { listTurns } from 'graph-schema/cypher/conclude/list-turns';
import type { StoredShipment } from 'graph-schema/cypher/conclude/list-shipments';
import { lockConclusions } from 'graph-schema/cypher/conclude/lock-conclusions';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { TownPoints } from 'graph-schema/domain/town-points';
import type { Tx } from '../graph.ts';
import { forPairs, keyKind, type PlannedClaim } from '../plan-batch.ts';
import { boxClaim, type BoxClaim } from './box-claim.ts';
import type { StoredCycle } from './match-cycles.ts';
import { RecentMap } from './recent-map.ts';

/** A standing claim about a document. */
export interface DocumentClaim {
  readonly id: string;
  readonly about: IdentifierKey;
  readonly documents: readonly IdentifierKey[];
  readonly contents: readonly IdentifierKey[];
}

/** What stands of a box; null is what was not looked at yet. */
export interface BoxStanding {
  papers: Set<IdentifierKey> | null;
  /** By id of the claim; one that lists the box has the id and a mark, since it may be about the box as well. */
  claims: Map<string, BoxClaim> | null;
  cycles: readonly StoredCycle[] | null;
}

/** What stands of a paper; null is what was not looked at yet. */
export interface PaperStanding {
  near: { readonly papers: Set<IdentifierKey>; readonly boxes: Set<IdentifierKey> } | null;
  claims: Map<string, DocumentClaim> | null;
  /** Shipments that it covers, by id. */
  shipments: Map<string, StoredShipment> | null;
  /** Papers tied to it by a claim from which conclusions were drawn since this is remembered. */
  readonly ties: Set<string>;
}

/** Numbers of one chunk of facts of which nothing had been said, and the turn at which that was seen. */
export interface FreshKeys {
  readonly turn: number;
  readonly keys: readonly IdentifierKey[];
}

/** Boxes and papers of each generation that are remembered, about 5 kB each. */
const KEYS_KEPT = 15_000;
/** What has more claims than this is read again every time: it would fill the memory alone. */
const CLAIMS_KEPT = 5000;

/**
 * What stands of the boxes and papers that this process concluded lately, so that a conclusion reads only what it does
 * not know. It is right with any number of processes, because it is used under the lock of conclusions and only there:
 * every conclusion has a number and notes which keys it looked at, so that whoever comes next forgets what somebody
 * else concluded meanwhile. Facts that somebody else wrote and did not conclude yet are missing here, but their own
 * conclusion comes later and reads them.
 */
export class Standing {
  readonly points: TownPoints;
  readonly #boxes = new RecentMap<BoxStanding>(KEYS_KEPT);
  readonly #papers = new RecentMap<PaperStanding>(KEYS_KEPT);
  /** The last conclusion whose outcome is in here; null after a failure, when nothing is remembered. */
  #turn: number | null = null;
  #current = 0;
  #isOpen = false;
  /** Up to this turn something may have been forgotten: of keys that were fresh before it more may be said by now. */
  #floor = 0;

  /** @param points where towns lie: boxes are cut by what can be reached in time. */
  constructor(points: TownPoints) {
    this.points = points;
  }

  /** Takes the lock, and forgets what others concluded since. */
  async begin(tx: Tx): Promise<void> {
    // An attempt that was not committed left marks of what did not come to pass.
    if (this.#isOpen) this.reset();
    this.#isOpen = true;
    const [lock] = await tx.run(lockConclusions, {});
    if (!lock) throw new Error('the lock of conclusions is missing: migrations were not applied');
    this.#current = lock.turn;
    if (this.#turn !== lock.turn - 1) {
      const missed = this.#turn === null ? 0 : lock.turn - 1 - this.#turn;
      const turns = missed > 0 ? await tx.run(listTurns, { after: this.#turn ?? 0 }) : [];
      if (turns.length === missed) for (const { keys } of turns) this.#forgetNoted(keys);
      else this.forgetAll();
      this.#floor = Math.max(this.#floor, lock.turn - 1);
    }
  }

  /** The transaction stands. */
  commit(): void {
    this.#turn = this.#current;
    this.#isOpen = false;
    const forgot = [this.#boxes.age(), this.#papers.age()];
    if (forgot.includes(true)) this.#floor = this.#current;
  }

  /** Forgets everything, also which conclusion was the last. */
  reset(): void {
    this.forgetAll();
    this.#turn = null;
    this.#isOpen = false;
  }

  forgetAll(): void {
    this.#boxes.clear();
    this.#papers.clear();
    this.#floor = this.#current;
  }

  forget(keys: Iterable<string>): void {
    for (const key of keys) {
      this.#boxes.delete(key);
      this.#papers.delete(key);
    }
  }

  #forgetNoted(keys: readonly string[]): void {
    if (keys.includes(ALL_KEYS)) this.forgetAll();
    else this.forget(keys);
  }

  box(key: string): BoxStanding {
    let box = this.#boxes.get(key);
    if (!box) this.#boxes.set(key, (box = { papers: null, claims: null, cycles: null }));
    return box;
  }

  paper(key: string): PaperStanding {
    let paper = this.#papers.get(key);
    if (!paper)
      this.#papers.set(key, (paper = { near: null, claims: null, shipments: null, ties: new Set() }));
    return paper;
  }

  /** Nothing stands of these, unless somebody may have spoken of them since. */
  learnFresh({ turn, keys }: FreshKeys): void {
    if (turn < this.#floor) return;
    for (const key of keys) {
      const kind = keyKind(key);
      if (kind === 'CONTAINER' && !this.#boxes.get(key))
        this.#boxes.set(key, { papers: new Set(), claims: new Map(), cycles: [] });
      if (kind === 'DOCUMENT' && !this.#papers.get(key))
        this.#papers.set(key, {
          near: { papers: new Set(), boxes: new Set() },
          claims: new Map(),
          shipments: new Map(),
          ties: new Set(),
        });
    }
  }

  /**
   * Adds a claim that stands, where its keys are known. One that is doubtful stands as the graph has it, and its keys
   * were forgotten. Answers whether it ties papers that were not tied before, or is the first to list boxes under them.
   */
  learn(claim: PlannedClaim, isDoubtful: boolean): boolean {
    const isList = claim.container === null && claim.contents.length > 0;
    if (isDoubtful) return isList || (claim.container === null && claim.documents.length > 1);
    const { id, code, classifier, at, loadState, documents, run, place } = claim;
    const told = (listing: boolean) =>
      boxClaim(
        [id, at, code, classifier, loadState, documents, listing, run, null, null, place],
        this.points,
      );
    const kind = keyKind(claim.subject);
    if (kind === 'CONTAINER') addNew(this.#boxes.get(claim.subject)?.claims, id, told(false));
    for (const box of claim.contents) addNew(this.#boxes.get(box)?.claims, listingId(id), told(true));
    forPairs(claim, (a, b) => {
      this.#neighbour(a, b);
      this.#neighbour(b, a);
    });
    if (kind === 'DOCUMENT') {
      const { subject: about, documents: named, contents } = claim;
      addNew(this.#papers.get(about)?.claims, id, { id, about, documents: named, contents });
    }
    const isFirstList = isList && this.#list(claim.documents);
    return (claim.container === null && this.#tie(claim.documents)) || isFirstList;
  }

  #neighbour(key: string, other: IdentifierKey): void {
    const kind = keyKind(other);
    if (kind === 'DOCUMENT') {
      this.#boxes.get(key)?.papers?.add(other);
      this.#papers.get(key)?.near?.papers.add(other);
    } else if (kind === 'CONTAINER') this.#papers.get(key)?.near?.boxes.add(other);
  }

  /** A first list of boxes says of others, named under the same papers, that they are not on it. */
  #list(documents: readonly IdentifierKey[]): boolean {
    let isFirst = false;
    for (const document of documents) {
      const { ties } = this.paper(document);
      isFirst ||= !ties.has(LISTED);
      ties.add(LISTED);
    }
    return isFirst;
  }

  #tie(documents: readonly IdentifierKey[]): boolean {
    let isNew = false;
    for (const document of documents) {
      const { ties } = this.paper(document);
      for (const other of documents) {
        if (other === document || ties.has(other)) continue;
        ties.add(other);
        isNew = true;
      }
    }
    return isNew;
  }

  /** Forgets what is too large to be remembered. */
  trim(keys: Iterable<string>): void {
    for (const key of keys) {
      const size = (this.#boxes.get(key) ?? this.#papers.get(key))?.claims?.size ?? 0;
      if (size <= CLAIMS_KEPT) continue;
      this.forget([key]);
      this.#floor = this.#current;
    }
  }
}

/** Among the ties of a paper: boxes were listed under it. */
const LISTED = '#';

/** Stands for all keys, in what a conclusion notes of itself. */
export const ALL_KEYS = '*';
/** More keys than these are noted as all keys. */
const KEYS_NOTED = 5000;

export function keysNoted(looked: string[]): string[] {
  return looked.length > KEYS_NOTED ? [ALL_KEYS] : looked;
}

export function listingId(claim: string): string {
  return `${claim}#`;
}

function addNew<V>(map: Map<string, V> | null | undefined, key: string, value: V): void {
  if (map && !map.has(key)) map.set(key, value);
}
