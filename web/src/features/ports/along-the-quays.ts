import type { PortRun } from './ports.graphql.ts';

const inNumbers = new Intl.Collator('en', { numeric: true }).compare;

/** What lies at a berth, as one would find it walking along: by terminal, then by berth; what is not known where comes last. */
export function alongTheQuays<R extends Pick<PortRun, 'state' | 'place'>>(runs: readonly R[]): R[] {
  return runs
    .filter(({ state }) => state === 'AT_BERTH')
    .sort(
      ({ place: a }, { place: b }) => knownFirst(a?.facility, b?.facility) || knownFirst(a?.berth, b?.berth),
    );
}

function knownFirst(a: string | null = null, b: string | null = null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return inNumbers(a, b);
}
