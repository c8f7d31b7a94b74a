import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { InstantText } from '../../time/instant-text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import type { Organisation } from '../account/account.graphql.ts';
import { nameIn } from '../account/name-in.ts';
import table from '../account/table.module.css';
import { actionOf, subjectAddress } from './audit-actions.ts';
import type { AuditEntry } from './audit.graphql.ts';

interface AuditListProps {
  readonly entries: readonly AuditEntry[];
  readonly organisations: readonly Organisation[];
  /** What people, keys and organisations are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

const HEADS = ['at', 'actor', 'action', 'subject'] as const;

/** Who did what to which thing, the newest first. */
export function AuditList({ entries, organisations, names }: AuditListProps) {
  const t = useTranslations('audit');
  return (
    <table className={table.table} data-testid="audit">
      <caption className="visually-hidden">{t('list')}</caption>
      <thead>
        <tr>
          <ColumnHeads names={HEADS.map((head) => t(`columns.${head}`))} />
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} organisations={organisations} names={names} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  entry,
  organisations,
  names,
}: Omit<AuditListProps, 'entries'> & { readonly entry: AuditEntry }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const { at, actor, actorKind, actorName, organisation, action } = entry;
  // Who looks after one organisation knows whose entries these are.
  const of = organisations.length > 1 ? organisations.find(({ id }) => id === organisation) : undefined;
  const known = actionOf(action);
  return (
    <tr data-action={action}>
      <th scope="row" data-head={t('columns.at')}>
        <InstantText at={at} />
      </th>
      <td data-head={t('columns.actor')}>
        <span>
          {actorName ?? (actorKind === 'SHARE_LINK' ? t('shareLink') : (actor ?? t('nobody')))}
          {actorKind === 'API_KEY' ? <small>{t('key')}</small> : null}
          {of ? <small>{nameIn(locale, of)}</small> : null}
        </span>
      </td>
      <td data-head={t('columns.action')}>
        <span>{known === null ? <code>{action}</code> : t(`actions.${known}`)}</span>
      </td>
      <td data-head={t('columns.subject')}>
        <Subject entry={entry} names={names} />
      </td>
    </tr>
  );
}

function Subject({ entry, names }: { readonly entry: AuditEntry; readonly names: AuditListProps['names'] }) {
  const { action, subject, title } = entry;
  if (subject === null) return <span>–</span>;
  const known = actionOf(action);
  const address = known === null ? null : subjectAddress(known, subject);
  const words = title ? displayNumber(title.scheme, title.value) : (names.get(subject) ?? subject);
  if (address === null) return <span>{words}</span>;
  return (
    <Link href={address} prefetch={false} className={title ? 'number' : undefined}>
      {words}
    </Link>
  );
}
