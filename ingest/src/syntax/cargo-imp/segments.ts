import type { CargoImpLine } from '../cargo-imp.ts';

/**
 * Lines of a document message (FWB, FHL) as segments: a line identifier of three letters, and rows of fields.
 *
 *     SHP/1234                 row 0 of SHP: what stands behind the identifier, one empty field when nothing does
 *     /EXAMPLE COMPANY LTD     row 1: a line that begins with a slant goes on with the segment before it
 */
export interface SegmentRow {
  readonly fields: readonly string[];
  readonly line: CargoImpLine;
}

export interface Segment {
  readonly code: string;
  readonly rows: readonly SegmentRow[];
}

export interface Segments {
  readonly segments: readonly Segment[];
  /** Lines without an identifier, and continuations of nothing. */
  readonly unreadable: readonly CargoImpLine[];
}

const IDENTIFIED = /^([A-Z]{3})(?:\/(.*))?$/;

export function readSegments(lines: readonly CargoImpLine[]): Segments {
  const segments: { readonly code: string; readonly rows: SegmentRow[] }[] = [];
  const unreadable: CargoImpLine[] = [];
  let open: SegmentRow[] | null = null;
  for (const line of lines) {
    if (line.text.startsWith('/')) {
      if (open) open.push({ fields: fieldsOf(line.text.slice(1)), line });
      else unreadable.push(line);
      continue;
    }
    const [, code, rest = ''] = IDENTIFIED.exec(line.text) ?? [];
    open = code ? [{ fields: fieldsOf(rest), line }] : null;
    if (code && open) segments.push({ code, rows: open });
    else unreadable.push(line);
  }
  return { segments, unreadable };
}

function fieldsOf(text: string): string[] {
  return text.split('/').map((field) => field.trim());
}
