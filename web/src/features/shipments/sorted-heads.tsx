'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import type { Address } from './list-address.ts';
import { type Column, orderOf, SORT_OF, sortedBy } from './list-order.ts';

/** Where a list stands, and what its address says. */
export interface ListPlace {
  readonly pathname: string;
  readonly address: Address;
}

interface SortedHeadsProps {
  readonly columns: readonly Column[];
  readonly place: ListPlace;
}

/** Heads of the columns; those that the list can be sorted by are links to the same list in that order. */
export function SortedHeads({ columns, place: { pathname, address } }: SortedHeadsProps) {
  const t = useTranslations('list');
  const { by, direction } = orderOf(address);
  const isUp = direction === 'ASCENDING';
  return columns.map((column) => {
    const sort = SORT_OF[column];
    const name = t(`columns.${column}`);
    if (!sort) {
      return (
        <th key={column} scope="col">
          {name}
        </th>
      );
    }
    const isBy = sort === by;
    return (
      <th key={column} scope="col" aria-sort={isBy ? (isUp ? 'ascending' : 'descending') : undefined}>
        <Link
          href={{ pathname, query: sortedBy(address, sort) }}
          title={t('sortBy', { column: name })}
          prefetch={false}
          scroll={false}
        >
          {name}
          <span aria-hidden="true">{isBy ? (isUp ? '▲' : '▼') : '↕'}</span>
        </Link>
      </th>
    );
  });
}
