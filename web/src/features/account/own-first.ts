import type { Organisation } from './account.graphql.ts';

/** Organisations with the own one first, which is what most is done for. */
export function ownFirst(all: readonly Organisation[], own: string | null): Organisation[] {
  return all.toSorted((a, b) => Number(b.id === own) - Number(a.id === own));
}
