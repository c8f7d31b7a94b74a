'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useRouter } from '../../i18n/navigation.ts';
import { Notice } from '../../ui/notice.tsx';

/** The API did not answer: said as it is, with a way on. */
export function ApiSilent() {
  const t = useTranslations('errors');
  const router = useRouter();
  const [asking, ask] = useTransition();
  return (
    <Notice title={t('apiTitle')} text={t('apiText')}>
      <Button loading={asking} onClick={() => ask(() => router.refresh())}>
        {t('retry')}
      </Button>
    </Notice>
  );
}
