import type { Box } from '../stops/place-labels.ts';

/** How the label of the live position hangs on its disc so that it stays on the map. */
export interface LabelBox {
  readonly sideways: 'start' | 'middle' | 'end';
  readonly above: boolean;
  /** Disc and label together: where no other label can lie. */
  readonly boxes: readonly Box[];
}

const width = 190;
const height = 44;
const disc = 16;

/** `point` and `size` in pixels of the map. */
export function labelBox(
  { x, y }: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
): LabelBox {
  const sideways = x < width / 2 + 8 ? 'start' : x > size.width - width / 2 - 8 ? 'end' : 'middle';
  const above = y > size.height - height - 30;
  const left = sideways === 'start' ? x - disc : sideways === 'end' ? x + disc - width : x - width / 2;
  const top = above ? y - disc - 6 - height : y + disc + 6;
  return {
    sideways,
    above,
    boxes: [
      { left: x - disc, top: y - disc, right: x + disc, bottom: y + disc },
      { left, top, right: left + width, bottom: top + height },
    ],
  };
}
