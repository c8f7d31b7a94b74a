import type { TransportMode } from '../tracking-event.ts';

/** Whose position it is that is shown for the cargo. CONTAINER: of the box itself, by a device on it or with it. */
export const TRACKED_MEANS = ['VESSEL', 'BARGE', 'AIRCRAFT', 'TRAIN', 'WAGON', 'TRUCK', 'CONTAINER'] as const;
export type TrackedMeans = (typeof TRACKED_MEANS)[number];

/** Something that is where cargo is: what carries it now, or a box of it. */
export interface Tracker {
  /**
   * What positions are asked for by: `VESSEL:9321483` (IMO number), `AIRCRAFT:LXVCK`, `CALLSIGN:CLX9737`,
   * `TRAIN_RUN:X8712@2026-11-20`, `WAGON:5273041`, `TRUCK:浙B12345`, `CONTAINER:CSNU6190340`.
   */
  readonly subject: string;
  readonly means: TrackedMeans;
  /** How the cargo moves with it; null for a box that stands. */
  readonly mode: TransportMode | null;
  /** What people call it: the ship, the flight, the train, the plate, the box. */
  readonly name: string | null;
  /** Boxes that it speaks for; empty where the cargo has none. */
  readonly containers: readonly string[];
  /** The leg that it carries them on; null where no leg is known. */
  readonly legId: string | null;
  /** Epoch milliseconds: what it reported before is no position of this cargo. */
  readonly from: number;
  /** When the last thing was told that shows the cargo with it. */
  readonly heard: number;
  /** When it is expected to arrive; null: nobody said. */
  readonly due: number | null;
}
