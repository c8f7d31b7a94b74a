import { SAME_MOVE_MS, untold } from './physics.ts';
import type { Told } from './tellings.ts';

/** What lies between two messages that name papers. */
interface Gap {
  readonly before: Told | null;
  readonly inside: readonly Told[];
  readonly after: Told | null;
}

/** What a step costs within one use, and where one use ends and another begins. */
interface Step {
  readonly on: number;
  readonly cut: number;
}

/**
 * The messages without papers that may as well be of another use: of all ways to share out what lies between two documented
 * uses, one that gives the message to another needs no more untold moves than the truth.
 */
export function undecidableOf(story: readonly Told[]): string[] {
  const named = new Set(
    story.flatMap(({ use, papers, wrong }) => (papers.length > 0 && wrong !== 'BOX' ? [use] : [])),
  );
  return gapsOf(story).flatMap((gap) => undecidableIn(gap, named));
}

function gapsOf(story: readonly Told[]): Gap[] {
  const gaps: Gap[] = [];
  let before: Told | null = null;
  let inside: Told[] = [];
  for (const message of story) {
    if (message.papers.length === 0) {
      inside.push(message);
      continue;
    }
    gaps.push({ before, inside, after: message });
    before = message;
    inside = [];
  }
  gaps.push({ before, inside, after: null });
  return gaps.filter((gap) => gap.inside.length > 0);
}

function ownerOf({ use, wrong, id }: Told): string {
  return wrong === 'BOX' ? id : String(use.id);
}

function undecidableIn(gap: Gap, named: ReadonlySet<Told['use']>): string[] {
  const { before, inside, after } = gap;
  // Within the papers of one use, what is of another was told too late to be told from it.
  if (before && after && ownerOf(before) === ownerOf(after))
    return inside.flatMap(({ id, use, wrong }) => (wrong !== 'BOX' && use !== before.use ? [id] : []));
  const all = [before, ...inside, after];
  const steps = all.slice(1).map((to, index) => stepBetween(all[index] ?? null, to));
  const last = steps.length - 1;
  const onUpTo = sums(steps.map(({ on }) => on));
  const anyUpTo = sums(steps.map(({ on, cut }) => Math.min(on, cut)));
  const cost = (first: number, second: number) => {
    const between = first === second ? 0 : less(anyUpTo, second, first + 1) + (steps[second]?.cut ?? 0);
    return less(onUpTo, first, 0) + (steps[first]?.cut ?? 0) + between + less(onUpTo, last + 1, second + 1);
  };
  const blurred = blurredIn(inside, steps, named);
  const owners = inside.map((message) => shareOf(message, gap));
  const ranks = owners.flatMap((owner) => (owner === null ? [] : [SHARES.indexOf(owner)]));
  // Stamped so late that it stands among the moves of another use, nothing tells it from those.
  if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) return inside.map(({ id }) => id);
  const [first, second] = trueCuts(owners);
  const truth = cost(first, second);
  return inside.flatMap(({ id, use }, index) => {
    const own = owners[index];
    if (blurred.has(use)) return [id];
    for (let a = 0; a <= last; a += 1) {
      for (let b = a; b <= last; b += 1) {
        const share = index < a ? 'BEFORE' : index < b ? 'BETWEEN' : 'AFTER';
        if (share !== own && cost(a, b) <= truth) return [id];
      }
    }
    return [];
  });
}

/**
 * Uses that look otherwise than they were: a pick-up stamped later than its return is as that of another use, and two uses
 * of which no message names papers, and neither the return of the one nor the pick-up of the other is told, are as one.
 */
function blurredIn(
  inside: readonly Told[],
  steps: readonly Step[],
  named: ReadonlySet<Told['use']>,
): Set<Told['use']> {
  const blurred = new Set<Told['use']>();
  inside.forEach((message, index) => {
    const [next, step] = [inside[index + 1], steps[index + 1]];
    if (!next || !step) return;
    const isOne = next.use === message.use;
    const areNameless = !named.has(message.use) && !named.has(next.use);
    if (isOne ? step.on === Infinity : step.on <= step.cut && areNameless) {
      blurred.add(message.use);
      blurred.add(next.use);
    }
  });
  return blurred;
}

const SHARES = ['BEFORE', 'BETWEEN', 'AFTER'] as const;

function shareOf({ use, wrong }: Told, { before, after }: Gap): (typeof SHARES)[number] | null {
  if (wrong === 'BOX') return null;
  if (before && before.wrong !== 'BOX' && before.use === use) return 'BEFORE';
  return after && after.wrong !== 'BOX' && after.use === use ? 'AFTER' : 'BETWEEN';
}

/** The steps at which the truth goes over from the use before, and to the use behind. */
function trueCuts(owners: readonly (string | null)[]): [number, number] {
  const first = owners.findLastIndex((owner) => owner === 'BEFORE') + 1;
  const behind = owners.findIndex((owner) => owner === 'AFTER');
  const second = behind < 0 ? owners.length : behind;
  return [first, Math.max(first, owners.includes('BETWEEN') || behind < 0 ? second : first)];
}

function stepBetween(from: Told | null, to: Told | null): Step {
  // Nobody owns what lies before the first or behind the last document but the uses that show there.
  if (!from || !to) return { on: Infinity, cut: 0 };
  const isEnd = from.code === 'GATED_IN' && from.loadState === 'EMPTY';
  const isBeginning = to.code === 'GATED_OUT' && to.loadState === 'EMPTY';
  // One gate move may be told twice, by two clocks.
  const isTwice =
    from.code === to.code &&
    from.loadState === to.loadState &&
    from.place === to.place &&
    to.at - from.at < SAME_MOVE_MS;
  const ends = isEnd || from.code === 'STRIPPED' ? 0 : 1;
  const begins = isBeginning || to.code === 'STUFFED' ? 0 : 1;
  return {
    on: isTwice ? 0 : isEnd || isBeginning ? Infinity : untold(from, to),
    cut: untold(from, to, true) + ends + begins,
  };
}

/** Sums up to before each index; what is infinite weighs more than anything that is not. */
function sums(values: readonly number[]): number[] {
  const found = [0];
  for (const value of values) found.push((found.at(-1) ?? 0) + Math.min(value, 1000));
  return found;
}

function less(upTo: readonly number[], end: number, start: number): number {
  return end > start ? (upTo[end] ?? 0) - (upTo[start] ?? 0) : 0;
}
