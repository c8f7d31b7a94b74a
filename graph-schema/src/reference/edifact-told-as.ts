import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EVENT_CLASSIFIERS, EVENT_CODES, type EventCode } from '../domain/event-code.ts';
import type { TrackingEvent } from '../domain/tracking-event.ts';

/** Messages of UN/EDIFACT that the graph is told in. */
export type EdifactMessageType = 'IFTSTA' | 'CODECO';

/** A code with the agency (3055) whose list it is from; null: the element has one list. */
export interface EdifactCode {
  readonly code: string;
  readonly agency: string | null;
}

const fileShape = z.strictObject({
  title: z.string(),
  titleZh: z.string(),
  version: z.string(),
  rows: z.array(
    z.strictObject({
      message: z.enum(['IFTSTA', 'CODECO']),
      code: z.enum(EVENT_CODES as [EventCode, ...EventCode[]]),
      /** Left out: ACTUAL. */
      classifier: z.enum(EVENT_CLASSIFIERS).default('ACTUAL'),
      mode: z.enum(['VESSEL', 'BARGE', 'RAIL', 'AIR', 'TRUCK']).optional(),
      loadState: z.enum(['EMPTY', 'FULL', 'LCL']).optional(),
      as: z.string().regex(/^[A-Z0-9]{1,3}$/),
      agency: z.enum(['6', '22']).optional(),
      /** `V`: as the standard has it; `E`: the nearest that it has. */
      mark: z.enum(['V', 'E']),
    }),
  ),
});
type Row = z.infer<typeof fileShape>['rows'][number];

let loaded: readonly Row[] | null = null;

/** What a message says for an event; null: it has no word for it, and the event is not told in it. */
export function edifactCodeFor(message: EdifactMessageType, event: TrackingEvent): EdifactCode | null {
  loaded ??= load();
  const row = loaded.find(
    (one) =>
      one.message === message &&
      one.code === event.code &&
      one.classifier === event.classifier &&
      (one.mode === undefined || one.mode === event.transport?.mode) &&
      (one.loadState === undefined || one.loadState === event.loadState),
  );
  return row ? { code: row.as, agency: row.agency ?? null } : null;
}

function load(): readonly Row[] {
  const file = new URL('../../data/edifact-told-as.json', import.meta.url);
  return fileShape.parse(JSON.parse(readFileSync(file, 'utf8'))).rows;
}
