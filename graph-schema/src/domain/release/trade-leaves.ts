import type { EventCode } from '../event-code.ts';
import { endOf } from '../event-time.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { LeafInput } from './leaf-input.ts';
import { bare, met, unmet } from './proof-node.ts';
import type { ProofNode } from './readiness.ts';

const ORDERS: readonly EventCode[] = ['DO_ISSUED', 'DO_TRANSFERRED', 'DO_REDEEMED'];

/**
 * 船公司放货: the carrier lets the cargo go, in most places by a delivery order. Where the order is a leaf of its own (the rule
 * then names no codes), what became of it is told there, and here only that the bill was given up 换单、电放.
 */
export function carrierReleaseLeaf(input: LeafInput): ProofNode {
  const isByOrder = input.met !== null;
  return released('CARRIER_RELEASE', input.met ?? ['BL_SURRENDERED', ...ORDERS], isByOrder, input);
}

/** 提货单, of a carrier or forwarder at sea, of the handling agent in the air. */
export function deliveryOrderLeaf(input: LeafInput): ProofNode {
  return released('DELIVERY_ORDER', input.met ?? ORDERS, true, input);
}

function released(
  kind: 'CARRIER_RELEASE' | 'DELIVERY_ORDER',
  codes: readonly EventCode[],
  isByOrder: boolean,
  { steps, isCustomsTold }: LeafInput,
): ProofNode {
  const valid = steps.findLast((m) => codes.includes(m.code) && !isRevoked(m, steps));
  if (valid) return met(kind, [valid]);
  const last = steps.findLast((m) => isByOrder && (m.code === 'DO_REVOKED' || m.code === 'DO_REQUESTED'));
  if (last) return unmet(kind, 'NOT_MET', 'CARRIER', [last]);
  return isCustomsTold ? unmet(kind, 'NOT_MET', 'CARRIER') : bare(kind, 'UNKNOWN');
}

/** Called back afterwards. A revocation under a number of its own calls back whatever was issued before it. */
function isRevoked(order: Milestone, steps: readonly Milestone[]): boolean {
  if (!ORDERS.includes(order.code)) return false;
  const issued = new Set(steps.filter((m) => ORDERS.includes(m.code)).map((m) => m.document));
  return steps
    .slice(steps.indexOf(order) + 1)
    .some((m) => m.code === 'DO_REVOKED' && (m.document === order.document || !issued.has(m.document)));
}

const SETTLED: readonly EventCode[] = [
  'FREIGHT_PAID',
  'EIR_ISSUED',
  'GATE_PASS_ISSUED',
  'GATE_PASS_USED',
  'DO_REDEEMED',
];

/**
 * Freight and port charges, the interchange receipt 设备交接单 and the gate pass 核放单 that follow them. A charge is due until a
 * payment, or a paper that nobody gets before it, is told of the same time or later; an earlier one paid for something else.
 */
export function feesLeaf({ steps, met: codes }: LeafInput): ProofNode {
  const settled = steps.filter((m) => (codes ?? SETTLED).includes(m.code));
  const last = steps.findLast((m) => m.code === 'GATE_PASS_REJECTED' || settled.includes(m));
  if (last?.code === 'GATE_PASS_REJECTED') return unmet('FEES', 'BLOCKED', 'DECLARANT', [last]);
  const due = steps.findLast((m) => m.code === 'CHARGES_DUE');
  if (due && !settled.some((m) => endOf(m.time) >= Date.parse(due.time.instant)))
    return unmet('FEES', 'NOT_MET', 'DECLARANT', [due]);
  return last ? met('FEES', [last]) : bare('FEES', 'UNKNOWN');
}

const IN_HAND: readonly EventCode[] = ['AVAILABLE', 'DISCHARGED', 'CHECKED_IN', 'GATED_IN', 'RECEIVED'];

/** The cargo is there and can be handed out. */
export function terminalLeaf({ presence, met: codes }: LeafInput): ProofNode {
  const { state, steps } = presence;
  const there = steps.findLast((m) => (codes ?? IN_HAND).includes(m.code));
  if (there && (state === 'THERE' || state === 'LEFT')) return met('TERMINAL', [there]);
  return unmet('TERMINAL', 'NOT_MET', state === 'NOT_YET' ? 'CARRIER' : 'TERMINAL', steps.slice(-1));
}
