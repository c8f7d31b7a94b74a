import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { BulkRow } from './bulk-row.tsx';
import styles from './bulk.module.css';
import type { NumberLookup } from './lookup-many.graphql.ts';

/** Which rows the address asks for. */
export const SHOWN = ['all', 'found', 'missing'] as const;
export type Shown = (typeof SHOWN)[number];

const HEADS = ['number', 'cargo', 'phase', 'place', 'eta'] as const;

interface BulkAnswerProps {
  readonly lookups: readonly NumberLookup[];
  /** The question as the address has it. */
  readonly number: string;
  readonly show: Shown;
  /** Whether whoever asks sees everything. */
  readonly seesAll: boolean;
}

/** A row for each number in the order in which they were asked: where the cargo is, or why there is none and what to do. */
export function BulkAnswer({ lookups, number, show, seesAll }: BulkAnswerProps) {
  const t = useTranslations('bulk');
  const isFound = ({ hits }: NumberLookup) => hits.length > 0;
  const found = lookups.filter(isFound).length;
  const counts = { all: lookups.length, found, missing: lookups.length - found };
  const rows = lookups.filter((one) => show === 'all' || isFound(one) === (show === 'found'));
  return (
    <>
      <h1 className={styles.title}>{t('title', { found, count: lookups.length })}</h1>
      <nav className={styles.show} aria-label={t('show')}>
        {SHOWN.map((one) => (
          <Link
            key={one}
            href={{ pathname: '/find', query: one === 'all' ? { number } : { number, show: one } }}
            aria-current={one === show ? 'true' : undefined}
            prefetch={false}
            scroll={false}
          >
            {t(one, { count: counts[one] })}
          </Link>
        ))}
      </nav>
      <table className={styles.table} data-testid="bulk">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((lookup) => (
            <BulkRow key={lookup.query} lookup={lookup} seesAll={seesAll} />
          ))}
        </tbody>
      </table>
    </>
  );
}
