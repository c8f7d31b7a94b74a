import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EVENT_CODES, type EventCode } from '../domain/event-code.ts';

/** Versions of DCSA Track and Trace that the graph is told in. */
export type DcsaVersion = 2 | 3;
/** IOT: only of version 3. */
export type DcsaEventType = 'SHIPMENT' | 'TRANSPORT' | 'EQUIPMENT' | 'IOT';

/** How a code of ours is told: the kind of event, and its code or word; of a paper its type and status (`TRD`, `ISSU`). */
export type ToldAs =
  | { readonly type: 'EQUIPMENT' | 'TRANSPORT' | 'IOT'; readonly code: string }
  | { readonly type: 'SHIPMENT'; readonly code: string; readonly document: string };

const rowShape = z.strictObject({
  code: z.enum(EVENT_CODES as [EventCode, ...EventCode[]]),
  /** `BOX`: told so only of a box. */
  about: z.enum(['BOX', 'ANY']),
  type: z.enum(['SHIPMENT', 'TRANSPORT', 'EQUIPMENT', 'IOT']),
  /** Letters in version 2, words in version 3. */
  as: z.string().regex(/^[A-Z_]{4,}$|^[A-Z_]{3,}\+[A-Z_]{4,}$/),
  /** `V`: as the standard has it; `E`: the nearest that it has. */
  mark: z.enum(['V', 'E']),
});
const fileShape = z.object({
  title: z.string(),
  titleZh: z.string(),
  version: z.string(),
  rows: z.array(rowShape),
});

const loaded = new Map<DcsaVersion, ReadonlyMap<string, ToldAs>>();

/** Null: this version has no word for it, and it is left out. */
export function toldAs(version: DcsaVersion, code: EventCode, isAboutBox: boolean): ToldAs | null {
  const rows = loaded.get(version) ?? load(version);
  return (isAboutBox ? rows.get(`BOX ${code}`) : null) ?? rows.get(`ANY ${code}`) ?? null;
}

function load(version: DcsaVersion): ReadonlyMap<string, ToldAs> {
  const file = new URL(`../../data/dcsa-${version}-told-as.json`, import.meta.url);
  const rows = new Map<string, ToldAs>();
  for (const { code, about, type, as } of fileShape.parse(JSON.parse(readFileSync(file, 'utf8'))).rows) {
    const key = `${about} ${code}`;
    if (rows.has(key)) throw new Error(`dcsa-${version}-told-as: ${key} stands twice`);
    rows.set(key, toldAsOf(type, as));
  }
  loaded.set(version, rows);
  return rows;
}

function toldAsOf(type: DcsaEventType, as: string): ToldAs {
  if (type !== 'SHIPMENT') return { type, code: as };
  const [document = '', code = ''] = as.split('+');
  return { type, document, code };
}
