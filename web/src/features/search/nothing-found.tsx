'use client';

import { carrierOfBill, displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { likelyKinds, mistypedReading } from './likely-kinds.ts';
import type { Lookup } from './lookup.graphql.ts';
import styles from './nothing-found.module.css';
import { findAddress } from './read-numbers.ts';
import type { Suggestion } from './suggestions.graphql.ts';
import { useRepairs } from './use-repairs.ts';

interface NothingFoundProps {
  readonly lookup: Lookup;
  readonly suggestions: readonly Suggestion[];
  /** Whoever sees everything is told that nobody reported it; to others it may be that they see nothing of it. */
  readonly seesAll: boolean;
}

/** The honest empty answer: what was tried, which check digits fail, what was perhaps meant, and what to do. */
export function NothingFound({ lookup, suggestions, seesAll }: NothingFoundProps) {
  const t = useTranslations('find');
  const { candidates, query } = lookup;
  const mistyped = mistypedReading(candidates);
  const [likely] = likelyKinds(candidates);
  const isForeignBill = !mistyped && likely?.scheme === 'MASTER_BILL' && carrierOfBill(likely.value) === null;
  return (
    <div data-testid="nothing-found">
      <h1 className={styles.title}>{t('none', { number: query })}</h1>
      <p className={styles.lead}>{t(seesAll ? 'noneLead' : 'noneLeadMine')}</p>
      {suggestions.length > 0 ? <Meant suggestions={suggestions} /> : null}
      <section className={styles.part}>
        <h2>{t('triedTitle')}</h2>
        {candidates.length === 0 ? <p>{t('untried')}</p> : <AllTried candidates={candidates} />}
      </section>
      <section className={styles.part}>
        <h2>{t('adviceTitle')}</h2>
        <ul className={styles.advice}>
          {mistyped ? <li>{t('adviceCheck', { value: mistyped.value })}</li> : null}
          {isForeignBill ? <li>{t('adviceCarrier')}</li> : null}
          <li>{t('adviceOther')}</li>
          {seesAll ? null : <li>{t('adviceShare')}</li>}
          <li>{t('adviceWait')}</li>
        </ul>
      </section>
    </div>
  );
}

function Meant({ suggestions }: Pick<NothingFoundProps, 'suggestions'>) {
  const t = useTranslations('find');
  const schemes = useTranslations('schemes');
  return (
    <section className={styles.part} data-testid="meant">
      <h2>{t('meantTitle')}</h2>
      <ul className={styles.meant}>
        {suggestions.map(({ number: { scheme, value }, slip }) => (
          <li key={`${scheme}:${value}`}>
            <Link href={findAddress([value])} prefetch={false} className="number">
              {displayNumber(scheme, value)}
            </Link>
            <small>{`${schemes(scheme)} · ${t(`slips.${slip}`)}`}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The likely readings in the open, and what anything is known of; the far-fetched ones folded away: a bill without its carrier has a dozen. */
function AllTried({ candidates }: Pick<Lookup, 'candidates'>) {
  const t = useTranslations('find');
  const likely = new Set([...likelyKinds(candidates), ...candidates.filter(({ found }) => found)]);
  const rest = candidates.filter((one) => !likely.has(one));
  return (
    <>
      <Tried candidates={[...likely]} />
      {rest.length > 0 ? (
        <details className={styles.rest}>
          <summary>{t('triedMore', { count: rest.length })}</summary>
          <Tried candidates={rest} />
        </details>
      ) : null}
    </>
  );
}

function Tried({ candidates }: Pick<Lookup, 'candidates'>) {
  const t = useTranslations('find');
  const schemes = useTranslations('schemes');
  const repairs = useRepairs();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('check')}</th>
          <th scope="col">{t('result')}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map(({ scheme, value, checkDigit, repairs: changed, found }) => (
          <tr key={`${scheme}:${value}`}>
            <th scope="row">{schemes(scheme)}</th>
            <td>
              <span className="number">{value}</span>
              {repairs(changed).map((repair) => (
                <small key={repair}>{repair}</small>
              ))}
            </td>
            <td data-check={checkDigit}>{t(`check_${checkDigit}`)}</td>
            <td>{t(found ? 'known' : 'unknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
