'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { Link } from '../../i18n/navigation.ts';
import { useNames } from '../journey/use-names.ts';
import { type Column, columnsOf } from './list-order.ts';
import { ShipmentCell } from './shipment-cell.tsx';
import type { ListedShipment } from './shipments.graphql.ts';
import styles from './shipments.module.css';
import { type ListPlace, SortedHeads } from './sorted-heads.tsx';

interface ShipmentListProps {
  readonly shipments: readonly ListedShipment[];
  /** Whether each row has a box to mark it by, for the form around the table. */
  readonly isMarked?: boolean;
  /** Its address says which columns are shown, and in what order the rows stand. */
  readonly place: ListPlace;
}

/**
 * A table where there is room; on a phone each row is a card with its heads beside its cells. Rows out of sight are neither laid out nor
 * painted (`content-visibility`), so that a thousand of them scroll as few do, and the browser still finds, marks and reads out each.
 */
export function ShipmentList({ shipments, isMarked = false, place }: ShipmentListProps) {
  const t = useTranslations('list');
  const columns = columnsOf(place.address);
  return (
    <table className={styles.table} data-testid="shipments" style={cellsOf(columns, isMarked)}>
      <thead>
        <tr>
          {isMarked ? (
            <th scope="col">
              <span className="visually-hidden">{t('mark')}</span>
            </th>
          ) : null}
          <th scope="col">{t('columns.number')}</th>
          <SortedHeads columns={columns} place={place} />
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

/** Rows are laid out one by one, so their cells stand in columns by shares of the width, not by what is in them. */
function cellsOf(columns: readonly Column[], isMarked: boolean): CSSProperties {
  const shares = columns.map((column) => `minmax(0, ${column === 'attention' ? 1.3 : 1}fr)`);
  const cells = [...(isMarked ? ['48px'] : []), 'minmax(0, 1.3fr)', ...shares];
  return { '--cells': cells.join(' ') } as CSSProperties;
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
        <ShipmentCell key={column} column={column} shipment={shipment} />
      ))}
    </tr>
  );
}
