import { COMES, type Leg } from './legs.ts';
import type { Milestone } from './milestone.ts';

/**
 * Whether an announced arrival or discharge is of a carriage that is over: a box came off it, though nobody told that it
 * arrived. What another box waits for is not this.
 */
export function isOfEndedRun(m: Milestone, legs: readonly Leg[]): boolean {
  if (m.classifier === 'ACTUAL' || m.run === null || !COMES.has(m.code)) return false;
  const own = legs.filter((leg) => leg.id === m.run);
  return own.length > 0 && own.every((leg) => leg.state === 'DONE');
}
