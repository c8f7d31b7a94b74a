import type { Span } from 'graph-schema/domain/tracking-event';
import { trimBlanks } from './scanner.ts';

/** One record of a JT flat file. */
export interface JtRecord extends Span {
  /** `00`, `50`, `99`. */
  readonly number: string;
  /** After the record number; a field that is empty or left out at the end is null. `fields[0]` is position 1. */
  readonly fields: readonly (string | null)[];
}

const COLON = 0x3a;
const RELEASE = 0x3f;

/**
 * Cuts `50:A:B?:C:` into fields. `?` releases only `:`, `'`, `?` and `+`: most senders do not know it and write it as
 * itself, or have it where a conversion lost a Chinese character.
 */
export function parseJtRecord(raw: string, span: Span, decode: (value: string) => string): JtRecord {
  const fields: (string | null)[] = [];
  let from = 0;
  let released = false;
  for (let at = 0; at <= raw.length; at += 1) {
    const char = at < raw.length ? raw.charCodeAt(at) : COLON;
    if (char === RELEASE && at + 1 < raw.length && ":'?+".includes(raw.charAt(at + 1))) {
      released = true;
      at += 1;
    } else if (char === COLON) {
      const part = raw.slice(from, at);
      const value = decode(trimBlanks(released ? part.replace(/\?([:'?+])/g, '$1') : part)).trim();
      fields.push(value === '' ? null : value);
      from = at + 1;
      released = false;
    }
  }
  return { number: fields[0] ?? '', fields: fields.slice(1), start: span.start, end: span.end };
}
