import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { LoadedShipment } from './load-shipment.ts';

/** What the page of a journey is called. */
export async function titleOf(answer: LoadedShipment): Promise<Metadata> {
  const t = await getTranslations();
  if (answer.outcome !== 'FOUND') return { title: t('errors.notFoundTitle') };
  const { scheme, value } = answer.shipment.title;
  return {
    title: t('journey.title', { kind: t(`schemes.${scheme}`), number: value }),
    robots: { index: false },
  };
}
