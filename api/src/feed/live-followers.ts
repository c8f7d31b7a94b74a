import type { FeedPosition } from 'graph-schema/domain/feed/feed-position';

/** Somebody who follows the feed over a connection of this process. */
export interface LiveFollower {
  /** Names it in this process. */
  readonly id: string;
  /** Whose; null: nobody's, or of whoever runs the service. */
  readonly organisation: string | null;
  /** How far what he took goes; null: he has not begun. */
  position: FeedPosition | null;
}

/** Those who follow now. */
export class LiveFollowers {
  readonly #there = new Set<LiveFollower>();
  #entered = 0;

  enter(organisation: string | null): LiveFollower {
    this.#entered += 1;
    const follower: LiveFollower = { id: `connection-${this.#entered}`, organisation, position: null };
    this.#there.add(follower);
    return follower;
  }

  leave(follower: LiveFollower): void {
    this.#there.delete(follower);
  }

  list(): readonly LiveFollower[] {
    return [...this.#there];
  }
}
