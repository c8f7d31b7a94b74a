import { listSummaryAges, type SummaryAge } from 'graph-schema/cypher/derive/summaries';
import type { Graph } from '../graph-writer/graph.ts';

const PAGE = 1000;

/** Walks once over all summaries that stand, a page at a time, for those that other code or other rules derived. */
export interface OutdatedWalk {
  /** The next ones of these lanes; none and `isDone`: all were looked at. */
  next(lanes: ReadonlySet<number>): Promise<readonly SummaryAge[]>;
  readonly isDone: boolean;
  /** Lanes were taken over: theirs are looked at, too. */
  again(): void;
}

export function createOutdatedWalk(graph: Pick<Graph, 'read'>, by: () => string): OutdatedWalk {
  let after: string | null = '';
  return {
    get isDone() {
      return after === null;
    },
    again: () => {
      after = '';
    },
    async next(lanes) {
      if (after === null) return [];
      const from: string = after;
      const page = await graph.read((tx) => tx.run(listSummaryAges, { after: from, limit: PAGE }));
      after = page.length < PAGE ? null : (page.at(-1)?.id ?? null);
      return page.filter(({ lane, derivedBy }) => lanes.has(lane) && derivedBy !== by());
    },
  };
}
