import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { useSourceName } from '../sources/source-summary.tsx';
import sources from '../sources/sources.module.css';
import { messageName } from './message-name.ts';
import { messageAddress } from './messages-address.ts';
import type { MessageRow } from './messages.graphql.ts';
import styles from './messages.module.css';
import { Taken } from './taken.tsx';
import { ToDo } from './to-do.tsx';
import { outcomeOf, needsSomebody } from './outcome.ts';

const HEADS = ['received', 'source', 'format', 'outcome', 'taken', 'issues'] as const;

/** Received messages, the newest first; what waits for a person says why and what to do. */
export function MessageList({ messages }: { readonly messages: readonly MessageRow[] }) {
  const t = useTranslations('messages');
  return (
    <div className={sources.rows}>
      <table className={sources.table} data-testid="messages">
        <thead>
          <tr>
            <ColumnHeads names={HEADS.map((head) => t(`columns.${head}`))} />
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <Row key={message.id} message={message} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ message }: { readonly message: MessageRow }) {
  const t = useTranslations('messages');
  const words = useTranslations('sources');
  const nameOf = useSourceName();
  const { id, receivedAt, sender, format, deliveries, issueCount, issues } = message;
  const outcome = outcomeOf(message);
  return (
    <>
      <tr data-message={id}>
        <th scope="row">
          <InstantText at={receivedAt} />
          <Link href={messageAddress(id)} prefetch={false} className={styles.name}>
            {messageName(message)}
          </Link>
        </th>
        <td>{nameOf(sender)}</td>
        <td>{format === null ? words('unknownFormat') : <code>{format}</code>}</td>
        <td data-outcome={outcome}>
          {words(`outcomes.${outcome}`)}
          {deliveries > 1 ? <small>{words('deliveries', { count: deliveries })}</small> : null}
        </td>
        <td>
          <Taken message={message} />
        </td>
        <td>{t('issueCount', { count: issueCount })}</td>
      </tr>
      {needsSomebody(outcome) ? (
        <tr className={styles.help}>
          <td colSpan={HEADS.length}>
            <ToDo id={id} outcome={outcome} issues={issues} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
