import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { Voice } from 'graph-schema/domain/journey/facts';
import type { Saying } from 'graph-schema/domain/journey/last-words';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { EvidenceText } from '../journey/evidence.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { EventTimeType } from './event-time.ts';
import { PlaceType } from './place.ts';

export interface VoiceView {
  readonly eventId: string;
  readonly event: TrackingEvent;
  readonly voice: Voice;
}

export const SourceType = builder.objectRef<Voice['source']>('Source').implement({
  description: 'Who says so.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable id of the source.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    nameZh: t.exposeString('nameZh', { nullable: true, description: 'Chinese name.' }),
    kind: t.exposeString('kind', {
      description: 'TERMINAL, CARRIER, CUSTOMS, RAIL, AIRLINE, FORWARDER, AIS, OPERATOR or INTERNAL.',
    }),
  }),
});

export const EvidenceType = builder.objectRef<Voice>('Evidence').implement({
  description: 'What justifies a status: the raw message and the span of it that speaks of this.',
  fields: (t) => ({
    rawId: t.exposeID('rawId', { description: 'Id of the raw message.' }),
    format: t.exposeString('format', { description: 'Format that it was read as.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it was received.' }),
    sha256: t.exposeString('sha256', {
      description: 'Hash of the bytes, hex; empty where not all of them may be read.',
    }),
    before: t.string({
      description: 'Text just before the span; empty where only the span may be read.',
      resolve: async (v, _, c) => (readableOf(v, c) === 'AROUND' ? (await read(v, c)).before : ''),
    }),
    span: t.string({
      description: 'The text that speaks of it; empty where it is withheld.',
      resolve: async (v, _, c) => (readableOf(v, c) === 'NOTHING' ? '' : (await read(v, c)).span),
    }),
    after: t.string({
      description: 'Text just after the span; empty where only the span may be read.',
      resolve: async (v, _, c) => (readableOf(v, c) === 'AROUND' ? (await read(v, c)).after : ''),
    }),
    isWithheld: t.boolean({
      description: 'Whether its words are kept from the one who asks.',
      resolve: (v, _, c) => readableOf(v, c) === 'NOTHING',
    }),
  }),
});

export const VoiceType = builder.objectRef<VoiceView>('Voice').implement({
  description: 'One source that says so.',
  fields: (t) => ({
    eventId: t.exposeID('eventId', { description: 'Id of the claim.' }),
    source: t.field({ type: SourceType, description: 'Who.', resolve: (v) => v.voice.source }),
    time: t.field({
      type: EventTimeType,
      description: 'When, by this source.',
      resolve: (v) => v.event.time,
    }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where, by this source.',
      resolve: (v, _, c) => findPlaceView(v.event.place, c.places),
    }),
    rawCode: t.string({
      nullable: true,
      description: "The sender's own code.",
      resolve: (v) => v.event.rawCode,
    }),
    messageRef: t.string({
      nullable: true,
      description: "The sender's reference of the message.",
      resolve: (v) => v.voice.messageRef,
    }),
    evidence: t.field({
      type: EvidenceType,
      description: 'What it said, word for word.',
      resolve: (v) => v.voice,
    }),
  }),
});

/** Sayings as voices. */
export function voicesOf(sayings: readonly Saying[]): VoiceView[] {
  return sayings.map(({ claim, voice }) => ({ eventId: claim.id, event: claim.event, voice }));
}

/** Whoever runs the service reads everything; of others it was decided with what they see. */
function readableOf({ readable = 'NOTHING' }: Voice, { asker }: Context): NonNullable<Voice['readable']> {
  return asker.sight === 'ALL' ? 'AROUND' : readable;
}

const pending = new WeakMap<Voice, Promise<EvidenceText>>();

/** Three fields, one look into the raw store. */
function read(voice: Voice, context: Context): Promise<EvidenceText> {
  let promise = pending.get(voice);
  if (!promise) {
    promise = context.evidence.read(voice.rawId, voice.span.start, voice.span.end);
    pending.set(voice, promise);
  }
  return promise;
}
