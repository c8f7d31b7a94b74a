import type { EventCode } from '../event-code.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { Milestone } from '../journey/milestone.ts';
import { inStepOrder } from '../journey/step-order.ts';
import { runsWithin, type RunOf } from '../journey/same-run.ts';
import type { ExceptionInput } from './exception.ts';

/** The input as detectors look at it: what several of them need is worked out once. */
export interface Cargo extends ExceptionInput {
  /** Its boxes, sorted: facts come in any order. */
  readonly boxes: readonly string[];
  /** What has happened to a box, and to the whole consignment with it, in order of time; null: to what has no boxes. */
  readonly movesOf: (box: string | null) => readonly Milestone[];
  readonly runOf: RunOf;
}

export function cargoOf(input: ExceptionInput): Cargo {
  const { containers, logistics, facts } = input;
  const boxes = [...new Set(containers.map(({ reference }) => reference))].sort();
  const taken = runsTaken(containers.flatMap(({ steps }) => steps));
  // One departure is told of boxes, of the bill and of the ship: what names no box holds for those not named as well.
  const whole = logistics.filter(
    (m) => m.classifier === 'ACTUAL' && m.claims.some(({ event }) => event.equipment === null),
  );
  const movesOf = (box: string | null) => {
    const own = containers.filter(({ reference }) => reference === box).flatMap(({ steps }) => steps);
    const ownRuns = runsTaken(own);
    // A ship or train that is known to have taken other boxes of the consignment, and not this one, has not taken it.
    const shared = whole.filter(
      ({ run, containers: named }) =>
        (box === null || !named.includes(box)) && (run === null || ownRuns.has(run) || !taken.has(run)),
    );
    return inStepOrder([...own.filter((m) => m.classifier === 'ACTUAL'), ...shared]);
  };
  let runOf: RunOf | null = null;
  const moves = new Map([null, ...boxes].map((box) => [box, movesOf(box)]));
  return {
    ...input,
    boxes,
    movesOf: (box) => moves.get(box) ?? movesOf(box),
    runOf: (claim) => (runOf ??= runsWithin(facts.claims))(claim),
  };
}

/** A gate or a roll names the ship that was meant; only what happens at it or aboard tells that it took the box. */
const NAMES_ONLY: ReadonlySet<EventCode> = new Set<EventCode>([
  'BOOKED', 'GATED_IN', 'GATED_OUT', 'RECEIVED', 'ROLLED',
]); // prettier-ignore

function runsTaken(steps: readonly Milestone[]): ReadonlySet<IdentifierKey | null> {
  return new Set(
    steps.filter((m) => m.classifier === 'ACTUAL' && !NAMES_ONLY.has(m.code)).map(({ run }) => run),
  );
}

/** The boxes that something concerns which names one, or none and thereby all. A cargo without boxes is one thing: null. */
export function boxesConcerned({ boxes }: Cargo, named: string | null): readonly (string | null)[] {
  if (named !== null) return [named];
  return boxes.length > 0 ? boxes : [null];
}
