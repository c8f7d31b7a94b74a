import { Repeater } from 'graphql-yoga';
import type { ShipmentView } from '../journey/shipment-view.ts';
import type { Context } from '../context.ts';
import type { JourneyReading } from './journey-readings.ts';

export interface JourneyUpdate {
  /** Opaque. */
  readonly cursor: string;
  readonly shipment: ShipmentView;
}

/** Several nudges within this time make one update. */
const QUIET_MS = 50;
/** A read that fails is tried again after this long, then twice as long each time, up to the longest. */
const RETRY_MS = 250;
const RETRY_MS_MAX = 10_000;
/** setTimeout takes no more. */
const TIMER_MAX_MS = 2_000_000_000;

/**
 * The shipment now, and again each time a fact, a position or the passing of an announced time changes its journey.
 * It listens before it reads, so that nothing falls between the first answer and the first nudge.
 */
export function journeyUpdates(context: Context, id: string): AsyncIterable<JourneyUpdate | null> {
  return new Repeater<JourneyUpdate | null>(async (push, stop) => {
    let quiet: NodeJS.Timeout | null = null;
    let change: NodeJS.Timeout | null = null;
    const followed = new Map<string, () => void>();
    let reading = false;
    let failures = 0;
    let again = false;
    let stopped = false;

    const look = async (): Promise<void> => {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      try {
        do {
          again = false;
          // A subscription lives long: what its loaders remember is of the last answer.
          context.means.clearAll();
          context.tracks.clearAll();
          context.parked.clearAll();
          // Rights end while a subscription lives.
          const asker = await context.renew();
          const read = asker && (await context.readJourney(context, asker, id));
          if (stopped) return;
          if (!read?.shipment) {
            void push(null);
            stop();
            return;
          }
          const { cursor, shipment } = read;
          follow(shipment, read.spoken);
          // Whoever is slow is given the next one when he took this one: as it is by then, and nothing between.
          await push({ cursor, shipment });
          if (stopped) return;
          failures = 0;
        } while (again);
      } catch (error) {
        // The graph is away for the moment: the listener keeps the last answer and gets the next.
        context.log.warn({ err: error, id }, 'journey update not read');
        failures += 1;
        soon(Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** (failures - 1)));
      } finally {
        reading = false;
      }
    };
    const soon = (waitMs: number = QUIET_MS) => {
      quiet ??= setTimeout(() => {
        quiet = null;
        void look();
      }, waitMs);
    };
    const follow = ({ journey }: ShipmentView, spoken: JourneyReading['spoken']) => {
      // By what they are asked for, and by the key that they are stored under: not every report says both.
      const subjects = new Set([
        ...journey.trackers.map((tracker) => tracker.subject),
        ...spoken.map(({ fix }) => fix.key),
      ]);
      for (const [subject, off] of followed) {
        if (subjects.has(subject)) continue;
        off();
        followed.delete(subject);
      }
      for (const subject of subjects) {
        if (!followed.has(subject))
          followed.set(
            subject,
            context.nudges.onPosition(subject, () => soon()),
          );
      }
      if (change) clearTimeout(change);
      change = null;
      // A position that grows old says something else without a new fact.
      const ahead = [journey.changesAt, ...spoken.map(({ changesAt }) => changesAt)].filter(
        (at) => at !== null,
      );
      if (ahead.length === 0) return;
      const wait = (Math.min(...ahead) - context.now()) / context.clockRate + 1;
      if (wait < TIMER_MAX_MS) change = setTimeout(() => soon(), Math.max(wait, 0));
    };

    const leave = [
      context.nudges.onJourney(id, (told) => {
        // The answer to the fact was derived here, and that to the time will be when it comes.
        if (!told.derived) soon();
      }),
      context.nudges.onResumed(() => soon()),
    ];
    void look();
    context.left?.addEventListener('abort', () => stop());
    // By other limits, or with other parts in sight, the same facts read differently.
    context.onSightChange?.(() => soon());
    await stop;
    stopped = true;
    for (const off of leave) off();
    for (const off of followed.values()) off();
    if (quiet) clearTimeout(quiet);
    if (change) clearTimeout(change);
  });
}
