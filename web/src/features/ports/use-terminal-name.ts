'use client';

import { useNames } from '../journey/use-names.ts';
import type { Port } from './ports.graphql.ts';

/** Terminals in the language of the page, by the name that places carry; one that the tables do not know stays as it is. */
export function useTerminalName({ terminals }: Pick<Port, 'terminals'>): (facility: string | null) => string | null {
  const { place } = useNames();
  return (facility) => {
    const known = terminals.find(({ name }) => name === facility);
    return known ? place(known) : facility;
  };
} // prettier-ignore
