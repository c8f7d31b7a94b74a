'use client';

import { useTranslations } from 'next-intl';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';

interface LiveNewsProps {
  readonly journey: Journey;
  readonly fresh: ReadonlySet<string>;
}

/** Tells a screen reader what came in; the eye sees it highlighted in the lines. */
export function LiveNews({ journey, fresh }: LiveNewsProps) {
  const t = useTranslations('live');
  const names = useNames();
  const news = [...journey.logistics, ...journey.documents].filter(({ id }) => fresh.has(id));
  const [first] = news;
  return (
    <output className="visually-hidden" data-testid="news">
      {first
        ? news.length > 1
          ? t('newsMany', { count: news.length })
          : t('news', { event: names.event(first) })
        : ''}
    </output>
  );
}
