import type { ResyncReason } from 'graph-schema/domain/feed/resume';

const WHY = {
  NO_CURSOR: 'This is no cursor of this service.',
  ANOTHER_FEED: 'This cursor is of another feed: the service was set up anew.',
  RESTORED: 'The service was set back to an earlier state since this cursor was given.',
  EXPIRED: 'What follows this cursor is not kept any more.',
  SIGHT_CHANGED:
    'Since this cursor was given it has changed what you may see, or by which limits you are judged.',
} satisfies Record<ResyncReason, string>;

/** Nobody can go on from a cursor without missing something: read what you follow anew, then go on from the new one. */
export class ResyncError extends Error {
  readonly code = 'RESYNC';
  readonly reason: ResyncReason;
  readonly cursor: string;

  constructor(reason: ResyncReason, cursor: string) {
    super(`${WHY[reason]} Read again what you follow, then go on from the cursor given here.`);
    this.name = 'ResyncError';
    this.reason = reason;
    this.cursor = cursor;
  }
}
