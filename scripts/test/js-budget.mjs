import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../launch/paths.mjs';

/** Of what a page loads before it is alive, compressed; the map engine comes later, where a map is. */
const MOST_BYTES = 250_000;
const WEB = join(root, 'web');
/** The build's own list of what each route loads first. */
const STATS = join(WEB, '.next/diagnostics/route-bundle-stats.json');

/** No page of the build loads more JavaScript at first than it may. */
export function checkScriptSizes() {
  const sizes = new Map();
  const sizeOf = (file) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(WEB, file))).length;
    sizes.set(file, size);
    return size;
  };
  return judgeScriptSizes(JSON.parse(readFileSync(STATS, 'utf8')), sizeOf);
}

/** `routes` as Next writes them; `sizeOf` a file, in bytes as they are sent. */
export function judgeScriptSizes(routes, sizeOf) {
  const loads = routes.map(({ route, firstLoadChunkPaths }) => ({
    route,
    bytes: firstLoadChunkPaths.map(sizeOf).reduce((sum, bytes) => sum + bytes, 0),
  }));
  if (loads.length === 0) return { problems: ['the build lists no page'] };
  const [most] = loads.toSorted((left, right) => right.bytes - left.bytes);
  const problems = loads
    .filter(({ bytes }) => bytes > MOST_BYTES)
    .map(
      ({ route, bytes }) => `${route} loads ${kilobytes(bytes)} at first, at most ${kilobytes(MOST_BYTES)}`,
    );
  return { problems, note: `most is ${kilobytes(most.bytes)}, of ${most.route}` };
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
