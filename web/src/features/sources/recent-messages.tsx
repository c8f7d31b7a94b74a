import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { Messages } from './messages.tsx';
import { FILTERS, type MessageRow } from './sources.graphql.ts';
import styles from './sources.module.css';

interface RecentMessagesProps {
  readonly source: string;
  readonly show: (typeof FILTERS)[number];
  readonly messages: readonly MessageRow[];
  readonly next: string | null;
}

/** What came, page by page, the newest first; all of it, or what something is the matter with. */
export function RecentMessages({ source, show, messages, next }: RecentMessagesProps) {
  const t = useTranslations('sources');
  const address = (query: Record<string, string>) => ({ pathname: `/sources/${source}`, query });
  return (
    <section aria-labelledby="recent" className={styles.part} data-testid="recent-messages">
      <h2 id="recent">{t('recent')}</h2>
      <nav aria-label={t('show')} className={styles.filters}>
        {FILTERS.map((filter) => (
          <Link
            key={filter}
            href={address({ show: filter })}
            aria-current={filter === show ? 'true' : undefined}
            scroll={false}
          >
            {t(`filters.${filter}`)}
          </Link>
        ))}
      </nav>
      {messages.length === 0 ? (
        <p className={styles.lead}>{t('noMessages')}</p>
      ) : (
        <Messages messages={messages} />
      )}
      {next === null ? null : (
        <p className={styles.more}>
          <Link href={address({ show, after: next })}>{t('older')}</Link>
        </p>
      )}
    </section>
  );
}
