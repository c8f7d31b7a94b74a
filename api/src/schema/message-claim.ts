import type { MessageClaimRow } from 'graph-schema/cypher/read/message-claims';
import type { ParkReason } from 'graph-schema/domain/cycle-parking';
import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { builder } from '../builder.ts';
import { ParkReasonEnum } from './enums.ts';
import { happeningFields } from './happening.ts';
import { IdentifierType } from './identifier.ts';
import { EvidenceTextType, textAt } from './message-issue.ts';

interface MessageClaim extends MessageClaimRow {
  readonly rawId: string;
  readonly event: TrackingEvent;
}

export const MessageClaimType = builder.objectRef<MessageClaim>('MessageClaim').implement({
  description: 'What a message says of one thing, and where in its text.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the claim, as in `Voice.eventId`.' }),
    about: t.field({
      type: IdentifierType,
      description: 'The number that it is about.',
      resolve: ({ about }) => splitKey(about as IdentifierKey),
    }),
    ...happeningFields(t),
    isWithdrawn: t.boolean({
      description: 'Whether its sender took it back, or replaced it.',
      resolve: ({ withdrawn }) => withdrawn,
    }),
    parked: t.field({
      type: ParkReasonEnum,
      nullable: true,
      description: 'Why it shows on no trip of its box; null: it shows on one, or is about no box.',
      resolve: ({ parked }) => parked as ParkReason | null,
    }),
    evidence: t.field({
      type: EvidenceTextType,
      nullable: true,
      description: 'The text that says so; null: it is not stored any more, or ingest does not answer.',
      resolve: ({ rawId, start, end }, _, context) => textAt(context, rawId, start, end),
    }),
  }),
});
