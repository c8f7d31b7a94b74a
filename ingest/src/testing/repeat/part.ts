/** A part of a sample that its grammar lets stand many times. */
export interface Repeatable {
  /** What is repeated, in the words of its grammar. */
  readonly what: string;
  /** Length of one copy, in bytes. */
  readonly length: number;
  /** The sample with so many of it. */
  readonly times: (count: number) => string;
}

/** Numbers behind letters (boxes, bills) differ from copy to copy, so that what is kept by number grows, too. */
export function copies(block: string, count: number, glue: string): string {
  return Array.from({ length: count }, (_, index) =>
    block.replaceAll(/(?<=[A-Z]{4})\d{5,10}/g, ({ length }) =>
      String(index).padStart(length, '0').slice(-length),
    ),
  ).join(glue);
}

/** The part of a text between two offsets, as often as wanted. `mend`: what must be true of the whole, such as its counts. */
export function repeatable(
  what: string,
  text: string,
  start: number,
  end: number,
  mend: (grown: string) => string = (grown) => grown,
): Repeatable {
  const block = text.slice(start, end);
  return {
    what,
    length: block.length,
    times: (count) => mend(text.slice(0, start) + copies(block, count, '') + text.slice(end)),
  };
}
