import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EVENT_CODES, type EventCode } from '../domain/event-code.ts';

const fileShape = z.object({
  title: z.string(),
  titleZh: z.string(),
  version: z.string(),
  rows: z.array(
    z.strictObject({
      code: z.enum(EVENT_CODES as [EventCode, ...EventCode[]]),
      as: z.string().regex(/^[a-z_]+$/),
      /** `V`: as the standard has it; `E`: the nearest that it has. */
      mark: z.enum(['V', 'E']),
    }),
  ),
});

let loaded: ReadonlyMap<EventCode, string> | null = null;

/** The business step of CBV 2.0 that a code is told as; null: CBV has no word for it. */
export function epcisStepFor(code: EventCode): string | null {
  loaded ??= load();
  return loaded.get(code) ?? null;
}

function load(): ReadonlyMap<EventCode, string> {
  const file = new URL('../../data/epcis-2-told-as.json', import.meta.url);
  const { rows } = fileShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(rows.map(({ code, as }) => [code, as]));
}
