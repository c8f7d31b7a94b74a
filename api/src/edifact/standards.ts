import type { FactClaim } from 'graph-schema/domain/journey/facts';
import type { EdiMessage } from './interchange.ts';
import { cancelGateMove, tellGateMove } from './tell-gate-move.ts';
import { cancelStatus, tellStatus } from './tell-status.ts';
import type { Cancelled, Telling, Writing } from './told.ts';

/** A message of UN/EDIFACT that claims are told in. Null: it has no word for this one, or none was told of it. */
export interface EdiStandard {
  readonly tell: (claim: FactClaim, telling: Telling) => EdiMessage | null;
  readonly cancel: (cancelled: Cancelled, writing: Writing) => EdiMessage | null;
}

export const IFTSTA: EdiStandard = { tell: tellStatus, cancel: cancelStatus };
export const CODECO: EdiStandard = { tell: tellGateMove, cancel: cancelGateMove };
