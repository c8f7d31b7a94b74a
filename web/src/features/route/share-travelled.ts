import type { PathSegment } from '../journey/shipment.graphql.ts';

/** How much of the way is behind the cargo, 0 to 1, by the length of what is drawn; null where nothing is. */
export function shareTravelled(paths: readonly Pick<PathSegment, 'state' | 'coordinates'>[]): number | null {
  let travelled = 0;
  let all = 0;
  for (const { state, coordinates } of paths) {
    const length = coordinates.reduce((sum, part) => sum + lengthOf(part), 0);
    all += length;
    if (state === 'TRAVELLED') travelled += length;
  }
  return all > 0 ? travelled / all : null;
}

/** Of a line on the globe, in its radii. */
function lengthOf(line: readonly (readonly number[])[]): number {
  return line.reduce((sum, point, index) => {
    const before = line[index - 1];
    return before ? sum + between(before, point) : sum;
  }, 0);
}

function between([fromX = 0, fromY = 0]: readonly number[], [toX = 0, toY = 0]: readonly number[]): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const shrink = Math.cos((fromY * Math.PI) / 180) * Math.cos((toY * Math.PI) / 180);
  return 2 * Math.asin(Math.min(1, Math.sqrt(half(toY - fromY) + shrink * half(toX - fromX))));
}
