import type { Proof, Readiness } from '../journey/shipment.graphql.ts';

/** Boxes that stand alike at one place: ten that wait for the same paper are one line. */
export interface ReadinessGroup {
  readonly key: string;
  readonly head: Readiness;
  /** Sorted; empty for a cargo without boxes. */
  readonly containers: readonly string[];
}

/** Groups boxes with the same answer; where the cargo is first, then what lies ahead, then what it has left. */
export function groupReadiness(readiness: readonly Readiness[]): ReadinessGroup[] {
  const groups = new Map<string, Readiness[]>();
  for (const one of readiness) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups]
    .map(([key, [head, ...rest]]) => {
      const boxes = [head as Readiness, ...rest].flatMap(({ container }) => container ?? []);
      return { key, head: head as Readiness, containers: boxes.toSorted() };
    })
    .toSorted((a, b) => nearness(a.head) - nearness(b.head));
}

function nearness({ presence }: Readiness): number {
  return { THERE: 0, ALONGSIDE: 0, NOT_YET: 1, LEFT: 2 }[presence];
}

function keyOf({ place, regime, presence, verdict, proof }: Readiness): string {
  const parts = proof.parts.map((part) => [part, ...part.parts].map(stateOf).join('+'));
  return [place?.id, regime, presence, verdict, ...parts].join('|');
}

function stateOf({ kind, state, actor, document }: Proof): string {
  return [kind, state, actor, document?.value].join(' ');
}
