import type { ParkReason } from 'graph-schema/domain/cycle-parking';
import type { Identifier } from 'graph-schema/domain/identifier';
import type { Voice } from 'graph-schema/domain/journey/facts';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { builder } from '../builder.ts';
import { ParkReasonEnum } from './enums.ts';
import { happeningFields } from './happening.ts';
import { IdentifierType } from './identifier.ts';
import { VoiceType } from './voice.ts';

export interface ParkedClaimView {
  readonly id: string;
  readonly box: Identifier;
  readonly reason: ParkReason;
  readonly numbers: readonly Identifier[];
  readonly against: readonly string[];
  readonly event: TrackingEvent;
  readonly voices: readonly Voice[];
}

export const ParkedClaimType = builder.objectRef<ParkedClaimView>('ParkedClaim').implement({
  description: 'One claim about a box that shows on no journey, because it fits none.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the claim, as in `Voice.eventId`.' }),
    box: t.expose('box', { type: IdentifierType, description: 'The box.' }),
    reason: t.expose('reason', { type: ParkReasonEnum, description: 'Why it shows on none.' }),
    ...happeningFields(t),
    numbers: t.field({
      type: [IdentifierType],
      description: 'Papers that it names.',
      resolve: ({ numbers }) => [...numbers],
    }),
    against: t.idList({
      description: 'Claims that speak against it, as in `Voice.eventId`; empty unless CONTRADICTED.',
      resolve: ({ against }) => [...against],
    }),
    voices: t.field({
      type: [VoiceType],
      description: 'Who says so, with the message, by time of receipt.',
      resolve: ({ id: eventId, event, voices }) => voices.map((voice) => ({ eventId, event, voice })),
    }),
  }),
});
