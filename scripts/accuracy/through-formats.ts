import { claimKeys } from '../../graph-schema/src/domain/claim-keys.ts';
import type { TrackingEvent } from '../../graph-schema/src/domain/tracking-event.ts';
import { PROFILE_DEFAULTS } from '../../graph-schema/src/domain/source.ts';
import { loadGazetteer } from '../../graph-schema/src/reference/load-gazetteer.ts';
import { FORMATS } from '../../ingest/src/formats/index.ts';
import { readMessage } from '../../ingest/src/pipeline/read.ts';
import { claimOf, paperClaimOf } from './claims.ts';
import type { World } from './tellings.ts';
import { billText, textOf, type WallClock } from './writers.ts';

/** Messages that do not give, when they are written and read, the claim that the report judges by. */
export interface Differing {
  readonly text: string;
  readonly wanted: string;
  readonly read: readonly string[];
}

export interface ThroughFormats {
  readonly messages: number;
  readonly differing: readonly Differing[];
}

/** Writes all that is told of some boxes in the formats of their senders, reads it as intake does, and compares the claims. */
export function throughFormats({ lives, told, paperwork }: World, boxes: number): ThroughFormats {
  const sample = new Set(lives.slice(0, boxes).map(({ box }) => box));
  const written = [
    ...told
      .filter(({ box }) => sample.has(box))
      .map((message) => [textOf(message, localClock), claimOf(message).event] as const),
    ...paperwork
      .filter((paper) => paper.boxes.some((box) => sample.has(box)) && paper.papers.length === 2)
      .map((paper) => [billText(paper), paperClaimOf(paper).event] as const),
  ];
  const differing: Differing[] = [];
  let messages = 0;
  for (const [text, event] of written) {
    if (text === null) continue;
    messages += 1;
    const wanted = essence(event);
    const read = eventsIn(text).map(essence);
    if (read.length !== 1 || read[0] !== wanted) differing.push({ text, wanted, read });
  }
  return { messages, differing };
}

/** What conclusions are drawn from: everything of a claim that attribution sees. */
function essence(event: TrackingEvent): string {
  const { code, classifier, time, loadState, place } = event;
  const { subject, documents, contents, run } = claimKeys(event);
  return JSON.stringify([
    code,
    classifier,
    time.instant.slice(0, 16),
    subject?.startsWith('CONTAINER:') ? loadState : null,
    place?.unLocode ?? null,
    subject,
    [...documents].sort(),
    [...contents].sort(),
    run,
  ]);
}

const places = loadGazetteer();
const context = {
  receivedAt: '2026-06-01T00:00:00Z',
  source: { ...PROFILE_DEFAULTS, id: 'accuracy', name: 'Accuracy', kind: 'TERMINAL' },
  places,
} as const;

function eventsIn(text: string): TrackingEvent[] {
  const { interpretation } = readMessage(new TextEncoder().encode(text), context, FORMATS);
  return interpretation.messages.flatMap(({ attested }) => attested.map(({ event }) => event));
}

const ZONES: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai',
  JP: 'Asia/Tokyo',
  IN: 'Asia/Kolkata',
  NL: 'Europe/Amsterdam',
  DE: 'Europe/Berlin',
  GR: 'Europe/Athens',
  GB: 'Europe/London',
  SG: 'Asia/Singapore',
  LK: 'Asia/Colombo',
  MY: 'Asia/Kuala_Lumpur',
  USLAX: 'America/Los_Angeles',
  USNYC: 'America/New_York',
};
const clocks = new Map<string, Intl.DateTimeFormat>();

const localClock: WallClock = (unLocode, at) => {
  const timeZone = ZONES[unLocode] ?? ZONES[unLocode.slice(0, 2)] ?? 'UTC';
  let format = clocks.get(timeZone);
  if (!format) {
    const two = '2-digit';
    const fields = {
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      hourCycle: 'h23',
    } as const;
    clocks.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...fields })));
  }
  return format.format(at).replace(/\D/g, '');
};
