import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import { formatUtc } from '../../time/wall-clock.ts';
import { Messages } from './messages.tsx';
import { ReadAgainForm } from './read-again-form.tsx';
import type { MessageRow, OneSource } from './sources.graphql.ts';
import styles from './sources.module.css';

type Limit = keyof typeof en.sources.limits;

/** What was not taken because the source may not speak of it: why, since when, and the way to let it in. */
export function NotEntitled({ source }: { readonly source: OneSource }) {
  const t = useTranslations('sources');
  const { id, notEntitledReasons: reasons } = source;
  if (reasons.length === 0) return null;
  return (
    <section aria-labelledby="not-entitled" className={styles.part} data-testid="not-entitled">
      <h2 id="not-entitled">{t('notEntitled')}</h2>
      <p className={styles.lead}>{t('notEntitledLead')}</p>
      <ul className={styles.waiting}>
        {reasons.map(({ reason, limit, what, messages, since }) => (
          <li key={reason}>
            <p className={styles.head}>
              <strong>{t(`limits.${limit as Limit}`)}</strong>
              {what === null ? <span>{t('nothingNamed')}</span> : <code>{what}</code>}
            </p>
            <p className={styles.about}>
              <span>{t('messages', { count: messages })}</span>
              <span>
                {t('since')} <time dateTime={since}>{formatUtc(since)}</time>
              </span>
            </p>
            <p className={styles.lead}>
              {what === null
                ? t('widenAll', { field: t(`fields.${limit as Limit}`) })
                : t('widen', { what, field: t(`fields.${limit as Limit}`) })}
            </p>
            <ReadAgainForm source={id} which="NOT_ENTITLED" reason={reason} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What failed again and again: kept, until a person has it read again. */
export function DeadLetters({
  source,
  messages,
}: {
  readonly source: string;
  readonly messages: readonly MessageRow[];
}) {
  const t = useTranslations('sources');
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="dead" className={styles.part} data-testid="dead-letters">
      <h2 id="dead">{t('dead')}</h2>
      <p className={styles.lead}>{t('deadLead')}</p>
      <ReadAgainForm source={source} which="DEAD" />
      <Messages messages={messages} />
    </section>
  );
}
