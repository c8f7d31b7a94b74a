import { useFormatter, useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import { formatUtc } from '../../time/wall-clock.ts';
import { Link } from '../../i18n/navigation.ts';
import { messageAddress } from '../messages/messages-address.ts';
import type { MessageRow } from './sources.graphql.ts';
import styles from './sources.module.css';

type Outcome = keyof typeof en.sources.outcomes;
const shortHash = 10;

/** Received messages and what became of each. */
export function Messages({ messages }: { readonly messages: readonly MessageRow[] }) {
  const t = useTranslations('sources');
  const { number } = useFormatter();
  return (
    <div className={styles.rows}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('received')}</th>
            <th scope="col">{t('format')}</th>
            <th scope="col">{t('outcome')}</th>
            <th scope="col">{t('taken')}</th>
            <th scope="col">{t('found')}</th>
            <th scope="col">{t('message')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => {
            const { id, receivedAt, format, events, positions, deliveries, issueCount, issues } = message;
            const outcome = (message.outcome ?? 'PENDING') as Outcome;
            const hash = id.slice(id.lastIndexOf(':') + 1);
            return (
              <tr key={id}>
                <th scope="row">
                  <time dateTime={receivedAt}>{formatUtc(receivedAt)}</time>
                  {deliveries > 1 ? <small>{t('deliveries', { count: deliveries })}</small> : null}
                </th>
                <td>{format === null ? t('unknownFormat') : <code>{format}</code>}</td>
                <td data-outcome={outcome}>{t(`outcomes.${outcome}`)}</td>
                <td>
                  {events > 0 || positions === 0 ? t('eventCount', { count: events }) : null}
                  {positions > 0 ? <span> {t('positionCount', { count: positions })}</span> : null}
                </td>
                <td>
                  {issueCount === 0 ? (
                    <span className={styles.quiet}>{t('noIssue')}</span>
                  ) : (
                    issues.map(({ code, at, value }) => (
                      <span key={code + at}>
                        <code>{code}</code> {value ?? at}
                        {issueCount > 1 ? <small>+{number(issueCount - 1)}</small> : null}
                      </span>
                    ))
                  )}
                </td>
                <td>
                  <Link href={messageAddress(id)} prefetch={false} className="number">
                    {`${hash.slice(0, shortHash)}…`}
                  </Link>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
