import type { SourceProfile } from 'graph-schema/domain/source';
import { newDelivery, sha256Hex } from '../raw/folder-store.ts';
import { rawMessageId, type RawStore } from '../raw/raw-store.ts';

export interface Arrival {
  readonly source: SourceProfile;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly fileName: string | null;
  /** Stated by a replaying source that may; null: now. */
  readonly receivedAt: string | null;
}

export type Accepted =
  | {
      readonly outcome: 'ACCEPTED';
      readonly rawId: string;
      readonly sha256: string;
      readonly receivedAt: string;
    }
  | { readonly outcome: 'BUSY'; readonly retryAfterSeconds: number };

/** The door that every receiver goes through: durable first, then queued, then acknowledged. */
export interface Intake {
  accept(arrival: Arrival): Promise<Accepted>;
}

export interface IntakeParts {
  readonly raw: RawStore;
  /** Asks for the message to be read soon. It may fail: what is pending is found by the sweep. */
  readonly enqueue: (name: string) => Promise<void>;
  readonly now: () => number;
  readonly pendingMax: number;
}

export function createIntake({ raw, enqueue, now, pendingMax }: IntakeParts): Intake {
  let storing = 0;
  return {
    async accept(arrival) {
      if (raw.pendingCount() + storing >= pendingMax) return { outcome: 'BUSY', retryAfterSeconds: 5 };
      const sha256 = sha256Hex(arrival.bytes);
      const receivedAt = arrival.receivedAt ?? new Date(now()).toISOString();
      const source = arrival.source.id;
      const { contentType, fileName } = arrival;
      const header = {
        source,
        sha256,
        delivery: newDelivery(Date.parse(receivedAt)),
        receivedAt,
        contentType,
        fileName,
      };
      storing += 1;
      const name = await raw.accept(header, arrival.bytes).finally(() => (storing -= 1));
      // Not awaited: the message is safe, and an absent queue must not hold back the acknowledgement.
      void enqueue(name);
      return { outcome: 'ACCEPTED', rawId: rawMessageId(header), sha256, receivedAt };
    },
  };
}
