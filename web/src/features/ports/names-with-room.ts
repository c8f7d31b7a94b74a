import { type Box, overlap, widthOf } from '../../map/layers/stops/place-labels.ts';

/** Something with a name, and where it is on the map, pixels from its top left. */
export interface Named {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** From the thing to its name, and half of its height. */
const [GAP, HALF] = [10, 11];

/** As many names as have room beside one another and beside what is there, the first first; each stands to the right of its thing. */
export function namesWithRoom<T extends Named>(
  named: readonly T[],
  obstacles: readonly Box[],
  most: number,
): T[] {
  const taken = [...obstacles];
  const shown: T[] = [];
  for (const one of named) {
    if (shown.length >= most) break;
    const left = one.x + GAP;
    const box: Box = { left, top: one.y - HALF, right: left + widthOf(one.name), bottom: one.y + HALF };
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    shown.push(one);
  }
  return shown;
}
