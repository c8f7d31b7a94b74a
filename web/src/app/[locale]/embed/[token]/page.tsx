import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { loadViewer } from '../../../../features/account/load-viewer.ts';
import { cardOf } from '../../../../features/embed/card-of.ts';
import { EmbedCard } from '../../../../features/embed/embed-card.tsx';
import { EmbedNotice } from '../../../../features/embed/embed-notice.tsx';
import { loadShipment } from '../../../../features/journey/load-shipment.ts';
import { titleOf } from '../../../../features/journey/title-of.ts';
import { loadService } from '../../../../features/live/load-service.ts';
import type { RouteProps } from '../../../route-props.ts';

type Props = RouteProps<{ readonly token: string }>;

export async function generateMetadata(): Promise<Metadata> {
  const link = (await loadViewer())?.link;
  return link ? titleOf(await loadShipment(link.shipment, null)) : {};
}

/** The verdict of a shared journey, made to stand inside a page of somebody else. */
export default async function EmbedPage({ params }: Props) {
  const [{ token }, viewer, locale, errors, { service }] = await Promise.all([
    params,
    loadViewer(),
    getLocale(),
    getTranslations('errors'),
    loadService(),
  ]);
  const silent = <EmbedNotice title={errors('apiTitle')} text={errors('apiText')} />;
  if (viewer === null) return silent;
  if (viewer.link === null) return redirect(`/${locale}/embed`);
  const answer = await loadShipment(viewer.link.shipment, null);
  if (answer.outcome === 'NOT_FOUND') return redirect(`/${locale}/embed`);
  if (answer.outcome !== 'FOUND') return silent;
  return (
    <EmbedCard
      shipment={cardOf(answer.shipment)}
      address={`/${locale}/shared/${token}`}
      isSample={service?.sampleWorld ?? false}
    />
  );
}
