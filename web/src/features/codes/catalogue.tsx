import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import type { CodeListSummary } from './codes.graphql.ts';
import styles from './codes.module.css';

/** All lists by the format whose codes they are, filtered by words of their names and titles. */
export function Catalogue({
  lists,
  query,
}: {
  readonly lists: readonly CodeListSummary[];
  readonly query: string;
}) {
  const t = useTranslations('codes');
  const isChinese = useLocale() === 'zh-CN';
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = lists.filter(({ name, title, titleZh }) =>
    words.every((word) => `${name} ${title} ${titleZh}`.toLowerCase().includes(word)),
  );
  const rows = shown.reduce((total, { size }) => total + size, 0);
  return (
    <section aria-labelledby="lists-title" className={styles.part}>
      <h2 id="lists-title">{t('lists', { lists: shown.length, rows })}</h2>
      <search>
        <form className={styles.filter}>
          <label htmlFor="codes-query" className="visually-hidden">
            {t('filter')}
          </label>
          <input
            id="codes-query"
            name="q"
            type="search"
            defaultValue={query}
            placeholder={t('filter')}
            className={styles.input}
          />
        </form>
      </search>
      {shown.length === 0 ? <p className={styles.lead}>{t('none')}</p> : null}
      <ul className={styles.lists}>
        {shown.map(({ name, title, titleZh, size, unconfirmed, version }) => (
          <li key={name}>
            <Link href={`/codes/${name}`} className={styles.list}>
              <span className={styles.name}>{isChinese ? titleZh : title}</span>
              <span className={styles.about}>
                <code>{name}</code>
                <span>{t('size', { size, unconfirmed })}</span>
                <span>{version}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
