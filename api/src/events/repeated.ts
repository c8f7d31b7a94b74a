import type { TrackingEvent } from 'graph-schema/domain/tracking-event';

/**
 * What is repeated of a claim that went: what it is, where and when, and the papers that it names. No rights to what else was said
 * can be looked up any more.
 */
export function repeated(event: TrackingEvent): TrackingEvent {
  const { equipment } = event;
  return {
    ...event,
    from: null,
    to: null,
    reason: null,
    parties: [],
    quantity: null,
    equipment: equipment && { ...equipment, sizeType: null, seals: [] },
  };
}
