import type { ReadMessage } from '../../domain/message.ts';
import type { TrackingEvent } from '../../domain/tracking-event.ts';
import { eventId } from '../../identity/event-id.ts';
import { changed, phantoms, standingErrors } from './changes.ts';
import { combined } from './combined.ts';
import { namesOf } from './names.ts';
import { randomOf, type Random } from './random.ts';
import { trueStory, type TrueClaim } from './true-story.ts';

/** One message as its sender makes it. */
export interface Told {
  readonly source: string;
  readonly message: ReadMessage;
}

/**
 * Everything that is ever told about a few boxes and their papers: truly and wrongly, once and again, taken back and
 * corrected. The same seed is the same history; its number only names the boxes and papers.
 */
export interface History {
  readonly seed: number;
  readonly number: number;
  readonly told: readonly Told[];
  /** What is left of it when nothing had ever been said that was taken back or corrected afterwards. */
  readonly never: readonly Told[];
  /** By claim id; what is told wrongly is not in it. */
  readonly truth: ReadonlyMap<string, TrueClaim>;
  /** Something wrong stands to the end, or nothing can tell some trips apart: moves that name no paper may be misplaced. */
  readonly isDoubtful: boolean;
}

/** What is told of one thing, and what of that would have been told had nothing been wrong. */
export interface Telling {
  readonly told: readonly Told[];
  readonly never: readonly Told[];
}

const NOISY = 0.35;

export function historyOf(seed: number, number: number): History {
  const random = randomOf(seed);
  const names = namesOf(number);
  const story = trueStory(random, names);
  const speak = speakerOf(number, random, names.thread);
  const tellings: Telling[] = [];
  const context = { story, names, random, speak };
  const bills = random.chance(0.5) ? combined(context) : null;
  if (bills) tellings.push(bills.telling);
  const alone = story.claims.filter((one) => !bills?.of.has(one));
  for (const events of bundled(alone, random)) tellings.push(changed(events, context));
  tellings.push(...phantoms(context));
  const isNoisy = random.chance(NOISY);
  if (isNoisy) tellings.push(...standingErrors(context));
  return {
    seed,
    number,
    told: tellings.flatMap(({ told }) => told),
    never: tellings.flatMap(({ never }) => never),
    truth: new Map(story.claims.map((one) => [eventId(one.event), one])),
    isDoubtful: isNoisy || story.isBlurred,
  };
} // prettier-ignore

/** Mostly one claim a message, sometimes a few. */
function bundled(claims: readonly TrueClaim[], random: Random): TrackingEvent[][] {
  const bundles: TrackingEvent[][] = [];
  for (const { event } of claims) {
    const last = bundles.at(-1);
    if (last && last.length < 4 && random.chance(0.4)) last.push(event);
    else bundles.push([event]);
  }
  return bundles;
}

/** Makes messages, each with a place of its own in the bytes. */
export interface Speaker {
  readonly source: () => string;
  /** A sender's reference that nothing had before; null: the sender gives none. */
  readonly thread: () => string | null;
  /** For another sender, who may use the same reference for something else. */
  readonly sameThread: () => string | null;
  readonly message: (
    events: readonly TrackingEvent[],
    head: Pick<ReadMessage, 'thread' | 'version'> & Partial<Pick<ReadMessage, 'retraction'>>,
  ) => ReadMessage;
}

const SENDERS = ['carrier', 'terminal', 'customs'] as const;
/** Each kind of sender stands for several, as each is remembered by how it sends. */
const OF_EACH = 6;

function speakerOf(number: number, random: Random, nameOf: (index: number) => string): Speaker {
  let threads = 0;
  let spoken = 0;
  let spans = 0;
  return {
    source: () => `${random.pick(SENDERS)}-${number % OF_EACH}`,
    thread: () => (random.chance(0.15) ? null : nameOf((threads += 1))),
    sameThread: () => (spoken === threads ? null : nameOf((spoken = threads))),
    message(events, head) {
      const attested = events.map((event) => {
        spans += 10;
        return { event, messageRef: head.thread, span: { start: spans, end: spans + 9 }, recordedAt: null };
      });
      return { retraction: null, ...head, attested };
    },
  };
} // prettier-ignore
