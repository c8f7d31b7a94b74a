import type { Interpretation, ReadMessage, UnitCounts } from 'graph-schema/domain/message';
import type { PositionReport } from 'graph-schema/domain/position';
import type { Attested } from 'graph-schema/domain/tracking-event';
import type { Findings } from './findings.ts';

/** Counts units as they are read; each goes into exactly one bucket (see `format-laws.test.ts`). */
export class UnitTally {
  #withEvents = 0;
  #withPositions = 0;
  #withIssuesOnly = 0;
  #withoutContent = 0;

  withEvents(units = 1): void {
    this.#withEvents += units;
  }

  /** Positions and no event. */
  withPositions(units = 1): void {
    this.#withPositions += units;
  }

  withIssuesOnly(units = 1): void {
    this.#withIssuesOnly += units;
  }

  withoutContent(units = 1): void {
    this.#withoutContent += units;
  }

  get counts(): UnitCounts {
    return {
      units: this.#withEvents + this.#withPositions + this.#withIssuesOnly + this.#withoutContent,
      withEvents: this.#withEvents,
      withPositions: this.#withPositions,
      withIssuesOnly: this.#withIssuesOnly,
      withoutContent: this.#withoutContent,
    };
  }
}

/** What a format hands over when it has read everything. */
export function interpretation(
  read: Partial<Pick<Interpretation, 'messages' | 'positions' | 'statics'>>,
  findings: Findings,
  tally: UnitTally,
): Interpretation {
  const { messages = [], positions = [], statics = [] } = read;
  return { messages, positions, statics, issues: findings.issues, counts: tally.counts };
}

/** What one record of a message came to. */
export interface UnitOutcome {
  readonly message: ReadMessage | null;
  readonly positions?: readonly PositionReport[];
  /** The format's rule says that the record carries nothing for us, so no issue is needed. */
  readonly hasNoContent?: boolean;
}

/** A record that gives nothing; the finding that says why has been added. */
export const NOTHING: UnitOutcome = { message: null };

/** For formats whose records stand alone: puts together what each came to. */
export function interpretUnits(outcomes: readonly UnitOutcome[], findings: Findings): Interpretation {
  const tally = new UnitTally();
  for (const { message, positions = [], hasNoContent = false } of outcomes) {
    if (message && message.attested.length > 0) tally.withEvents();
    else if (positions.length > 0) tally.withPositions();
    else if (hasNoContent || message?.retraction) tally.withoutContent();
    else tally.withIssuesOnly();
  }
  const messages = joinUnthreaded(outcomes.flatMap(({ message }) => (message ? [message] : [])));
  const positions = outcomes.flatMap((outcome) => outcome.positions ?? []);
  return interpretation({ messages, positions }, findings, tally);
}

/** Records that no sender can take back singly are one message, so that a long table is not thousands of them. */
function joinUnthreaded(messages: readonly ReadMessage[]): ReadMessage[] {
  const joined: ReadMessage[] = [];
  const unthreaded = new Map<number, Attested[]>();
  for (const message of messages) {
    if (message.thread !== null || message.retraction !== null) {
      joined.push(message);
      continue;
    }
    const earlier = unthreaded.get(message.version);
    if (earlier) {
      earlier.push(...message.attested);
      continue;
    }
    const attested = [...message.attested];
    unthreaded.set(message.version, attested);
    joined.push({ ...message, attested });
  }
  return joined;
}
