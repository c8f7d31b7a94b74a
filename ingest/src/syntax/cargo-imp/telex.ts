import type { CargoImpLine } from '../cargo-imp.ts';

/** Header of a Type B telex: `.JFKCACA 211502` = sent by JFKCACA on day 21 at 15:02 UTC. */
export interface TelexHeader {
  readonly origin: string | null;
  readonly day: number | null;
  readonly hour: number;
  readonly minute: number;
}

export function readTelexHeader(lines: readonly CargoImpLine[]): TelexHeader {
  const line = lines.find(({ text }) => text.startsWith('.'))?.text ?? '';
  const parts = /^\.([A-Z0-9]{7})(?:\s+(\d\d)(\d\d)(\d\d))?/.exec(line);
  const [, origin, day, hour, minute] = parts ?? [];
  return {
    origin: origin ?? null,
    day: day === undefined ? null : Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
  };
}

/** When it was sent: the day of the month nearest to the receipt, UTC to the second; null without a valid one. */
export function telexSentAt(header: TelexHeader, receivedAt: string): string | null {
  const { day, hour, minute } = header;
  if (day === null || hour > 23 || minute > 59) return null;
  const received = new Date(receivedAt);
  let best: number | null = null;
  for (const offset of [-1, 0, 1]) {
    const month = received.getUTCMonth() + offset;
    const time: number = Date.UTC(received.getUTCFullYear(), month, day, hour, minute);
    if (new Date(time).getUTCDate() !== day) continue;
    if (best === null || Math.abs(time - received.getTime()) < Math.abs(best - received.getTime()))
      best = time;
  }
  return best === null ? null : `${new Date(best).toISOString().slice(0, 19)}Z`;
}
