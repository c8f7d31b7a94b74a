import type { Asker } from 'graph-schema/domain/access/asker';
import { pause } from '../pause.ts';
import type { Box, Fleet, MapPosition } from './fleet.ts';
import { BROADCAST_KINDS, isOfKind } from './seen-kinds.ts';

/** Something that is shown, from afar for its neighbours as well. */
export interface ShownPosition extends MapPosition {
  /** How many it stands for, itself included. */
  readonly crowd: number;
}

/** What moved in a view, and what is not in it any more, since the answer before. */
export interface PositionsNews {
  readonly moved: readonly ShownPosition[];
  readonly left: readonly string[];
  /** How many more are there than are shown. */
  readonly hidden: number;
}

/** Shown in one view at most. */
const SHOWN_MAX = 2000;
/** From this zoom on every one is shown, as far as there is room. */
const ALL_ZOOM = 9;
/** A screen is so many of these squares wide: of those in one square one is shown. */
const SQUARES = 32;
/** Between two answers pass so many milliseconds at least. */
const ANSWER_MS = 1000;

/**
 * Where things are in a view now, and then what changed of it. What changed is found out when it is asked for: whoever is slow gets
 * fewer and larger answers, and what lies between them is left out.
 */
export async function* followPositions(
  fleet: Fleet,
  { box, zoom, sight }: { readonly box: Box; readonly zoom: number; readonly sight: () => Asker['sight'] },
  left: AbortSignal,
): AsyncGenerator<PositionsNews, undefined> {
  const release = await fleet.use();
  try {
    let shown = new Map<string, string>();
    const said = ({ at, crowd }: ShownPosition) => `${at} ${crowd}`;
    for (let isFirst = true; !left.aborted; isFirst = false) {
      const { view, hidden } = viewOf(fleet, box, zoom, sight());
      const moved = [...view.values()].filter((one) => shown.get(one.key) !== said(one));
      const gone = [...shown.keys()].filter((key) => !view.has(key));
      shown = new Map([...view].map(([key, one]) => [key, said(one)]));
      const next = fleet.changed(left);
      if (isFirst || moved.length + gone.length > 0) yield { moved, left: gone, hidden };
      await Promise.all([next, pause(ANSWER_MS, left)]);
    }
    return undefined;
  } finally {
    release();
  }
}

function viewOf(fleet: Fleet, box: Box, zoom: number, sight: Asker['sight']): { view: ReadonlyMap<string, ShownPosition>; hidden: number } {
  const size = 360 / 2 ** zoom / SQUARES;
  const bySquare = new Map<string, { one: MapPosition; crowd: number }>();
  let count = 0;
  for (const one of fleet.within(box)) {
    if (sight !== 'ALL' && !isOfKind(one.key, BROADCAST_KINDS)) continue;
    count += 1;
    const name = zoom >= ALL_ZOOM ? one.key : `${Math.floor(one.latitude / size)} ${Math.floor(one.longitude / size)}`;
    const square = bySquare.get(name);
    if (!square) bySquare.set(name, { one, crowd: 1 });
    else {
      square.crowd += 1;
      // The same one each time, or a crowd would flicker.
      if (one.key < square.one.key) square.one = one;
    }
  }
  const view = [...bySquare.values()].slice(0, SHOWN_MAX).map(({ one, crowd }): ShownPosition => ({ ...one, crowd }));
  return { view: new Map(view.map((one) => [one.key, one])), hidden: count - view.length };
} // prettier-ignore
