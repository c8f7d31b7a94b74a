import { dimensionOf, type EventCode } from '../event-code.ts';
import type { SourceProfile } from '../source.ts';

type Kind = SourceProfile['kind'];

const MOVES: readonly Kind[] = [
  'TERMINAL',
  'RAIL',
  'AIRLINE',
  'CARRIER',
  'CUSTOMS',
  'FORWARDER',
  'OPERATOR',
  'AIS',
  'INTERNAL',
];
const PAPERS: readonly Kind[] = [
  'CUSTOMS',
  'CARRIER',
  'AIRLINE',
  'RAIL',
  'TERMINAL',
  'FORWARDER',
  'OPERATOR',
  'AIS',
  'INTERNAL',
];
const CARRIER_FIRST: readonly Kind[] = [
  'CARRIER',
  'AIRLINE',
  'RAIL',
  'TERMINAL',
  'CUSTOMS',
  'FORWARDER',
  'OPERATOR',
  'AIS',
  'INTERNAL',
];

/** Whose word counts first for a kind of fact: who does it knows it best. Lower is better. */
export function rankOfVoice(code: EventCode, kind: Kind): number {
  const order =
    code.startsWith('BL_') || code.startsWith('BOOK')
      ? CARRIER_FIRST
      : dimensionOf(code) === 'DOCUMENT'
        ? PAPERS
        : MOVES;
  return order.indexOf(kind);
}
