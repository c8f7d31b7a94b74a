'use client';

import { useLocale, useTranslations } from 'next-intl';
import { InstantText } from '../../time/instant-text.tsx';
import { formatWallClock } from '../../time/wall-clock.ts';
import { useNames } from '../journey/use-names.ts';
import { useNow } from '../live/service-clock.tsx';
import type { Column } from './list-order.ts';
import type { ListedShipment } from './shipments.graphql.ts';
import { useListedWords } from './use-listed-words.ts';

/** What is wrong is said of so many; the others are counted. */
const SAID = 2;

interface ShipmentCellProps {
  readonly column: Column;
  readonly shipment: ListedShipment;
}

export function ShipmentCell({ column, shipment }: ShipmentCellProps) {
  const t = useTranslations();
  const names = useNames();
  const words = useListedWords();
  const { phase, place, destination, next, attention, exceptions } = shipment;
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
    case 'eta':
      return <Arrival head={head} shipment={shipment} />;
    case 'departure':
      return <Instant head={head} at={shipment.departedAt} />;
    case 'declared':
      return <Instant head={head} at={shipment.declaredAt} />;
    case 'released':
      return <Instant head={head} at={shipment.releasedAt} />;
    case 'changed':
      return <Instant head={head} at={shipment.changedAt} />;
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

interface ArrivalProps {
  readonly head: string;
  readonly shipment: ListedShipment;
}

/** When it is expected; of what is expected no more, when it came, or was to: what the column is sorted by. */
function Arrival({ head, shipment: { eta, arrivesAt } }: ArrivalProps) {
  const locale = useLocale();
  const now = useNow(60_000);
  const words = useListedWords();
  if (!eta) return <Instant head={head} at={arrivesAt} />;
  const late = eta.late === null ? null : words.late(eta.late);
  return (
    <td data-head={head}>
      <time dateTime={eta.time.instant}>{formatWallClock(eta.time, locale, now)}</time>
      {late ? <small data-late={(eta.late ?? 0) > 0}>{late}</small> : null}
    </td>
  );
}

function Instant({ head, at }: { readonly head: string; readonly at: string | null }) {
  return (
    <td data-head={head} data-empty={at === null}>
      {at === null ? '–' : <InstantText at={at} />}
    </td>
  );
}
