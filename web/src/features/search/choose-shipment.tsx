'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { formatDay, formatWallClock } from '../../time/wall-clock.ts';
import { useNames } from '../journey/use-names.ts';
import { useNow } from '../live/service-clock.tsx';
import styles from './choose-shipment.module.css';
import type { Lookup, LookupHit } from './lookup.graphql.ts';
import { shipmentAddress } from './shipment-address.ts';

/** Several cargoes for one number: a reused container, a house number of two forwarders. */
export function ChooseShipment({ lookup }: { readonly lookup: Lookup }) {
  const t = useTranslations('find');
  const reused = lookup.shipments.every(({ via }) => via.scheme === 'CONTAINER');
  return (
    <>
      <h1 className={styles.title}>
        {t('choose', { count: lookup.shipments.length, number: lookup.query })}
      </h1>
      <p className={styles.lead}>{t(reused ? 'chooseReused' : 'chooseSeveral')}</p>
      <ol className={styles.list}>
        {lookup.shipments.map((hit) => (
          <li key={`${hit.shipment.id}:${hit.via.scheme}:${hit.via.value}`}>
            <Choice hit={hit} lookup={lookup} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Choice({ hit, lookup }: { readonly hit: LookupHit; readonly lookup: Lookup }) {
  const t = useTranslations();
  const locale = useLocale();
  const names = useNames();
  const now = useNow(3_600_000);
  const { title, journey } = hit.shipment;
  const { origin, destination, last, eta } = journey;
  const actual = journey.logistics
    .filter((one) => one.classifier === 'ACTUAL')
    .map((one) => one.time)
    .toSorted((a, b) => a.instant.localeCompare(b.instant));
  const [first] = actual;
  const latest = actual.at(-1);
  return (
    <Link href={shipmentAddress(hit, lookup)} className={styles.choice} prefetch={false}>
      <span className={styles.head}>
        <span className={styles.kind}>{names.scheme(title.scheme)}</span>
        <span className={`number ${styles.number}`}>{title.value}</span>
        <span className={styles.phase}>{t(`phases.${journey.phase}`)}</span>
      </span>
      {origin && destination ? (
        <span>{t('find.route', { from: names.place(origin), to: names.place(destination) })}</span>
      ) : null}
      <span className={styles.dates}>
        {first && latest ? (
          <span>
            {t('find.period', {
              from: formatDay(first.local, locale, now),
              to: formatDay(latest.local, locale, now),
            })}
          </span>
        ) : null}
        {last ? (
          <span>
            {names.event(last)}, {formatWallClock(last.time, locale, now)}
          </span>
        ) : null}
        {eta ? <span>{t('find.eta', { time: formatWallClock(eta.time, locale, now) })}</span> : null}
        {hit.via.value === title.value || lookup.query.includes(hit.via.value) ? null : (
          <span>{t('find.via', { scheme: names.scheme(hit.via.scheme), value: hit.via.value })}</span>
        )}
      </span>
    </Link>
  );
}
