import type { Locale } from '../../i18n/routing.ts';

interface Named {
  readonly name: string;
  readonly nameZh: string | null;
}

/** What something is called in the language of the page. */
export function nameIn(locale: Locale, { name, nameZh }: Named): string {
  return locale === 'zh-CN' && nameZh !== null && nameZh !== '' ? nameZh : name;
}
