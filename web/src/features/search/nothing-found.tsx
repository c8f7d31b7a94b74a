'use client';

import { useTranslations } from 'next-intl';
import type { Lookup } from './lookup.graphql.ts';
import styles from './nothing-found.module.css';
import { useRepairs } from './use-repairs.ts';

/** The honest empty answer: what was tried, which check digits fail, and what to do. */
export function NothingFound({ lookup }: { readonly lookup: Lookup }) {
  const t = useTranslations('find');
  const { candidates, query } = lookup;
  const mistyped = candidates.find(({ checkDigit }) => checkDigit === 'FAIL');
  return (
    <div data-testid="nothing-found">
      <h1 className={styles.title}>{t('none', { number: query })}</h1>
      <p className={styles.lead}>{t('noneLead')}</p>
      <section className={styles.part}>
        <h2>{t('triedTitle')}</h2>
        {candidates.length === 0 ? <p>{t('untried')}</p> : <Tried candidates={candidates} />}
      </section>
      <section className={styles.part}>
        <h2>{t('adviceTitle')}</h2>
        <ul className={styles.advice}>
          {mistyped ? <li>{t('adviceCheck', { value: mistyped.value })}</li> : null}
          <li>{t('adviceOther')}</li>
          <li>{t('adviceWait')}</li>
        </ul>
      </section>
    </div>
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
