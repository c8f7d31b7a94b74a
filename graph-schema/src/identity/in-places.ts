/** How a value is kept: what JSON says of it, how it is read again, and what stands where nothing was said. */
export interface Kept {
  readonly write: (value: never) => unknown;
  readonly read: (said: never) => unknown;
  readonly unsaid: unknown;
}

/** As it is: texts, and objects that are kept with their names. */
export const asIs: Kept = { write: (value) => value, read: (said) => said, unsaid: null };

export function listOf({ write, read }: Kept): Kept {
  return {
    write: (values: never[]) => values.map(write),
    read: (said: never[]) => said.map(read),
    unsaid: Object.freeze([]),
  };
}

/**
 * A part of which the fields stand by place: 0 where nothing was said, and nothing behind the last that was said. Every
 * field has its place, the compiler says which one is missing; texts are kept, so new fields go to the end.
 */
export function inPlaces<T>(fields: Record<keyof T, Kept>): Kept {
  const places = Object.entries<Kept>(fields);
  return {
    write(part: Record<string, unknown>) {
      const values: unknown[] = [];
      let unsaid = 0;
      for (const [name, { write }] of places) {
        const value = part[name];
        if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
          unsaid += 1;
        else {
          for (; unsaid > 0; unsaid -= 1) values.push(0);
          values.push(write(value as never));
        }
      }
      return values;
    },
    read(values: readonly unknown[]) {
      const part: Record<string, unknown> = {};
      for (const [place, [name, { read, unsaid }]] of places.entries()) {
        const said = values[place];
        part[name] = said === 0 || said === undefined ? unsaid : read(said as never);
      }
      return part;
    },
    unsaid: null,
  };
}
