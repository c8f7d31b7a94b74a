import type { FactClaim } from 'graph-schema/domain/journey/facts';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { repeated } from '../events/repeated.ts';
import type { EdiMessage } from './interchange.ts';
import { ownPapersOf, papersOf, type ToldPaper } from './papers.ts';
import { gateMessage } from './tell-gate-move.ts';
import { statusMessage } from './tell-status.ts';
import { cancellationHead, originalHead, type Cancelled, type Telling, type ToldHead, type Writing } from './told.ts'; // prettier-ignore

/** A message of UN/EDIFACT that claims are told in. Null: it has no word for this one, or this service worked the claim out itself. */
export interface EdiStandard {
  readonly tell: (claim: FactClaim, telling: Telling) => EdiMessage | null;
  /** Null: none was told of it. */
  readonly cancel: (cancelled: Cancelled, writing: Writing) => EdiMessage | null;
}

type Write = (
  event: TrackingEvent,
  papers: readonly ToldPaper[],
  head: ToldHead,
  writing: Writing,
) => EdiMessage | null;

function writtenBy(write: Write): EdiStandard {
  return {
    tell(claim, telling) {
      const head = originalHead(claim, telling);
      return head && write(claim.event, papersOf(claim.event, telling), head, telling);
    },
    cancel(cancelled, writing) {
      const event = repeated(cancelled.event);
      return write(event, ownPapersOf(event), cancellationHead(cancelled), writing);
    },
  };
}

export const IFTSTA: EdiStandard = writtenBy(statusMessage);
export const CODECO: EdiStandard = writtenBy(gateMessage);
