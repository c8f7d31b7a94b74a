import type { Interpretation } from 'graph-schema/domain/message';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { FORMATS } from '../../formats/index.ts';
import type { MessageFormat } from '../../formats/message-format.ts';
import { detectionHead } from '../../syntax/charset.ts';
import type { Delivery } from '../delivery.ts';
import { sampleDeliveries } from '../sample-deliveries.ts';
import { sourceProfiles } from '../sources.ts';

/** One delivery, and what the product's own reader makes of it. */
interface ReadDelivery {
  readonly delivery: Delivery;
  readonly formats: readonly string[];
  readonly read: Interpretation | null;
}

export const anchor = '2026-11-21T09:07:00Z';
export const script = sampleDeliveries(anchor);
const profiles = new Map(sourceProfiles('secret').map((profile) => [profile.id, profile]));
const places = loadGazetteer();
const formats: readonly MessageFormat[] = FORMATS;

/** Runs each delivery through the registry of formats, as the workers do. */
export function readScript(deliveries: readonly Delivery[]): ReadDelivery[] {
  return deliveries.map((delivery) => {
    const found = formats.filter((format) => format.detect(detectionHead(delivery.bytes)));
    const source = profiles.get(delivery.sourceId);
    const [format] = found;
    const read =
      format && source
        ? format.read(delivery.bytes, { receivedAt: delivery.deliverAt, source, places })
        : null;
    return { delivery, formats: found.map(({ id }) => id), read };
  });
}

export const all: readonly ReadDelivery[] = readScript(script);

/** Claims of one story in the order in which they happened, cancelled and replaced ones left out. */
export function claimsOf(title: string, until = Number.POSITIVE_INFINITY): TrackingEvent[] {
  const heard = all.filter(
    ({ delivery }) => delivery.what.startsWith(`${title}: `) && Date.parse(delivery.deliverAt) <= until,
  );
  const messages = heard.flatMap(({ read }) => read?.messages ?? []);
  const withdrawn = (thread: string | null, version: number): boolean =>
    messages.some(
      ({ retraction }) =>
        retraction?.thread === thread &&
        (retraction?.kind === 'CANCEL'
          ? version <= retraction.version
          : version < (retraction?.version ?? 0)),
    );
  return messages
    .filter(({ thread, version }) => thread === null || !withdrawn(thread, version))
    .flatMap(({ attested }) => attested.map(({ event }) => event))
    .toSorted((a, b) => Date.parse(a.time.instant) - Date.parse(b.time.instant));
}
