import { createHash } from 'node:crypto';
import { listRuleSections } from 'graph-schema/cypher/derive/rule-sections';
import { getRuleSections, rulesKeyOf } from 'graph-schema/reference/own-rules';
import type { Graph } from '../graph-writer/graph.ts';

/** Keys of the limits that organisations have of their own, as the graph says which organisations there are. */
export interface OwnKeys {
  current(): readonly string[];
  /** Names them beside the code and the rules that derive; empty: there are none. */
  mark(): string;
  /** Looks which there are; answers whether that is otherwise than before. Without such limits the graph is not asked. */
  look(): Promise<boolean>;
}

const MARK_LENGTH = 8;

export function followOwnKeys(graph: Pick<Graph, 'read'>): OwnKeys {
  let keys: readonly string[] = [];
  const textOf = () => JSON.stringify(keys);
  return {
    current: () => keys,
    mark: () => (keys.length === 0 ? '' : ` ${createHash('sha256').update(textOf()).digest('hex').slice(0, MARK_LENGTH)}`),
    async look() {
      const names = [...getRuleSections()];
      if (names.length === 0) return false;
      const before = textOf();
      const rows = await graph.read((tx) => tx.run(listRuleSections, { names }));
      keys = rows.flatMap(({ sections }) => rulesKeyOf(sections) ?? []);
      return textOf() !== before;
    },
  };
} // prettier-ignore
