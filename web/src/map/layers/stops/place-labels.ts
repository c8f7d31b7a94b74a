export type Side = 'right' | 'left' | 'top' | 'bottom';

export interface LabelPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Pixels from the top left of the map. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const height = 20;
const gap = 10;
const dot = 8;
const sides: readonly Side[] = ['right', 'left', 'top', 'bottom'];

/**
 * A side for each label so that none lies on another, on a dot, on an obstacle, or outside the map; earlier points choose first. A label
 * that fits nowhere is left out of the answer: its dot stays, and its name is in the list of legs.
 */
export function placeLabels(
  points: readonly LabelPoint[],
  size: { readonly width: number; readonly height: number },
  obstacles: readonly Box[] = [],
): ReadonlyMap<string, Side> {
  const taken = points.map(({ x, y }): Box => ({
    left: x - dot,
    top: y - dot,
    right: x + dot,
    bottom: y + dot,
  }));
  taken.push(...obstacles);
  const placed = new Map<string, Side>();
  points.forEach((point, index) => {
    const others = taken.filter((_, at) => at !== index);
    const side = sides.find((one) => {
      const box = boxOf(point, one);
      return (
        box.left >= 0 &&
        box.top >= 0 &&
        box.right <= size.width &&
        box.bottom <= size.height &&
        !others.some((other) => overlap(box, other))
      );
    });
    if (!side) return;
    placed.set(point.id, side);
    taken.push(boxOf(point, side));
  });
  return placed;
}

function boxOf({ x, y, text }: LabelPoint, side: Side): Box {
  const width = widthOf(text);
  if (side === 'right' || side === 'left') {
    const left = side === 'right' ? x + gap : x - gap - width;
    return { left, top: y - height / 2, right: left + width, bottom: y + height / 2 };
  }
  const top = side === 'bottom' ? y + gap : y - gap - height;
  return { left: x - width / 2, top, right: x + width / 2, bottom: top + height };
}

/** Roughly, at the label's 13 px: Chinese characters are square, Latin ones about half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 13 : 7.4), 8);
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
