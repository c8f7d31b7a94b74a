import { openRawMessages, registerSource, type OpeningRow } from 'graph-schema/cypher/write/open-raw-message';
import type { SourceProfile } from 'graph-schema/domain/source';
import { createBatches } from './batches.ts';
import { isTransient, type Graph, type Tx } from './graph.ts';

/** What stands of a raw message. */
export type RawState = NonNullable<(typeof openRawMessages)['row']>;

export interface Opening {
  readonly row: OpeningRow;
  readonly source: SourceProfile;
}

/** Registers a raw message in the graph and counts its delivery. */
export type OpenMessage = (opening: Opening) => Promise<RawState>;

/** Messages that come while others are opened are opened together. */
export function createOpening(graph: Pick<Graph, 'write'>): OpenMessage {
  const registered = new Map<string, string>();
  const open = async (openings: readonly Opening[]): Promise<RawState[]> => {
    const unknown = openings
      .map(({ source }) => source)
      .filter((source) => registered.get(source.id) !== lookOf(source));
    const states = await graph.write((tx) => openIn(tx, openings, unknown));
    for (const source of unknown) registered.set(source.id, lookOf(source));
    return states;
  };
  const together = createBatches({ atOnce: 1, limit: 64, weightOf: () => 1 }, async (openings: readonly Opening[]) => {
    try {
      return (await open(openings)).map((state) => () => state);
    } catch (error) {
      if (isTransient(error) || openings.length === 1) throw error;
      // One of them is the reason; the others must not suffer for it.
      return Promise.all(openings.map((opening) => settled(open([opening]))));
    }
  }); // prettier-ignore
  return async (opening) => (await together(opening))();
}

/** A result to be taken later: what failed fails there. */
async function settled(opened: Promise<RawState[]>): Promise<() => RawState> {
  try {
    const [state] = await opened;
    if (!state) throw new Error('a raw message was not registered');
    return () => state;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The same in a transaction of the caller; `sources` are those to be written down. */
export async function openIn(
  tx: Tx,
  openings: readonly Opening[],
  sources: readonly SourceProfile[],
): Promise<RawState[]> {
  for (const { id, name, nameZh, kind } of bySource(sources))
    await tx.run(registerSource, { id, name, nameZh, kind });
  // In one order by everybody, so that two who open the same messages wait for each other instead of locking up.
  const rows = openings.map(({ row }) => row).sort(([a], [b]) => (a < b ? -1 : 1));
  const states = new Map((await tx.run(openRawMessages, { rows })).map((state) => [state.id, state]));
  return openings.map(({ row: [id] }) => {
    const state = states.get(id);
    if (!state) throw new Error(`raw message ${id} was not registered`);
    return state;
  });
}

function bySource(sources: readonly SourceProfile[]): SourceProfile[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
} // prettier-ignore

function lookOf({ name, nameZh, kind }: SourceProfile): string {
  return JSON.stringify([name, nameZh, kind]);
}
