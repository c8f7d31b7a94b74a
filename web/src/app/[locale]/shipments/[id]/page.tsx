import { displayNumber } from 'graph-schema/identifiers';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isPerson } from '../../../../features/account/is-person.ts';
import { wallNow } from '../../../../features/account/wall-now.ts';
import { ShipmentPage } from '../../../../features/journey/shipment-page.tsx';
import { loadShipmentPage } from '../../../../features/journey/load-shipment-page.ts';
import { loadShipment } from '../../../../features/journey/load-shipment.ts';
import { titleOf } from '../../../../features/journey/title-of.ts';
import { KeepJourney } from '../../../../features/offline/keep-journey.tsx';
import { readFoundBy } from '../../../../features/search/shipment-address.ts';
import { RememberVisit } from '../../../../features/search/use-visits.ts';
import { visitorOf } from '../../../../features/search/visits.ts';
import { firstOf, type RouteProps } from '../../../route-props.ts';
import { AsOfRefused } from '../../../../features/as-of/as-of-refused.tsx';
import { readAsOf } from '../../../../features/as-of/read-as-of.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { mapboxToken } from '../../../../map/mapbox-token.ts';

type Props = RouteProps<{ readonly id: string }>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ id }, { asOf }] = await Promise.all([params, searchParams]);
  return titleOf(await loadShipment(decodeURIComponent(id), readAsOf(firstOf(asOf))));
}

export default async function ShipmentRoute({ params, searchParams }: Props) {
  const [{ id }, { via, repairs, asOf }] = await Promise.all([params, searchParams]);
  const { answer, viewer, isFollowed, today } = await loadShipmentPage(
    decodeURIComponent(id),
    readAsOf(firstOf(asOf)),
  );
  if (answer.outcome === 'NOT_FOUND') notFound();
  if (answer.outcome === 'NO_ANSWER') return <ApiSilent />;
  if (answer.outcome === 'REFUSED') return <AsOfRefused path={`/shipments/${id}`} refusal={answer.refusal} />;
  const { shipment } = answer;
  return (
    <>
      <RememberVisit visitor={visitorOf(viewer)} visit={{ id: shipment.id, ...shipment.title }} />
      {shipment.asOf === null ? (
        <KeepJourney
          visitor={visitorOf(viewer)}
          name={displayNumber(shipment.title.scheme, shipment.title.value)}
        />
      ) : null}
      <ShipmentPage
        key={shipment.id}
        initial={shipment}
        foundBy={readFoundBy(firstOf(via), firstOf(repairs))}
        socketUrl={process.env['API_WS_URL'] ?? ''}
        mapboxToken={mapboxToken()}
        share={viewer !== null && isPerson(viewer) ? { now: wallNow() } : null}
        follow={isFollowed === null ? null : { isFollowed }}
        shared={null}
        today={today}
      />
    </>
  );
}
