'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAnew } from '../../i18n/use-anew.ts';
import { Notice } from '../../ui/notice.tsx';
import { pauseSeconds } from './pause-seconds.ts';

/** The API did not answer: said as it is, with a way on. The page asks again by itself, ever more rarely. */
export function ApiSilent() {
  const t = useTranslations('errors');
  const [asking, ask] = useAnew();
  const [asked, setAsked] = useState(0);
  const [left, setLeft] = useState(pauseSeconds(0));
  const again = () => {
    setAsked(asked + 1);
    setLeft(pauseSeconds(asked + 1));
    ask();
  };
  useEffect(() => {
    // A page that nobody looks at asks when somebody does again: its timers stand still or run seldom.
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : again()), 1000);
    return () => clearTimeout(timer);
  });
  return (
    <Notice title={t('apiTitle')} text={t('apiText')}>
      <Button loading={asking} onClick={again}>
        {t('retry')}
      </Button>
      <span data-testid="asks-again">{asking ? t('asking') : t('asksAgain', { count: left })}</span>
    </Notice>
  );
}
