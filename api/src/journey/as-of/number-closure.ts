import { listSeenWith } from 'graph-schema/cypher/read/seen-with';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { GraphReader } from '../../graph.ts';
import { tooLarge } from './as-of-refusals.ts';

/** More numbers than these hang together with no cargo that anyone looks back at; the largest known has some hundreds. */
const NUMBERS_MAX = 3000;
/** As for one number: a paper that lists more boxes, a box with more trips. */
const NEAR_MAX = 1000;
/** Steps from number to number; each is one statement. */
const STEPS_MAX = 24;

/** All numbers that what is known of some cargo can depend on. */
export interface NumberClosure {
  /** Papers that may hang together with those asked for. */
  readonly papers: ReadonlySet<IdentifierKey>;
  /** All boxes that one of them was ever named with. */
  readonly boxes: ReadonlySet<IdentifierKey>;
  /** Papers of these boxes' other trips, and what hangs together with them: they tell trips apart. */
  readonly others: ReadonlySet<IdentifierKey>;
  /** Adds what hangs together with more numbers. */
  reach(seeds: Iterable<IdentifierKey>): Promise<void>;
}

const isBox = (key: string) => key.startsWith('CONTAINER:');
/** References of traders are found, never followed: two consignments of one order stay two. */
const isFollowed = (key: string) => !isBox(key) && !key.startsWith('REFERENCE:');

/**
 * Numbers that were ever named together. What was once named together stays so, whatever was withdrawn since: the closure
 * holds all that a cargo's uses of boxes and papers were concluded from at any time, and more.
 */
export function openClosure(graph: GraphReader): NumberClosure {
  const papers = new Set<IdentifierKey>();
  const boxes = new Set<IdentifierKey>();
  const others = new Set<IdentifierKey>();
  const near = new Map<IdentifierKey, readonly IdentifierKey[]>();
  let steps = 0;

  const look = async (keys: Iterable<IdentifierKey>): Promise<void> => {
    const asked = [...keys].filter((key) => !near.has(key));
    if (asked.length === 0) return;
    steps += 1;
    if (steps > STEPS_MAX || near.size + asked.length > NUMBERS_MAX) throw tooLarge(NUMBERS_MAX);
    for (const key of asked) near.set(key, []);
    for (const { key, others: found } of await graph.run(listSeenWith, { keys: asked, max: NEAR_MAX + 1 })) {
      if (found.length > NEAR_MAX) throw tooLarge(NEAR_MAX);
      near.set(key as IdentifierKey, found as IdentifierKey[]);
    }
  };
  const nearOf = (keys: Iterable<IdentifierKey>) => [...keys].flatMap((key) => near.get(key) ?? []);
  const follow = async (into: Set<IdentifierKey>, from: Iterable<IdentifierKey>): Promise<void> => {
    let frontier = new Set([...from].filter((key) => !into.has(key)));
    while (frontier.size > 0) {
      for (const key of frontier) into.add(key);
      const followed = [...frontier].filter(isFollowed);
      await look(followed);
      frontier = new Set(nearOf(followed).filter((key) => !isBox(key) && !into.has(key)));
    }
  };

  return {
    papers,
    boxes,
    others,
    async reach(seeds) {
      const all = [...seeds];
      const asked = all.filter(isBox);
      await look(asked);
      for (const box of asked) boxes.add(box);
      await follow(papers, [...all, ...nearOf(asked)].filter(isFollowed));
      for (const key of nearOf([...papers].filter(isFollowed))) if (isBox(key)) boxes.add(key);
      await look(boxes);
      await follow(
        others,
        nearOf(boxes).filter((key) => !papers.has(key)),
      );
    },
  };
}
