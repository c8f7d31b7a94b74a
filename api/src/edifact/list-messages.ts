import { classifyNumber } from 'graph-schema/codes/classify';
import { identifierKey } from 'graph-schema/domain/identifier';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import type { Context } from '../context.ts';
import { pageOfEvents, type EventPage } from '../events/event-pages.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import { shipmentsNamed } from '../events/shipments-named.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import type { Fit } from './charset.ts';
import type { EdiMessage } from './interchange.ts';
import type { EdiCursor, EdiFilter } from './query.ts';
import type { Telling } from './told.ts';

export interface MessagesAsked {
  readonly filter: EdiFilter;
  readonly at: EdiCursor | null;
  readonly limit: number;
  readonly fit: Fit;
  readonly tell: (claim: FactClaim, telling: Telling) => EdiMessage | null;
}

/** A page of messages; null: the number leads to more shipments than are sorted for one answer. */
export async function listMessages({ filter, at, limit, fit, tell }: MessagesAsked, context: Context): Promise<EventPage<EdiMessage> | null> {
  const { places } = context;
  const keys = filter.number === undefined ? null : classifyNumber(filter.number).map(({ scheme, value }) => identifierKey(scheme, value));
  const behind = await shipmentsNamed(keys ? [keys] : [], context);
  const named = filter.shipment === undefined ? behind : [filter.shipment].filter((id) => behind?.includes(id) ?? true);
  const since = filter.since === undefined ? null : Date.parse(filter.since);
  const toldOf = ({ facts }: ShipmentView): EdiMessage[] => {
    const shipment = shipmentTelling(facts);
    const all = facts.claims.flatMap((claim) => tell(claim, { shipment, places, fit }) ?? []);
    return since === null ? all : all.filter(({ recordedAt }) => recordedAt >= since);
  };
  return pageOfEvents<EdiMessage>(
    {
      named,
      since,
      limit,
      sort: [],
      at: at && { mode: at.m, after: at.at },
      createdOf: ({ recordedAt }) => recordedAt,
      idOf: ({ reference }) => reference,
      isNamed: ({ id, facts }) => id === filter.shipment || (keys?.includes(facts.anchor) ?? false),
      toldOf,
    },
    context,
  );
} // prettier-ignore
