import type { EventTime } from '../../domain/tracking-event.ts';

export const DAY_MS = 86_400_000;

export function timeOf(at: number): EventTime {
  const instant = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' };
}
