import { parseContainerNumber } from '../../graph-schema/src/codes/iso6346.ts';
import type { Interpretation } from '../../graph-schema/src/domain/message.ts';

const SHAPE = /(?<![A-Z0-9])[A-Z]{3}[UJZ][ -]?\d{6}[ -]?\d(?![A-Z0-9])/g;

/**
 * The container numbers of a file, each once, as they are written there: valid or not, and without the check digit where
 * none is written. Numbers that no claim names (a cancellation lists them, a reference repeats them, the trailer of their
 * message is missing) are found by their shape, and where all else was taken, by their check digit as well: bills look alike.
 */
export function equipmentOf({ messages, counts, issues }: Interpretation, text: string): string[] {
  const found = new Set<string>();
  for (const { attested } of messages)
    for (const { event } of attested)
      for (const unit of event.equipment ? [event.equipment, ...event.contents] : event.contents)
        if (unit.kind === 'CONTAINER') found.add(asWritten(unit.reference, text));
  const isWhole = counts.withIssuesOnly === 0 && issues.every(({ code }) => code !== 'TRUNCATED');
  for (const [written] of text.matchAll(SHAPE)) {
    const number = written.replace(/[ -]/g, '');
    if (!isWhole || parseContainerNumber(number).ok) found.add(number);
  }
  return [...found];
}

/** Readers complete a number of ten characters; the file itself tells whether it has the eleventh. */
function asWritten(reference: string, text: string): string {
  const parts = /^([A-Z]{4})(\d{6})(\d)$/.exec(reference);
  if (!parts) return reference;
  const [, owner, serial, digit] = parts;
  const isWhole = new RegExp(`${owner}\\W{0,3}${serial}\\W?${digit}(?!\\d)`).test(text);
  // X12 writes owner, serial and check digit as elements of their own, the last far behind.
  const isApart = new RegExp(`${owner}\\*${serial}(?:\\*[^*~\\n]*)*?\\*${digit}(?=[*~\\r\\n])`).test(text);
  const isShort = new RegExp(`${owner}\\W{0,3}${serial}(?!\\d)`).test(text);
  return isWhole || isApart || !isShort ? reference : reference.slice(0, 10);
}
