import type { IdentifierKey } from '../identifier.ts';
import type { EventTime, PlaceRef } from '../tracking-event.ts';

/** What must be so before cargo may leave a place: facts of separate senders, none of which stands for another. */
export const LEAF_KINDS = [
  /** 舱单 */ 'MANIFEST',
  /** 运抵报告 */ 'ARRIVAL_REPORT',
  /** 检疫 */ 'QUARANTINE',
  /** 布控、扣留 */ 'HOLDS',
  /** 税费 */ 'DUTY',
  /** 报关单放行 */ 'DECLARATION',
  /** 转关放行 */ 'TRANSIT',
  /** 船公司放货 */ 'CARRIER_RELEASE',
  /** 提货单 */ 'DELIVERY_ORDER',
  /** 费用、设备交接单 */ 'FEES',
  /** 码头可提 */ 'TERMINAL',
] as const; // prettier-ignore
export type LeafKind = (typeof LEAF_KINDS)[number];

/**
 * To enter the country, to leave it, or to travel within it under customs' seal: from where it came in, or to where it leaves
 * (出口转关: declared and let go inland).
 */
export const REGIMES = ['IMPORT', 'EXPORT', 'TRANSIT', 'EXPORT_TRANSIT'] as const;
export type Regime = (typeof REGIMES)[number];

/** Whether the cargo is on its way out of the country. */
export function isOutbound(regime: Regime): boolean {
  return regime === 'EXPORT' || regime === 'EXPORT_TRANSIT';
}

/** Who has to act before a leaf can be met. */
export type ReleaseActor = 'CARRIER' | 'TERMINAL' | 'CUSTOMS' | 'DECLARANT';

/**
 * - `MET`: somebody told that it is done, or told what cannot be without it.
 * - `NOT_MET`: it is needed, and nobody has told that it is done.
 * - `BLOCKED`: somebody refused it or stopped the cargo.
 * - `UNKNOWN`: it is needed, and nothing is told from which it could be seen.
 * - `NOT_NEEDED`: this country does not have it, or nobody called for it.
 */
export type ProofState = 'MET' | 'NOT_MET' | 'BLOCKED' | 'UNKNOWN' | 'NOT_NEEDED';

/** A condition with what proves it. Its parts are what it consists of: papers, holds, for `ALL` the leaves. */
export interface ProofNode {
  /** `FULL_DECLARATION`: the second step of 两步申报, owed after the goods may leave; it stops nothing. */
  readonly kind: LeafKind | 'ALL' | 'FULL_DECLARATION';
  readonly state: ProofState;
  /** When it came to be so; null where nothing was told. */
  readonly since: EventTime | null;
  /** Who has to act next; null where it is met, not needed or unknown. */
  readonly actor: ReleaseActor | null;
  /** The paper that it is about; null where it is about none or several. */
  readonly document: IdentifierKey | null;
  /** Ids of the claims that show it. */
  readonly evidence: readonly string[];
  readonly parts: readonly ProofNode[];
}

export const PRESENCES = ['NOT_YET', 'ALONGSIDE', 'THERE', 'LEFT'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Whether a box may leave a place. */
export interface Readiness {
  /** Container number; null: the whole of a cargo without containers. */
  readonly container: string | null;
  readonly place: PlaceRef;
  readonly regime: Regime;
  /** Whether it is at the place. `ALONGSIDE`: what carries it has come, and nobody told that it is off. */
  readonly presence: Presence;
  /** `UNKNOWN`: too little is told, above all nothing of customs. `LEFT`: it is gone from there. */
  readonly verdict: 'READY' | 'NOT_READY' | 'UNKNOWN' | 'LEFT';
  /** The first leaf, in the order of `LEAF_KINDS`, that keeps it from leaving; null unless NOT_READY. */
  readonly blocking: ProofNode | null;
  /** The conjunction of all leaves, in the order of `LEAF_KINDS`. */
  readonly proof: ProofNode;
}
