import { scanWhole } from './byte-scanner.ts';
import { LineScanner, type TextLine } from './lines.ts';

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

export type SsimLine = TextLine;

export interface SsimFile {
  readonly records: readonly SsimRecord[];
  /** Lines that are no records. */
  readonly unreadable: readonly SsimLine[];
}

const WIDTH = 200;

/** Reads a data set that is there as a whole: each line is a record, so that they come as lines do. */
export function readSsimRecords(bytes: Uint8Array): SsimFile {
  const records: SsimRecord[] = [];
  const unreadable: SsimLine[] = [];
  for (const line of scanWhole(new LineScanner(WIDTH), bytes)) {
    if (line.text.trim() === '' || /^0+\s*$/.test(line.text)) continue;
    const kind = line.text[0];
    if (isKind(kind) && line.end - line.start <= WIDTH) {
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
