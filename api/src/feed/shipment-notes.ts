import { feedShipments } from 'graph-schema/cypher/feed/feed-shipments';
import type { Asks } from 'graph-schema/cypher/statement';
import type { ShipmentNames } from 'graph-schema/domain/feed/feed-filter';
import type { SightLog } from 'graph-schema/domain/feed/sight-log';

/** What is known of a shipment beside its entries: by what it is meant, and who could see it when. */
export interface ShipmentNote extends ShipmentNames {
  readonly sight: SightLog;
}

const NOBODY: ShipmentNote = { aliases: [], numbers: [], sight: [] };
const KEPT_MAX = 50_000;
const AT_ONCE = 2000;

/** Notes of shipments that the feed tells of, read again with every batch that names them. */
export class ShipmentNotes {
  readonly #graph: Asks;
  readonly #kept = new Map<string, ShipmentNote>();

  constructor(graph: Asks) {
    this.#graph = graph;
  }

  get(id: string): ShipmentNote | undefined {
    return this.#kept.get(id);
  }

  async read(ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += AT_ONCE) {
      const asked = ids.slice(i, i + AT_ONCE);
      const rows = await this.#graph.run(feedShipments, { ids: asked });
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const id of asked) {
        const row = byId.get(id);
        this.#kept.delete(id);
        this.#kept.set(id, row ? { ...row, sight: row.sight === null ? [] : (JSON.parse(row.sight) as SightLog) } : NOBODY); // prettier-ignore
      }
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_MAX) return;
      this.#kept.delete(id);
    }
  }

  clear(): void {
    this.#kept.clear();
  }
}
