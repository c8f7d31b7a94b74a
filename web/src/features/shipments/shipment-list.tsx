'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { formatWallClock } from '../../time/wall-clock.ts';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { useNames } from '../journey/use-names.ts';
import { useNow } from '../live/service-clock.tsx';
import { COLUMNS, type Column } from './list-address.ts';
import type { ListedShipment } from './shipments.graphql.ts';
import styles from './shipments.module.css';
import { useListedWords } from './use-listed-words.ts';

/** What is wrong is said of so many; the others are counted. */
const SAID = 2;

interface ShipmentListProps {
  readonly shipments: readonly ListedShipment[];
  /** Whether each row has a box to mark it by, for the form around the table. */
  readonly isMarked?: boolean;
  /** Those shown beside the number; left out: all. */
  readonly columns?: readonly Column[];
}

/** A table where there is room; on a phone each row is a card with its heads beside its cells. */
export function ShipmentList({ shipments, isMarked = false, columns = COLUMNS }: ShipmentListProps) {
  const t = useTranslations('list');
  return (
    <table className={styles.table} data-testid="shipments">
      <thead>
        <tr>
          {isMarked ? (
            <th scope="col">
              <span className="visually-hidden">{t('mark')}</span>
            </th>
          ) : null}
          <ColumnHeads names={(['number', ...columns] as const).map((head) => t(`columns.${head}`))} />
        </tr>
      </thead>
      <tbody>
        {shipments.map((shipment) => (
          <Row key={shipment.id} shipment={shipment} isMarked={isMarked} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly shipment: ListedShipment;
  readonly isMarked: boolean;
  readonly columns: readonly Column[];
}

function Row({ shipment, isMarked, columns }: RowProps) {
  const t = useTranslations();
  const names = useNames();
  const { id, title, containers } = shipment;
  return (
    <tr>
      {isMarked ? (
        <td className={styles.mark}>
          <input
            type="checkbox"
            name="shipment"
            value={id}
            aria-label={t('list.markOf', { number: displayNumber(title.scheme, title.value) })}
          />
        </td>
      ) : null}
      <th scope="row">
        <Link href={`/shipments/${id}`} prefetch={false} className="number">
          {displayNumber(title.scheme, title.value)}
        </Link>
        <small>
          {names.scheme(title.scheme)}
          {containers.length > 0 ? ` · ${t('lines.boxes', { count: containers.length })}` : ''}
        </small>
      </th>
      {columns.map((column) => (
        <Cell key={column} column={column} shipment={shipment} />
      ))}
    </tr>
  );
}

function Cell({ column, shipment }: { readonly column: Column; readonly shipment: ListedShipment }) {
  const t = useTranslations();
  const locale = useLocale();
  const names = useNames();
  const words = useListedWords();
  const now = useNow(60_000);
  const { phase, place, destination, next, eta, attention, exceptions } = shipment;
  const head = t(`list.columns.${column}`);
  switch (column) {
    case 'phase':
      return <td data-head={head}>{t(`phases.${phase}`)}</td>;
    case 'place':
      return (
        <td data-head={head}>
          {place ? names.place(place) : t('list.underWay')}
          {destination ? <small>→ {names.place(destination)}</small> : null}
        </td>
      );
    case 'next':
      return (
        <td data-head={head} data-empty={next === null}>
          {next ? names.nextStep(next.code, null) : '–'}
          {next?.place ? <small>{names.place(next.place)}</small> : null}
        </td>
      );
    case 'eta': {
      const late = eta?.late == null ? null : words.late(eta.late);
      return (
        <td data-head={head} data-empty={eta === null}>
          {eta ? <time dateTime={eta.time.instant}>{formatWallClock(eta.time, locale, now)}</time> : '–'}
          {late ? <small data-late={(eta?.late ?? 0) > 0}>{late}</small> : null}
        </td>
      );
    }
    case 'attention': {
      const wrong = [...new Set(exceptions.map(({ kind }) => words.exception(kind)))];
      return (
        <td data-head={head} data-severity={attention} data-empty={wrong.length === 0}>
          {wrong.length > 0 ? wrong.slice(0, SAID).join(' · ') : '–'}
          {wrong.length > SAID ? <small>{t('list.others', { count: wrong.length - SAID })}</small> : null}
        </td>
      );
    }
  }
}
