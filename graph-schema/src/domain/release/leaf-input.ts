import type { EventCode } from '../event-code.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { PlaceToLeave } from './places.ts';
import type { PresenceAt } from './presence.ts';

/** What one leaf is judged by: all of one box at one place. */
export interface LeafInput {
  readonly at: PlaceToLeave;
  /** Actual milestones of papers that concern the box at the place, in order of time. */
  readonly steps: readonly Milestone[];
  /** Milestones of what stops the cargo now and blocks this leaf. */
  readonly holds: readonly Milestone[];
  readonly presence: PresenceAt;
  /** What let the goods go: by it customs have also seen the manifest, the arrival and the duty. Null: nothing yet. */
  readonly release: Milestone | null;
  /** Whether customs papers of the place are told at all: without them nothing can be said to be missing. */
  readonly isCustomsTold: boolean;
  /** Codes that meet the leaf in this territory; null: those that usually do. */
  readonly met: readonly EventCode[] | null;
}
