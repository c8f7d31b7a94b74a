'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { formatWallClock } from '../../time/wall-clock.ts';
import { useNames } from '../journey/use-names.ts';
import { useNow } from '../live/service-clock.tsx';
import { likelyKinds, mistypedReading } from '../search/likely-kinds.ts';
import { findAddress } from '../search/read-numbers.ts';
import { shipmentAddress, theOneMeant } from '../search/shipment-address.ts';
import { useRepairs } from '../search/use-repairs.ts';
import { useListedWords } from '../shipments/use-listed-words.ts';
import styles from './bulk.module.css';
import type { NumberLookup } from './lookup-many.graphql.ts';
import { whyNot } from './why-not.ts';

interface BulkRowProps {
  readonly lookup: NumberLookup;
  /** Whether whoever asks sees everything. */
  readonly seesAll: boolean;
}

/** One of many numbers: what it was read as, and what it leads to. */
export function BulkRow({ lookup, seesAll }: BulkRowProps) {
  const names = useNames();
  const repairs = useRepairs();
  const { hits, candidates, query } = lookup;
  const meant = theOneMeant(hits);
  const via = meant?.via ?? hits[0]?.via;
  const found = candidates.find(({ scheme, value }) => scheme === via?.scheme && value === via.value);
  const reading = found ?? mistypedReading(candidates) ?? likelyKinds(candidates)[0];
  const words = reading ? [names.scheme(reading.scheme), ...repairs(reading.repairs)] : [];
  return (
    <tr data-found={hits.length > 0}>
      <th scope="row">
        <span className="number">{query}</span>
        {words.length > 0 ? <small>{words.join(' · ')}</small> : null}
      </th>
      {meant ? <Found hit={meant} lookup={lookup} /> : <NotOne lookup={lookup} seesAll={seesAll} />}
    </tr>
  );
}

type Hit = NumberLookup['hits'][number];

function Found({ hit, lookup }: { readonly hit: Hit; readonly lookup: NumberLookup }) {
  const t = useTranslations();
  const locale = useLocale();
  const names = useNames();
  const listed = useListedWords();
  const now = useNow(60_000);
  const { title, phase, place, destination, eta } = hit.shipment;
  const late = eta?.late == null ? null : listed.late(eta.late);
  return (
    <>
      <td data-head={t('bulk.cargo')}>
        <Link href={shipmentAddress(hit, lookup)} prefetch={false} className="number">
          {displayNumber(title.scheme, title.value)}
        </Link>
        <small>{names.scheme(title.scheme)}</small>
      </td>
      <td data-head={t('bulk.phase')}>{t(`phases.${phase}`)}</td>
      <td data-head={t('bulk.place')}>
        {place ? names.place(place) : t('bulk.underWay')}
        {destination ? <small>→ {names.place(destination)}</small> : null}
      </td>
      <td data-head={t('bulk.eta')} data-empty={eta === null}>
        {eta ? <time dateTime={eta.time.instant}>{formatWallClock(eta.time, locale, now)}</time> : '–'}
        {late ? <small data-late={(eta?.late ?? 0) > 0}>{late}</small> : null}
      </td>
    </>
  );
}

/** It leads to several, among which only a person can choose, or nowhere. */
function NotOne({ lookup, seesAll }: BulkRowProps) {
  const t = useTranslations('bulk');
  const { hits, query } = lookup;
  const why = whyNot(lookup, seesAll);
  return (
    <td colSpan={4} data-head={t('cargo')} className={hits.length > 0 ? undefined : styles.not}>
      {hits.length > 0 ? (
        <Link href={findAddress([query])} prefetch={false}>
          {t('choose', { count: hits.length })}
        </Link>
      ) : (
        <>
          <span className={why === 'CHECK_DIGIT' ? styles.fail : undefined}>{t(`why.${why}`)}</span>
          <small>{t(`what.${why}`)}</small>
        </>
      )}
    </td>
  );
}
