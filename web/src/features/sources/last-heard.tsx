'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '../../time/use-age.ts';
import { formatUtc } from '../../time/wall-clock.ts';

/** "Heard 3 min ago", which goes on counting. */
export function LastHeard({ at }: { readonly at: string }) {
  const t = useTranslations('sources');
  const age = useAge();
  return (
    <time dateTime={at} title={formatUtc(at)}>
      {t('heard', { age: age(at, 'HAPPENED') })}
    </time>
  );
}
