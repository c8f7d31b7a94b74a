import { markOf, numberOrNull, readTable } from './table-file.ts';
import type { Mark } from './table-file.ts';

/** An ordered chain of stations that freight trains pass, for the path on the map; trains run it both ways. */
export interface RailRoute {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly stations: readonly string[];
  /** By how much a kilometre counts when a way is chosen: over 1 for lines taken less often, and for ferries. */
  readonly costFactor: number;
  readonly source: string;
  readonly mark: Mark;
}

export function readRailRoutes(directory: string): RailRoute[] {
  const columns = ['id', 'name', 'nameZh', 'stations', 'costFactor', 'source', 'mark'];
  return readTable(directory, 'rail-routes', columns).map(
    ([id = '', name = '', nameZh = '', stations = '', costFactor, source = '', mark]) => ({
      id,
      name,
      nameZh,
      stations: stations.split(' '),
      costFactor: numberOrNull(costFactor) ?? 1,
      source,
      mark: markOf(mark),
    }),
  );
}
