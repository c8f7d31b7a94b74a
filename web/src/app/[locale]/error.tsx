'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Notice } from '../../ui/notice.tsx';

export default function PageError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  const t = useTranslations('errors');
  return (
    <Notice title={t('pageTitle')} text={t('pageText')}>
      <Button onClick={reset}>{t('retry')}</Button>
    </Notice>
  );
}
