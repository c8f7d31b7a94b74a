import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { PortPage } from '../../../../features/ports/port-page.tsx';
import { PortDocument } from '../../../../features/ports/ports.graphql.ts';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../gql/ask-api.ts';
import { mapboxToken } from '../../../../map/mapbox-token.ts';
import type { RouteProps } from '../../../route-props.ts';

type Props = RouteProps<{ readonly code: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ports');
  return { title: t('one', { code: decodeURIComponent((await params).code).slice(0, 10) }) };
}

export default async function PortRoute({ params }: Props) {
  const code = decodeURIComponent((await params).code);
  const answer = await askApi(PortDocument, { code });
  if (!answer.ok) return <ApiSilent />;
  const { port } = answer.data;
  if (port.__typename !== 'Port') notFound();
  return (
    <PortPage
      key={port.place.id}
      port={port}
      socketUrl={process.env['API_WS_URL'] ?? ''}
      mapboxToken={mapboxToken()}
    />
  );
}
