/** What one place of the slider of a journey is long. */
export const MINUTE_MS = 60_000;

/** Of a status what says when the page began to show it. */
export interface ToldStatus {
  readonly classifier: string;
  /** Told of what carries it, perhaps before anybody spoke of the cargo. */
  readonly inherited: boolean;
  readonly time: { readonly instant: string };
  readonly voices: readonly { readonly evidence: { readonly receivedAt: string } }[];
}

/** The time that a journey has behind it, epoch milliseconds at whole minutes. */
export interface JourneyTime {
  /** When it was first heard of. */
  readonly first: number;
  /** Each moment since then at which something that happened was known, in order. */
  readonly stops: readonly number[];
}

/** Null: nothing was heard of it, so that there is nothing to look back at. */
export function journeyTime(statuses: readonly ToldStatus[]): JourneyTime | null {
  const own = statuses.filter(({ inherited }) => !inherited);
  const heard = own.flatMap(({ voices }) => voices.map(heardAt)).filter(Number.isFinite);
  if (heard.length === 0) return null;
  const first = wholeMinute(Math.min(...heard));
  const happened = statuses.filter(({ classifier }) => classifier === 'ACTUAL').map(knownAt);
  const stops = [...new Set([first, ...happened.filter((at) => at > first)])].toSorted((a, b) => a - b);
  return { first, stops };
}

/** The next stop in a direction; null: none, so that the end is next. */
export function stopBeside(stops: readonly number[], from: number, direction: 'BACK' | 'ON'): number | null {
  const beside = direction === 'BACK' ? stops.findLast((at) => at < from) : stops.find((at) => at > from);
  return beside ?? null;
}

/** As of the instant of a happening nobody had told of it yet: it shows from when it was both over and heard of. */
function knownAt({ time, voices }: ToldStatus): number {
  const heard = voices.map(heardAt).filter(Number.isFinite);
  return wholeMinute(Math.max(Date.parse(time.instant), heard.length > 0 ? Math.min(...heard) : 0));
}

function heardAt({ evidence }: ToldStatus['voices'][number]): number {
  return Date.parse(evidence.receivedAt);
}

/** The first whole minute that is not before. */
function wholeMinute(at: number): number {
  return Math.ceil(at / MINUTE_MS) * MINUTE_MS;
}
