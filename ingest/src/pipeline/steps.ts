import type { CodeCorrections } from 'graph-schema/reference/code-corrections';
import type { Conclusions } from '../graph-writer/conclude/conclusions.ts';
import type { Graph } from '../graph-writer/graph.ts';
import { createOpening } from '../graph-writer/open-messages.ts';
import type { WriterMemory } from '../graph-writer/write-facts.ts';
import type { Publisher } from '../publisher/publisher.ts';
import { rawMessageId, type RawMessage, type RawStore } from '../raw/raw-store.ts';
import type { SourceRegistry } from '../sources/source-registry.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { openingOf } from './open.ts';
import type { Reader } from './reader.ts';
import { writeInterpretation } from './write-interpretation.ts';

/** Everything that the way of a message needs. */
export interface Pipeline {
  readonly raw: RawStore;
  readonly sources: SourceRegistry;
  readonly reader: Reader;
  readonly graph: Graph;
  readonly memory: WriterMemory;
  readonly conclusions: Conclusions;
  readonly publisher: Publisher;
  /** What operators say that codes mean, as it stands now. */
  readonly corrections: () => CodeCorrections;
  readonly now: () => number;
}

export type ProcessOutcome =
  | {
      readonly outcome: 'READ' | 'UNREADABLE';
      readonly format: string | null;
      readonly events: number;
      readonly positions: number;
      readonly issues: number;
    }
  | { readonly outcome: 'DUPLICATE'; readonly deliveries: number }
  | { readonly outcome: 'GONE' };

/**
 * The one way of a message: raw → detect → read → facts → conclusions → outcome → archive → nudge. Each step can be
 * run again after a crash at any point: what stands is found, what is missing is written. A replay goes the same way.
 */
export async function processRaw(pipeline: Pipeline, name: string): Promise<ProcessOutcome> {
  const message = await pipeline.raw.readPending(name);
  if (!message) return { outcome: 'GONE' };
  // The same bytes delivered again wait for the first, and are then known: two at it would both count as read.
  return pipeline.memory.oneByOne(rawMessageId(message.header), () =>
    processMessage(pipeline, name, message),
  );
}

async function processMessage(
  pipeline: Pipeline,
  name: string,
  message: RawMessage,
): Promise<ProcessOutcome> {
  const { header, bytes } = message;
  const source = pipeline.sources.getOrUnknown(header.source);
  const open = (pipeline.memory.opening ??= createOpening(pipeline.graph));
  const state = await open(openingOf(message, source));
  // What was rolled back is read anew for whoever sends it again and now takes what can be taken.
  const isAnew = header.replay || (state.rolledBack && !header.allOrNothing);
  const isDone = isAnew ? state.reading === header.delivery : state.outcome !== null;
  if (isDone) {
    await pipeline.raw.archive(name, header);
    return { outcome: 'DUPLICATE', deliveries: state.deliveries };
  }
  const reading = isAnew ? header.delivery : null;
  // Known time is that of the first receipt, however often the message came or is read.
  const { receivedAt } = state;
  const plan = await pipeline.reader.plan({
    header: { ...header, receivedAt },
    bytes,
    source,
    corrections: pipeline.corrections(),
    reading,
  });
  const done = await writeInterpretation(pipeline, allOrNothing(plan));
  await pipeline.raw.archive(name, header);
  pipeline.publisher.publish('journey:changed', done.shipments);
  pipeline.publisher.publish('position:changed', done.moved);
  return done.outcome;
}
