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

/**
 * Whose word counts first for a kind of fact: what the operator says of the source, else who does it knows it best. Lower
 * is better; the ranks of a profile lie among those of the kinds, of which the first is 0.
 */
export function rankOfVoice(code: EventCode, { kind, trust }: Pick<SourceProfile, 'kind' | 'trust'>): number {
  return trustIn(code, trust) ?? rankOfKind(code, kind);
}

/** The code itself before its family, and that before its dimension. */
function trustIn(code: EventCode, trust: SourceProfile['trust']): number | null {
  const families = Object.keys(trust)
    .filter((name) => name.endsWith('*') && code.startsWith(name.slice(0, -1)))
    .sort((a, b) => b.length - a.length);
  const named = [code, ...families, dimensionOf(code)].find((name) => Object.hasOwn(trust, name));
  return named === undefined ? null : (trust[named] ?? null);
}

function rankOfKind(code: EventCode, kind: Kind): number {
  const order =
    code.startsWith('BL_') || code.startsWith('BOOK')
      ? CARRIER_FIRST
      : dimensionOf(code) === 'DOCUMENT'
        ? PAPERS
        : MOVES;
  return order.indexOf(kind);
}
