import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { loadViewer } from '../../../../features/account/load-viewer.ts';
import { loadShipment } from '../../../../features/journey/load-shipment.ts';
import { ShipmentPage } from '../../../../features/journey/shipment-page.tsx';
import { titleOf } from '../../../../features/journey/title-of.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { mapboxToken } from '../../../../map/mapbox-token.ts';
import type { RouteProps } from '../../../route-props.ts';

type Props = RouteProps<{ readonly token: string }>;

export async function generateMetadata(): Promise<Metadata> {
  const link = (await loadViewer())?.link;
  return link ? titleOf(await loadShipment(link.shipment, null)) : {};
}

/** The journey as whoever has a link sees it: all that the page asks for, it asks for with the link (`askerHeaders`). */
export default async function SharedPage({ params }: Props) {
  const [{ token }, viewer, locale] = await Promise.all([params, loadViewer(), getLocale()]);
  if (viewer === null) return <ApiSilent />;
  if (viewer.link === null) return redirect(`/${locale}/shared`);
  const answer = await loadShipment(viewer.link.shipment, null);
  if (answer.outcome === 'NOT_FOUND') return redirect(`/${locale}/shared`);
  if (answer.outcome !== 'FOUND') return <ApiSilent />;
  return (
    <ShipmentPage
      initial={answer.shipment}
      foundBy={null}
      socketUrl={process.env['API_WS_URL'] ?? ''}
      mapboxToken={mapboxToken()}
      share={null}
      follow={null}
      shared={{ token, link: viewer.link }}
    />
  );
}
