'use client';

import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';

type Code = keyof typeof en.events;

/** What a status is called once it happened, whatever carries it. */
export function useEventWords(): (code: string) => string {
  const t = useTranslations('events');
  return (code) =>
    t.has(code as Code) ? t(code as Code, { tense: 'past', mode: 'other', load: 'other' }) : code;
}
