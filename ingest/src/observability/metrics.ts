import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Metrics of an ingest process, for Prometheus at `/metrics`. */
export interface Metrics {
  readonly registry: Registry;
  readonly processed: Counter<'outcome' | 'format'>;
  readonly events: Counter<'format'>;
  readonly issues: Counter<'format'>;
  readonly seconds: Histogram<'format'>;
  readonly pending: Gauge;
  /** A message that had to wait, was sent back or was lost, as its source was beyond its messages a minute. */
  readonly heldBack: Counter<'source'>;
  /** Shipments whose summary was derived, and how many wait for it. */
  readonly derived: Counter;
  readonly toDerive: Gauge;
  /** Has the number of silent sources asked for. */
  watchSilence(count: () => number): void;
}

export function createMetrics(pendingCount: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  let silence: () => number = () => 0;
  const silent = new Gauge({
    name: 'throughline_sources_silent',
    help: 'Sources that were not heard for longer than their profile expects',
    registers,
    collect() {
      this.set(silence());
    },
  });
  silent.set(0);
  return {
    registry,
    watchSilence(count) {
      silence = count;
    },
    processed: new Counter({
      name: 'throughline_raw_messages_total',
      help: 'Raw messages processed, by outcome and format',
      labelNames: ['outcome', 'format'],
      registers,
    }),
    events: new Counter({
      name: 'throughline_events_total',
      help: 'Claims taken from messages',
      labelNames: ['format'],
      registers,
    }),
    issues: new Counter({
      name: 'throughline_issues_total',
      help: 'Findings about messages',
      labelNames: ['format'],
      registers,
    }),
    derived: new Counter({
      name: 'throughline_shipments_derived_total',
      help: 'Summaries of shipments derived, again or for the first time',
      registers,
    }),
    toDerive: new Gauge({
      name: 'throughline_shipments_to_derive',
      help: 'Shipments whose summary waits to be derived, as this process knows',
      registers,
    }),
    seconds: new Histogram({
      name: 'throughline_raw_message_seconds',
      help: 'Time from taking a raw message off the queue to its recorded outcome, wall clock',
      labelNames: ['format'],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
      registers,
    }),
    heldBack: new Counter({
      name: 'throughline_held_back_total',
      help: 'Times that a source was held back by its messages a minute',
      labelNames: ['source'],
      registers,
    }),
    pending: new Gauge({
      name: 'throughline_raw_pending',
      help: 'Accepted messages without a recorded outcome',
      registers,
      collect() {
        this.set(pendingCount());
      },
    }),
  };
}
