import type { SourceProfile } from 'graph-schema/domain/source';
import { newDelivery, sha256Hex } from '../raw/folder-store.ts';
import { rawMessageId, type RawStore } from '../raw/raw-store.ts';
import type { RateLimit } from './rate-limit.ts';

export interface Arrival {
  readonly source: SourceProfile;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly fileName: string | null;
  /** Stated by a replaying source that may; null: now. */
  readonly receivedAt: string | null;
  /** The sender wants all of it taken or nothing; left out: what can be taken. */
  readonly allOrNothing?: boolean;
}

export type Accepted =
  | {
      readonly outcome: 'ACCEPTED';
      readonly rawId: string;
      readonly sha256: string;
      readonly receivedAt: string;
    }
  /** Not stored: too much is pending, or the source sends more than it may a minute. It is offered again later. */
  | { readonly outcome: 'BUSY' | 'TOO_MANY'; readonly retryAfterSeconds: number };

/** The door that every receiver goes through: within the rate of the source, durable, then queued, then acknowledged. */
export interface Intake {
  accept(arrival: Arrival): Promise<Accepted>;
}

export interface IntakeParts {
  readonly raw: RawStore;
  /** Asks for the message to be read soon. It may fail: what is pending is found by the sweep. */
  readonly enqueue: (name: string) => Promise<void>;
  readonly now: () => number;
  readonly pendingMax: number;
  readonly rateLimit: Pick<RateLimit, 'take'>;
}

export function createIntake({ raw, enqueue, now, pendingMax, rateLimit }: IntakeParts): Intake {
  let storing = 0;
  return {
    async accept(arrival) {
      if (raw.pendingCount() + storing >= pendingMax) return { outcome: 'BUSY', retryAfterSeconds: 5 };
      // Taken before anything is waited for, so that many at once cannot all find the last place free.
      storing += 1;
      try {
        return await store(arrival);
      } finally {
        storing -= 1;
      }
    },
  };

  async function store(arrival: Arrival): Promise<Accepted> {
    const { contentType, fileName } = arrival;
    const sha256 = sha256Hex(arrival.bytes);
    const wait = await rateLimit.take(arrival.source, sha256);
    if (wait > 0) return { outcome: 'TOO_MANY', retryAfterSeconds: wait };
    const receivedAt = arrival.receivedAt ?? new Date(now()).toISOString();
    const source = arrival.source.id;
    const delivery = newDelivery(Date.parse(receivedAt));
    const known = { source, sha256, delivery, receivedAt, contentType, fileName };
    const header = arrival.allOrNothing ? { ...known, allOrNothing: true as const } : known;
    const name = await raw.accept(header, arrival.bytes);
    // Not awaited: the message is safe, and an absent queue must not hold back the acknowledgement.
    void enqueue(name);
    return { outcome: 'ACCEPTED', rawId: rawMessageId(header), sha256, receivedAt };
  }
}
