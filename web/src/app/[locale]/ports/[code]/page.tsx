import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadViewer } from '../../../../features/account/load-viewer.ts';
import { readAsOf } from '../../../../features/as-of/read-as-of.ts';
import { loadPort } from '../../../../features/ports/load-port.ts';
import { PortPage } from '../../../../features/ports/port-page.tsx';
import { hasList } from '../../../../features/ports/run-list.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { mapboxToken } from '../../../../map/mapbox-token.ts';
import { firstOf, type RouteProps } from '../../../route-props.ts';

type Props = RouteProps<{ readonly code: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ports');
  return { title: t('one', { code: decodeURIComponent((await params).code).slice(0, 10) }) };
}

export default async function PortRoute({ params, searchParams }: Props) {
  const [{ code }, { asOf }] = await Promise.all([params, searchParams]);
  const [loaded, viewer] = await Promise.all([
    loadPort(decodeURIComponent(code), readAsOf(firstOf(asOf))),
    loadViewer(),
  ]);
  if (loaded.outcome === 'NOT_FOUND') notFound();
  if (loaded.outcome === 'NO_ANSWER') return <ApiSilent />;
  const { port } = loaded;
  return (
    <PortPage
      key={port.place.id}
      port={port}
      loadedAsOf={loaded.asOf}
      socketUrl={process.env['API_WS_URL'] ?? ''}
      mapboxToken={mapboxToken()}
      hasList={hasList(viewer)}
    />
  );
}
