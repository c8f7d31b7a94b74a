import { scanWhole } from '../byte-scanner.ts';
import { X12Scanner } from './scanner.ts';
import { guessSeparators, parseIsa } from './separators.ts';

/** True for what begins as an X12 file does: an ISA with its sixteen elements, or a GS or ST that shows its separators. */
export function isX12(head: string): boolean {
  if (/^isa(?:[^A-Za-z0-9\s]|\t)/i.test(head)) return parseIsa(head, 0) !== null;
  return /^(?:GS([^\w\s])[A-Z]{2}\1|ST([^\w\s])\d{3}\2)/i.test(head) && guessSeparators(head, 0) !== null;
}

/** The type of the first set of a file (`315`, `TA1`), for detection: null when `head` is no X12 or holds none yet. */
export function firstSetType(head: string): string | null {
  if (!isX12(head)) return null;
  for (const segment of scanWhole(new X12Scanner(), Buffer.from(head, 'latin1'))) {
    if (segment.tag === 'TA1') return 'TA1';
    if (segment.tag === 'ST') return segment.code(1);
  }
  return null;
}
