import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import type { SourceSummary } from './sources.graphql.ts';
import styles from './sources.module.css';

type DoubtCode = keyof typeof en.sources.doubts;

/** What is wrong with the settings of a source, and what follows from it. */
export function SettingDoubts({ doubts }: { readonly doubts: SourceSummary['settingDoubts'] }) {
  const t = useTranslations('sources');
  if (doubts.length === 0) return null;
  const meaningOf = (code: string, english: string): string => {
    const key = `doubts.${code as DoubtCode}` as const;
    return t.has(key) ? t(key) : english;
  };
  return (
    <section aria-label={t('settings')} className={styles.doubts} data-testid="setting-doubts">
      <h3>{t('settings')}</h3>
      <ul>
        {doubts.map(({ code, meaning, field, value }) => (
          <li key={`${code} ${field} ${value}`}>
            {field === '' ? null : <code>{field}</code>} {value === null ? null : <code>{value}</code>}{' '}
            {meaningOf(code, meaning)}
          </li>
        ))}
      </ul>
    </section>
  );
}
