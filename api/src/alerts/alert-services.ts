import type { AlertReaderRow, AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { AlertRule } from 'graph-schema/domain/alert/alert-rule';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import type { Severity } from 'graph-schema/domain/exceptions/exception';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { AccountGraph } from '../access/account-graph.ts';
import type { FeedHub } from '../feed/feed-hub.ts';
import type { Step as FollowerStep } from '../feed/start-followers.ts';
import type { See } from '../feed/told-to.ts';
import type { Mailer } from './mail.ts';
import type { Pusher } from './push-service.ts';

/** What is needed to find out what people are to be told, and to tell them. */
export interface AlertServices {
  readonly graph: Asks;
  readonly accounts: Pick<AccountGraph, 'read' | 'write'>;
  readonly feed: FeedHub;
  readonly places: Gazetteer;
  readonly mailer: Mailer;
  readonly pusher: Pusher;
  /** A person with what he may see now; null: he may not ask any more. */
  readonly readerOf: (id: string) => Promise<Asker | null>;
  readonly see: See;
  readonly mask: (id: string) => string;
  /** Wall clock, epoch milliseconds: quiet hours are by it. */
  readonly wall: () => number;
  /** 0 to 1. */
  readonly chance: () => number;
  /** Names this process among those that serve. */
  readonly owner: string;
  /** The pages as browsers reach them. */
  readonly publicUrl: string;
}

export type Step = FollowerStep<AlertReaderRow>;

/** A rule as it was stored. */
export function ruleOf(row: AlertRuleRow): AlertRule & { readonly id: string } {
  const { id, filter, severity, etaHours, zone, quietFrom, quietUntil, digestAt } = row;
  return {
    id,
    filter: JSON.parse(filter) as FeedFilter,
    severity: severity as Severity | null,
    etaHours,
    hours: { zone, quietFrom, quietUntil, digestAt },
  };
}
