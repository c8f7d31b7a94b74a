import { defineRouting } from 'next-intl/routing';

export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

export const routing = defineRouting({ locales, defaultLocale: 'en', localePrefix: 'always' });

/** Each language in its own words, for the switch. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' };
