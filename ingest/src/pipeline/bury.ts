import { closeRawMessage } from 'graph-schema/cypher/write/close-raw-message';
import { openIn } from '../graph-writer/open-messages.ts';
import { rawMessageId } from '../raw/raw-store.ts';
import { openingOf } from './open.ts';
import type { Pipeline } from './steps.ts';

/**
 * A message that failed again and again becomes a dead letter: kept, with the reason, until an operator replays it. A
 * replay that fails so leaves what was read before as it is. Answers whether there is a new dead letter.
 */
export async function buryMessage(
  pipeline: Pick<Pipeline, 'raw' | 'sources' | 'graph' | 'now'>,
  name: string,
  reason: string,
): Promise<boolean> {
  const message = await pipeline.raw.readPending(name);
  if (!message) return false;
  const { header } = message;
  const issue = {
    code: 'WRITE_FAILED',
    severity: 'ERROR',
    at: 'message',
    value: reason.slice(0, 200),
    span: null,
    list: null,
  };
  const buried = await pipeline.graph.write(async (tx) => {
    const source = pipeline.sources.getOrUnknown(header.source);
    const [state] = await openIn(tx, [openingOf(message, source)], [source]);
    if (!state || (state.outcome !== null && state.outcome !== 'DEAD')) return false;
    await tx.run(closeRawMessage, {
      id: rawMessageId(header),
      outcome: 'DEAD',
      format: null,
      units: 1,
      withEvents: 0,
      withPositions: 0,
      withIssuesOnly: 1,
      withoutContent: 0,
      events: 0,
      positions: 0,
      issueCount: 1,
      issues: JSON.stringify([issue]),
      notEntitled: null,
      notEntitledFor: null,
      closedAt: new Date(pipeline.now()).toISOString(),
      reading: state.reading,
      allOrNothing: header.allOrNothing ?? null,
    });
    return state.outcome === null;
  });
  await pipeline.raw.archive(name, header);
  return buried;
}
