import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ShipmentPage } from '../../../../features/journey/shipment-page.tsx';
import { loadShipment } from '../../../../features/journey/load-shipment.ts';
import { readFoundBy } from '../../../../features/search/shipment-address.ts';
import { firstOf, type RouteProps } from '../../../route-props.ts';
import { AsOfRefused } from '../../../../features/as-of/as-of-refused.tsx';
import { readAsOf } from '../../../../features/as-of/read-as-of.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { mapboxToken } from '../../../../map/mapbox-token.ts';

type Props = RouteProps<{ readonly id: string }>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ id }, { asOf }] = await Promise.all([params, searchParams]);
  const answer = await loadShipment(decodeURIComponent(id), readAsOf(firstOf(asOf)));
  const t = await getTranslations();
  if (answer.outcome !== 'FOUND') return { title: t('errors.notFoundTitle') };
  const { scheme, value } = answer.shipment.title;
  return {
    title: t('journey.title', { kind: t(`schemes.${scheme}`), number: value }),
    robots: { index: false },
  };
}

export default async function ShipmentRoute({ params, searchParams }: Props) {
  const [{ id }, { via, repairs, asOf }] = await Promise.all([params, searchParams]);
  const answer = await loadShipment(decodeURIComponent(id), readAsOf(firstOf(asOf)));
  if (answer.outcome === 'NOT_FOUND') notFound();
  if (answer.outcome === 'NO_ANSWER') return <ApiSilent />;
  if (answer.outcome === 'REFUSED') return <AsOfRefused path={`/shipments/${id}`} refusal={answer.refusal} />;
  return (
    <ShipmentPage
      key={`${answer.shipment.id} ${answer.shipment.asOf}`}
      initial={answer.shipment}
      foundBy={readFoundBy(firstOf(via), firstOf(repairs))}
      socketUrl={process.env['API_WS_URL'] ?? ''}
      mapboxToken={mapboxToken()}
    />
  );
}
