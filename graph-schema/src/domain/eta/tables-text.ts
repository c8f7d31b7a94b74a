import type { Learned, Sample } from './learn-samples.ts';
import { NOTHING_LEARNED, type EtaTables } from './learn.ts';

type Rows = [key: string, samples: [leg: string, closedAt: number, value: number][]][];

/** What is learned as it is stored: JSON, keys in order, so that the same tables make the same text. */
export function tablesText({ dwells, paces, errors }: EtaTables): string {
  return JSON.stringify({ dwells: rowsOf(dwells), paces: rowsOf(paces), errors: rowsOf(errors) });
}

/** The tables of a text; nothing learned where it is not such a text. */
export function tablesIn(text: string): EtaTables {
  try {
    const { dwells, paces, errors } = JSON.parse(text) as Record<keyof EtaTables, Rows>;
    return { dwells: learnedIn(dwells), paces: learnedIn(paces), errors: learnedIn(errors) };
  } catch {
    return NOTHING_LEARNED;
  }
}

function rowsOf(table: Learned): Rows {
  return [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, samples]) => [key, samples.map(({ leg, closedAt, value }) => [leg, closedAt, value])]);
}

function learnedIn(rows: Rows): Learned {
  return new Map(
    rows.map(([key, samples]) => [
      key,
      samples.map(([leg, closedAt, value]): Sample => ({ leg, closedAt, value })),
    ]),
  );
}
