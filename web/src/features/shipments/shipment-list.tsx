'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { formatWallClock } from '../../time/wall-clock.ts';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { useNames } from '../journey/use-names.ts';
import { useNow } from '../live/service-clock.tsx';
import type { ListedShipment } from './shipments.graphql.ts';
import styles from './shipments.module.css';
import { useListedWords } from './use-listed-words.ts';

const HEADS = ['number', 'phase', 'place', 'next', 'eta', 'attention'] as const;
/** What is wrong is said of so many; the others are counted. */
const SAID = 2;

interface ShipmentListProps {
  readonly shipments: readonly ListedShipment[];
  /** Whether each row has a box to mark it by, for the form around the table. */
  readonly isMarked?: boolean;
}

/** A table where there is room; on a phone each row is a card with its heads beside its cells. */
export function ShipmentList({ shipments, isMarked = false }: ShipmentListProps) {
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
          <ColumnHeads names={HEADS.map((head) => t(`columns.${head}`))} />
        </tr>
      </thead>
      <tbody>
        {shipments.map((shipment) => (
          <Row key={shipment.id} shipment={shipment} isMarked={isMarked} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ shipment, isMarked }: { readonly shipment: ListedShipment; readonly isMarked: boolean }) {
  const t = useTranslations();
  const locale = useLocale();
  const names = useNames();
  const words = useListedWords();
  const now = useNow(60_000);
  const { id, title, containers, phase, place, destination, next, eta, attention, exceptions } = shipment;
  const late = eta?.late == null ? null : words.late(eta.late);
  const wrong = [...new Set(exceptions.map(({ kind }) => words.exception(kind)))];
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
      <td data-head={t('list.columns.phase')}>{t(`phases.${phase}`)}</td>
      <td data-head={t('list.columns.place')}>
        {place ? names.place(place) : t('list.underWay')}
        {destination ? <small>→ {names.place(destination)}</small> : null}
      </td>
      <td data-head={t('list.columns.next')} data-empty={next === null}>
        {next ? names.nextStep(next.code, null) : '–'}
        {next?.place ? <small>{names.place(next.place)}</small> : null}
      </td>
      <td data-head={t('list.columns.eta')} data-empty={eta === null}>
        {eta ? <time dateTime={eta.time.instant}>{formatWallClock(eta.time, locale, now)}</time> : '–'}
        {late ? <small data-late={(eta?.late ?? 0) > 0}>{late}</small> : null}
      </td>
      <td data-head={t('list.columns.attention')} data-severity={attention} data-empty={wrong.length === 0}>
        {wrong.length > 0 ? wrong.slice(0, SAID).join(' · ') : '–'}
        {wrong.length > SAID ? <small>{t('list.others', { count: wrong.length - SAID })}</small> : null}
      </td>
    </tr>
  ); // prettier-ignore
}
