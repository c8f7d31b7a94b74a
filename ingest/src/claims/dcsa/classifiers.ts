import type { EventClassifier } from 'graph-schema/domain/event-code';

/** eventClassifierCode of 2.x, eventClassifier of 3.0, in any case. */
const CLASSIFIERS: ReadonlyMap<string, EventClassifier> = new Map([
  ['ACT', 'ACTUAL'], ['EST', 'ESTIMATED'], ['PLN', 'PLANNED'], ['REQ', 'REQUESTED'],
  ['ACTUAL', 'ACTUAL'], ['ESTIMATED', 'ESTIMATED'], ['PLANNED', 'PLANNED'], ['REQUESTED', 'REQUESTED'],
]); // prettier-ignore

export function classifierOf(said: string | null): EventClassifier | null {
  return CLASSIFIERS.get(said?.toUpperCase() ?? '') ?? null;
}
