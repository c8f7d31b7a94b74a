import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import type en from '../../messages/en.json';
import { routing } from './routing.ts';

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const messages = (await import(`../../messages/${locale}.json`)) as { default: typeof en };
  return { locale, messages: messages.default, timeZone: 'UTC' };
});
