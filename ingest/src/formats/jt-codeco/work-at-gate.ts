import { claim } from 'graph-schema/domain/claim';
import type { LoadState, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { JtBoxGroup } from '../../claims/jt-files/box-groups.ts';
import type { JtContext } from '../../claims/jt-files/interpret-jt.ts';
import { findWritten, meaningOf } from '../../claims/cn-ports/meaning.ts';

const PURPOSES = loadCodeList('jt/purpose');

type Work = 'STUFFED' | 'STRIPPED';
/** Load state of a box with which that work is done, or not yet. */
const DONE: Readonly<Record<Work, 'LOADED' | 'EMPTY'>> = { STUFFED: 'LOADED', STRIPPED: 'EMPTY' };

/**
 * What purposes V 装箱 and D 拆箱 say beside the move. A box that is full has been stuffed by the time at the gate, one that
 * comes back empty has been stripped; otherwise that is what it comes in or goes out for. It was done where the box comes
 * from and will be where it goes: at this gate's place for one of the two, elsewhere for the other.
 */
export function readWorkAtGate(move: TrackingEvent, group: JtBoxGroup, context: JtContext): TrackingEvent[] {
  const written = context.layout.read(group.box, 'purpose');
  const meaning = meaningOf(PURPOSES, written, { at: group.at, span: group.box }, context);
  if (written === null || (meaning !== 'STUFFED' && meaning !== 'STRIPPED')) return [];
  const isDone = stateOf(move.loadState) === DONE[meaning];
  // An empty box that leaves begins its next use, which this work is no part of.
  if (isDone && meaning === 'STRIPPED' && move.code === 'GATED_OUT') return [];
  const isHere = isDone === (move.code === 'GATED_OUT');
  const { time, equipment, documents, loadState } = move;
  const row = findWritten(PURPOSES, written);
  return [
    claim({
      code: meaning,
      classifier: isDone ? 'ACTUAL' : 'REQUESTED',
      time,
      place: isHere ? move.place : null,
      equipment,
      loadState: isDone ? loadState : null,
      documents,
      reason: { scheme: 'JT 进出场目的', code: row?.code ?? written, text: row?.meaningZh ?? null },
      rawCode: written,
    }),
  ];
}

function stateOf(loadState: LoadState | null): 'LOADED' | 'EMPTY' | null {
  return loadState === null || loadState === 'EMPTY' ? loadState : 'LOADED';
}
