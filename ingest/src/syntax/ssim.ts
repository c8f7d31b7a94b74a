/**
 * Records of an airline schedule data set, IATA SSIM chapter 7: lines of 200 columns, of which the first tells the kind.
 *
 *     1AIRLINE STANDARD SCHEDULE DATA SET …          header
 *     2LCA …                                         carrier: time mode, airline, season, period, creation
 *     3 CA  981 01 01 F 01NOV26 27MAR27 1234567 …    leg
 *     4 …                                            more about a segment
 *     5 CA …                                         trailer: serial of the record before it, E end or C continued
 *     000…                                           padding
 *
 * Columns are counted from 1, as the manual does. Trailing blanks may be missing.
 */
export interface SsimRecord {
  readonly kind: '1' | '2' | '3' | '4' | '5';
  readonly line: SsimLine;
  /** Columns `from` to `to`, both counted from 1 and included, without blanks at the ends. */
  readonly columns: (from: number, to: number) => string;
}

export interface SsimLine {
  readonly text: string;
  readonly number: number;
  /** Bytes of the line, without its end. */
  readonly start: number;
  readonly end: number;
}

export interface SsimFile {
  readonly records: readonly SsimRecord[];
  /** Lines that are no records. */
  readonly unreadable: readonly SsimLine[];
}

const WIDTH = 200;

/** Bytes as Latin-1, so that an index is an offset. */
export function readSsimRecords(latin1: string): SsimFile {
  const records: SsimRecord[] = [];
  const unreadable: SsimLine[] = [];
  let number = 0;
  for (let start = 0; start < latin1.length;) {
    const found = latin1.indexOf('\n', start);
    const stop = found < 0 ? latin1.length : found;
    const end = latin1[stop - 1] === '\r' ? stop - 1 : stop;
    number += 1;
    const line = { text: latin1.slice(start, Math.min(end, start + WIDTH)), number, start, end };
    start = stop + 1;
    if (line.text.trim() === '' || /^0+\s*$/.test(line.text)) continue;
    const kind = line.text[0];
    if (isKind(kind) && end - line.start <= WIDTH) {
      records.push({ kind, line, columns: (from, to) => line.text.slice(from - 1, to).trim() });
    } else {
      unreadable.push(line);
    }
  }
  return { records, unreadable };
}

function isKind(text: string | undefined): text is SsimRecord['kind'] {
  return text === '1' || text === '2' || text === '3' || text === '4' || text === '5';
}
