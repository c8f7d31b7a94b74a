import { clockSettings, createServiceClock } from 'graph-schema/service-clock';

export { createServiceClock, type ClockSettings } from 'graph-schema/service-clock';

/** The service clock of this process: epoch milliseconds, from the clock settings that all processes share. */
export function serviceClock(env: Readonly<Record<string, string | undefined>>): () => number {
  return createServiceClock(clockSettings(env, Date.now), Date.now);
}
