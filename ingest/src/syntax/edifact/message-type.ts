import { EdifactScanner } from './scanner.ts';

/**
 * The type of the first message of an interchange (`CODECO`), for detection: null when `head` is no EDIFACT or holds
 * no UNH yet. A head that ends inside UNH still gives the type if it is whole.
 */
export function firstMessageType(head: string): string | null {
  if (!/^UN[ABH]/.test(head)) return null;
  const scanner = new EdifactScanner(head);
  for (let segment = scanner.next(); segment; segment = scanner.next()) {
    if (segment.tag === 'UNH') return segment.read(1)?.toUpperCase() ?? null;
  }
  return null;
}
