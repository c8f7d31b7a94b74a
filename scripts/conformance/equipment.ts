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
  // Trailers, chassis and cars have owners and numbers too.
  const others = new Set<string>();
  for (const { attested } of messages)
    for (const { event } of attested) {
      if (event.transport?.wagon) others.add(event.transport.wagon);
      for (const unit of event.equipment ? [event.equipment, ...event.contents] : event.contents)
        if (unit.kind === 'CONTAINER') found.add(asWritten(unit.reference, text));
        else others.add(unit.reference.replace(/\W/g, ''));
    }
  const isWhole = counts.withIssuesOnly === 0 && issues.every(({ code }) => code !== 'TRUNCATED');
  for (const [written] of text.matchAll(SHAPE)) {
    const number = written.replace(/[ -]/g, '');
    if (!isWhole || parseContainerNumber(number).ok) found.add(number);
  }
  // X12 parts owner and serial; here in segments that no claim was made of.
  const mark = X12_MARK.exec(text)?.[1];
  if (mark !== undefined)
    for (const [, owner = '', serial = ''] of text.matchAll(partedShape(mark))) {
      const isKnown = [...found, ...others].some((number) => number.startsWith(owner + serial));
      if (!isKnown) found.add(owner + serial);
    }
  return [...found];
}

const X12_MARK = /^(?:\u00ef\u00bb\u00bf)?\s*ISA([^\w\s]|\t)/;

function partedShape(mark: string): RegExp {
  const by = `\\x${mark.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return new RegExp(`(?<=${by})([A-Z]{3}[UJZ])${by}(\\d{6,7})(?![\\w-])`, 'g');
}

/** Letters and digits that cameras take for each other: a reader may have put the right one. */
const CONFUSED = new Map(
  ['0O', '1I', '8B', '5S', '2Z'].flatMap((pair) =>
    [...pair].map((one): [string, string] => [one, `[${pair}]`]),
  ),
);

/** Readers complete a number of ten characters; the file itself tells whether it has the eleventh. */
function asWritten(reference: string, text: string): string {
  const parts = /^([A-Z]{4})(\d{6})(\d)$/.exec(reference);
  if (!parts) return reference;
  const [, owner = '', serial = '', digit = ''] = parts;
  const matches = (pattern: string) => new RegExp(pattern, 'i').test(text);
  if (matches(`${owner}\\W{0,3}${serial}\\W?${digit}(?!\\d)`)) return reference;
  // X12 writes owner, serial and check digit as elements of their own, the last far behind.
  if (matches(`${owner}([^\\w\\s]|\\t)${serial}(?:\\1[^~\\r\\n]*?)?(?:\\1)${digit}(?!\\w)`)) return reference;
  if (matches(`${owner}\\W{0,3}${serial}(?!\\d)`)) return reference.slice(0, 10);
  const seen = [...reference].map((one) => CONFUSED.get(one) ?? one).join('');
  return new RegExp(`(?<![A-Z0-9])${seen}(?![A-Z0-9])`).exec(text)?.[0] ?? reference;
}
