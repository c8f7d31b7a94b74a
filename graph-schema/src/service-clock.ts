/**
 * The one service clock: event, received and recorded times of all processes come from it. By default it is the wall
 * clock; the sample world lets it run faster. Service time = origin + (wall − wallOrigin) · rate.
 */
export interface ClockSettings {
  readonly originMs: number;
  readonly wallMs: number;
  readonly rate: number;
}

export function createServiceClock(settings: ClockSettings, wallNow: () => number): () => number {
  return () => Math.round(settings.originMs + (wallNow() - settings.wallMs) * settings.rate);
}

/** From CLOCK_ORIGIN, CLOCK_WALL (ISO instants or epoch milliseconds) and CLOCK_RATE; without them: the wall clock. */
export function clockSettings(
  env: Readonly<Record<string, string | undefined>>,
  wallNow: () => number,
): ClockSettings {
  const wallMs = instant(env['CLOCK_WALL']) ?? wallNow();
  const originMs = instant(env['CLOCK_ORIGIN']) ?? wallMs;
  const rate = Number(env['CLOCK_RATE'] ?? '1');
  return { originMs, wallMs, rate: Number.isFinite(rate) && rate > 0 ? rate : 1 };
}

function instant(text: string | undefined): number | null {
  if (!text) return null;
  const ms = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
