import { scanWhole } from '../byte-scanner.ts';
import { EdifactScanner } from './scanner.ts';

/**
 * The type of the first message of an interchange (`CODECO`), for detection: null when `head` is no EDIFACT or holds
 * no UNH yet. A head that ends inside UNH still gives the type if it is whole.
 */
export function firstMessageType(head: string): string | null {
  if (!/^UN[ABH]/.test(head)) return null;
  for (const segment of scanWhole(new EdifactScanner(), Buffer.from(head, 'latin1'))) {
    if (segment.tag === 'UNH') return segment.read(1)?.toUpperCase() ?? null;
  }
  return null;
}
