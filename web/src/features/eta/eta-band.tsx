'use client';

import { useTranslations } from 'next-intl';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import type { EtaBand } from './eta.graphql.ts';

/** Between which times a computed arrival comes, in words, and on how much that rests. */
export function EtaBandText({ band }: { readonly band: EtaBand | null }) {
  const t = useTranslations('eta');
  if (!band) return null;
  const { from, to, confidence, closed } = band;
  return (
    <span data-testid="eta-band">
      <ReportedTimeText time={from} /> – <ReportedTimeText time={to} /> {t('band', { confidence })}{' '}
      {t(closed > 0 ? 'bandKnown' : 'bandAssumed', { closed })}
    </span>
  );
}
