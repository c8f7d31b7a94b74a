import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { cookies } from 'next/headers';
import type en from '../../messages/en.json';
import { pseudoMessages } from './pseudo-messages.ts';
import { routing } from './routing.ts';

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const { default: written } = (await import(`../../messages/${locale}.json`)) as { default: typeof en };
  const messages = (await isPseudo()) ? pseudoMessages(written) : written;
  return { locale, messages, timeZone: 'UTC' };
});

/** Whether whoever asks looks for texts that are in no catalogue; only tests switch that on. */
async function isPseudo(): Promise<boolean> {
  return process.env['PSEUDO_MESSAGES'] === '1' && (await cookies()).has('pseudo');
}
