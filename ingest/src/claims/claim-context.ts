import type { Gazetteer } from 'graph-schema/domain/place';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { Span } from 'graph-schema/domain/tracking-event';
import type { Findings } from '../syntax/findings.ts';
import type { NamedCarriers } from './ports/bill-carrier.ts';

/** Who speaks, and what is known of places. */
export interface SenderContext {
  readonly source: SourceProfile;
  readonly places: Gazetteer;
}

/** What the readers of this folder need besides the value: who speaks, what is known, and where findings go. */
export interface ClaimContext extends SenderContext {
  readonly findings: Findings;
  /** Whom the message calls the carrier of what is read; absent where it does not say. */
  readonly carriers?: NamedCarriers;
}

/** Where in the message a value stands. */
export interface Where {
  readonly at: string;
  readonly span: Span;
}
