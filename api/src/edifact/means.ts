import type { TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import { segment, type Element, type Segment } from './segment.ts';
import { codeFor, textFor, type Writing } from './told.ts';

/** UN/ECE Recommendation 19. */
const MODES: Readonly<Record<TransportMode, string>> = {
  VESSEL: '1',
  RAIL: '2',
  TRUCK: '3',
  AIR: '4',
  BARGE: '8',
};
/** 8213 is an..9 in both directories. */
const LONGEST_IDENTITY = 9;

/**
 *   TDT + 8051 + 8028 voyage, train, flight + 8067 mode + + + + + 8213:1131:3055:8212 identity and name
 *
 * 146:11 is an IMO number, 103 a call sign.
 */
export function means(stage: string, on: TransportRef, { fit }: Pick<Writing, 'fit'>): Segment {
  const reference = codeFor(on.voyage ?? on.train ?? on.flight, 17, fit);
  return segment('TDT', stage, reference, MODES[on.mode], null, null, null, null, identity(on, fit));
}

function identity(on: TransportRef, fit: Writing['fit']): Element {
  const name = textFor(on.vesselName, 35, fit);
  if (on.vesselImo !== null) return [on.vesselImo, '146', '11', name];
  const callSign = codeFor(on.callSign, LONGEST_IDENTITY, fit);
  if (callSign !== null) return [callSign, '103', null, name];
  // A longer one has to stand as a name.
  const number = on.wagon ?? on.plate;
  const code = codeFor(number, LONGEST_IDENTITY, fit);
  return code === null ? [null, null, null, name ?? textFor(number, 35, fit)] : [code];
}
