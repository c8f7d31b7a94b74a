import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import type { UnmappedCode } from './codes.graphql.ts';
import styles from './codes.module.css';
import { MapCodeForm } from './map-code-form.tsx';

interface UnmappedCodesProps {
  readonly codes: readonly UnmappedCode[];
  /** Meanings that the list uses already, offered first; null where codes of several lists stand together. */
  readonly meanings: readonly string[] | null;
}

/** Codes that were received and mean nothing yet, with the way to give them a meaning. */
export function UnmappedCodes({ codes, meanings }: UnmappedCodesProps) {
  const t = useTranslations('codes');
  const format = useFormatter();
  return (
    <section aria-labelledby="unmapped-title" className={styles.part} data-testid="unmapped-codes">
      <h2 id="unmapped-title">{t('unmapped', { count: codes.length })}</h2>
      <p className={styles.lead}>{t(codes.length === 0 ? 'allMapped' : 'unmappedLead')}</p>
      {codes.length === 0 ? null : (
        <ul className={styles.unmapped}>
          {codes.map(({ list, code, variant, messages, lastReceivedAt, sources }) => (
            <li key={JSON.stringify([list, code, variant])}>
              <div className={styles.head}>
                <code className={styles.code}>{code}</code>
                {variant === null ? null : <span>{t('variant', { variant })}</span>}
                <Link href={`/codes/${list}`}>{list}</Link>
              </div>
              <p className={styles.about}>
                <span>{t('messages', { count: messages })}</span>
                <span>{sources.join(', ')}</span>
                {lastReceivedAt === null ? null : (
                  <time dateTime={lastReceivedAt}>
                    {format.dateTime(new Date(lastReceivedAt), {
                      dateStyle: 'medium',
                      timeStyle: 'short',
                      timeZone: 'UTC',
                    })}{' '}
                    UTC
                  </time>
                )}
              </p>
              <MapCodeForm list={list} code={code} variant={variant} meanings={meanings ?? []} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
