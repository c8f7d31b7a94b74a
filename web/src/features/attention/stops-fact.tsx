'use client';

import { useTranslations } from 'next-intl';
import { useLength } from '../../time/use-length.ts';
import type { Readiness } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './attention.module.css';
import type { StopWords } from './use-stops.ts';
import { releaseHere } from './what-stops.ts';

interface StopsFactProps {
  readonly stops: readonly StopWords[];
  readonly readiness: readonly Readiness[];
}

/** What stops it: the worst of all with who must act and since when, or that nothing does. */
export function StopsFact({ stops, readiness }: StopsFactProps) {
  const t = useTranslations();
  const [worst, ...others] = stops;
  if (!worst) return <NoStop readiness={readiness} />;
  return (
    <>
      <Worst stop={worst} />
      {others.length > 0 ? (
        <dd className={styles.more}>
          <a href={others[0]?.href ?? '#release'}>{t('attention.others', { count: others.length })}</a>
        </dd>
      ) : null}
    </>
  );
}

function Worst({ stop: { what, weight, actor, since, href } }: { readonly stop: StopWords }) {
  const t = useTranslations('attention');
  const length = useLength();
  return (
    <>
      <dd className={styles.worst} data-weight={weight}>
        {href ? <a href={href}>{what}</a> : what}
      </dd>
      {actor || since ? (
        <dd className={styles.more}>
          {[actor ? t('mustAct', { actor }) : null, since ? t('since', { length: length(since) }) : null]
            .filter(Boolean)
            .join(' · ')}
        </dd>
      ) : null}
    </>
  );
}

/** "Nothing stops it" is said only where that is known: beside a place that it may not yet leave, more is needed. */
function NoStop({ readiness }: Pick<StopsFactProps, 'readiness'>) {
  const t = useTranslations();
  const names = useNames();
  const here = releaseHere(readiness);
  const place = here?.place ? names.place(here.place) : '';
  if (here?.verdict === 'READY')
    return (
      <dd className={styles.ready}>
        <a href="#release">{t('release.mayLeave', { place })}</a>
      </dd>
    );
  return (
    <>
      <dd className={styles.nothing}>{t('journey.noBlockers')}</dd>
      {here?.verdict === 'UNKNOWN' ? (
        <dd className={styles.more}>
          <a href="#release">{t('release.notKnown', { place })}</a>
        </dd>
      ) : null}
    </>
  );
}
