/**
 * How far somebody has read one lane: all batches up to `seq`, or of that last batch only the first `done` entries
 * (`done` 0: the whole of it). `mark` names that very batch, so that one with its number in a graph that was set back and
 * went on otherwise is not taken for it.
 */
export interface LanePosition {
  readonly seq: number;
  readonly done: number;
  readonly mark: string;
}

/** How far somebody has read the feed. */
export interface FeedPosition {
  /** Names the feed: another graph has another one. */
  readonly epoch: string;
  /** Names what the reader may see: with other keys other shipments open, of which no entry tells. */
  readonly sight: string;
  /** By number of the lane. */
  readonly lanes: readonly LanePosition[];
}

export const LANE_START: LanePosition = { seq: 0, done: 0, mark: '' };

// version ~ epoch ~ sight ~ seq.done.mark ~ seq.done.mark …, in base64url: opaque to whoever holds it.
const VERSION = '1';
const LONGEST = 2048;
const LANE = /^(\d{1,15})\.(\d{1,9})\.([0-9a-z]{0,8})$/;

export function writeCursor({ epoch, sight, lanes }: FeedPosition): string {
  const places = lanes.map(({ seq, done, mark }) => `${seq}.${done}.${mark}`);
  return btoa([VERSION, epoch, sight, ...places].join('~'))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Null for what is no cursor of this service; never throws. */
export function parseCursor(text: string): FeedPosition | null {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  const [version, epoch = '', sight = '', ...places] = atob(
    text.replaceAll('-', '+').replaceAll('_', '/'),
  ).split('~');
  if (version !== VERSION || places.length === 0) return null;
  const lanes: LanePosition[] = [];
  for (const place of places) {
    const parts = LANE.exec(place);
    if (!parts) return null;
    lanes.push({ seq: Number(parts[1]), done: Number(parts[2]), mark: parts[3] ?? '' });
  }
  return { epoch, sight, lanes };
}

/** A short name of a text: FNV-1a, 32 bits. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
