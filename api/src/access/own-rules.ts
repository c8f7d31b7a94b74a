import type { Asker } from 'graph-schema/domain/access/asker';
import type { JourneyRules } from 'graph-schema/domain/journey/journey-rules';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import { ownRulesKey } from 'graph-schema/reference/own-rules';

/** The rules of an instant (epoch milliseconds), with what the asker's organisation, or one of its kind, sets differently. */
export function ownRules({ organisation, roles }: Pick<Asker, 'organisation' | 'roles'>, at: number): JourneyRules {
  return getJourneyRules(at, organisation === null ? null : { organisation, roles });
} // prettier-ignore

/** By which limits of its own the asker's organisation is judged in what is stored for all; null: by those for everybody. */
export function ownKey({ organisation, roles }: Pick<Asker, 'organisation' | 'roles'>): string | null {
  return organisation === null ? null : ownRulesKey({ organisation, roles });
}

/** What decides what of the feed is told to somebody: what he sees, and by which limits of its own his organisation is judged. */
export interface FeedReader {
  readonly sight: Asker['sight'];
  /** Null: by those for everybody. */
  readonly own: string | null;
}

export function feedReader(asker: Pick<Asker, 'sight' | 'organisation' | 'roles'>): FeedReader {
  return { sight: asker.sight, own: ownKey(asker) };
}
