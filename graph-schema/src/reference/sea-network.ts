import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GeoLine } from '../geo/geo-graph.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { buildSeaNetwork, type SeaNetwork } from '../geo/sea-route.ts';

const DATA = new URL('../../data/sea-network.json', import.meta.url);

const fileShape = z.object({
  format: z.literal(1),
  lines: z.array(z.tuple([z.string().nullable()], z.number())),
});

let loaded: SeaNetwork | null = null;

/** The sea network of `data/sea-network.json`, read at the first call and kept. */
export function getSeaNetwork(): SeaNetwork {
  loaded ??= buildSeaNetwork(readSeaLines());
  return loaded;
}

/** The lines of the data file. */
export function readSeaLines(): GeoLine[] {
  const { lines } = fileShape.parse(JSON.parse(readFileSync(DATA, 'utf8')));
  return lines.map(([passage, ...numbers]) => {
    const coordinates: LonLat[] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      coordinates.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
    }
    return { passage, coordinates };
  });
}
