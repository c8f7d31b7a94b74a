/** A component data element; null: it is not said. */
export type Component = string | null;
/** A simple element, or the components of a composite one. */
export type Element = Component | readonly Component[];

export interface Segment {
  readonly tag: string;
  readonly elements: readonly Element[];
}

export function segment(tag: string, ...elements: readonly Element[]): Segment {
  return { tag, elements };
}

/**
 * ISO 9735-1: `TAG+element+component:component'`. What is not said at the end is left out with its separators; service characters
 * in a text are released by `?`; from version 4 on `*` is one of them.
 */
export function writeSegment({ tag, elements }: Segment, version: 2 | 3 | 4): string {
  const service = version >= 4 ? /[+:'?*]/g : /[+:'?]/g;
  const written = elements.map((element) => {
    const components = typeof element === 'string' || element === null ? [element] : element;
    return trimmed(components.map((text) => (text ?? '').replace(service, '?$&'))).join(':');
  });
  return `${[tag, ...trimmed(written)].join('+')}'`;
}

function trimmed(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
}
