import { parseContainerNumber } from '../../graph-schema/src/codes/iso6346.ts';
import type { Interpretation } from '../../graph-schema/src/domain/message.ts';
import { writtenNumbers } from './written-numbers.ts';

const SHAPE = /(?<![A-Z0-9])[A-Z]{3}[UJZ][ -]?\d{6}[ -]?\d(?![A-Z0-9])/g;

/**
 * The container numbers of a file, each once, as they are written there: valid or not, and without the check digit where
 * none is written. Numbers that no claim names (a cancellation lists them, a reference repeats them, the trailer of their
 * message is missing) are found by their shape, and where all else was taken, by their check digit as well: bills look alike.
 */
export function equipmentOf({ messages, counts, issues }: Interpretation, text: string): string[] {
  const written = writtenNumbers(text);
  const claimed = new Set<string>();
  // Trailers, chassis and cars have owners and numbers too.
  const others = new Set<string>();
  for (const { attested } of messages)
    for (const { event } of attested) {
      if (event.transport?.wagon) others.add(event.transport.wagon);
      for (const unit of event.equipment ? [event.equipment, ...event.contents] : event.contents)
        if (unit.kind === 'CONTAINER') claimed.add(unit.reference);
        else others.add(unit.reference.replace(/\W/g, ''));
    }
  const found = new Set([...claimed].map((reference) => written.formOf(reference)));
  const isWhole = counts.withIssuesOnly === 0 && issues.every(({ code }) => code !== 'TRUNCATED');
  for (const [shape] of text.matchAll(SHAPE)) {
    const number = shape.replace(/[ -]/g, '');
    if (!isWhole || parseContainerNumber(number).ok) found.add(number);
  }
  // EDIFACT says which numbers are of containers, whatever they look like.
  for (const [, , said = ''] of text.matchAll(EQD_CN)) {
    const number = said.replace(/[ -]/g, '');
    if (/\d/.test(number) && !found.has(number.slice(0, 10))) found.add(number);
  }
  // X12 parts owner and serial; here in segments that no claim was made of.
  const known = new Set(
    [...found, ...others].flatMap((number) => [number.slice(0, 10), number.slice(0, 11)]),
  );
  for (const number of written.parted) if (!known.has(number)) found.add(number);
  return [...found];
}

/** `EQD+CN+CBHU1234561:6346:5`, whichever the separators; without those of a line, as gateways carry it inside JSON. */
const EQD_CN = /(?<![A-Za-z0-9])EQD([^\w\s])CN\1([^+:'"~^|#\r\n\\]{1,35})/g;
