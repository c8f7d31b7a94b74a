'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import type { Goods, Party } from '../cargo/cargo.graphql.ts';
import { useAmountsOf } from '../cargo/use-amounts-of.ts';
import { usePartyIds } from '../cargo/use-party-ids.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './print-sheet.module.css';

interface SheetCargoProps {
  readonly parties: readonly Party[];
  readonly goods: readonly Goods[];
  readonly room: number;
}

/** Whose cargo it is and what it is, a line each, with who says so. */
export function SheetCargo({ parties, goods, room }: SheetCargoProps) {
  const t = useTranslations();
  const names = useNames();
  const idsOf = usePartyIds();
  const { total } = useAmountsOf();
  const lines = [
    ...parties.map((party) => ({
      label: t(`cargo.roles.${party.role}`),
      what: party.name ?? '',
      more: idsOf(party),
      ...party,
    })),
    ...goods.map((one) => ({
      label: one.subject ? names.scheme(one.subject.scheme) : t('cargo.goods'),
      what: one.lines.flatMap(({ description }) => description ?? []).join(', '),
      more: [one.subject ? displayNumber(one.subject.scheme, one.subject.value) : '', total(one)],
      ...one,
    })),
  ];
  if (lines.length === 0) return null;
  const left = lines.length - room;
  return (
    <section className={styles.part}>
      <h2>{t('cargo.title')}</h2>
      <ul className={styles.cargo}>
        {lines.slice(0, room).map(({ label, what, more, isDisputed, voices }) => (
          <li key={[label, what, ...more].join('|')} className={styles.line}>
            <span className={styles.soft}>{label}</span> <strong>{what}</strong>{' '}
            <span className={styles.soft}>
              {[
                ...more,
                isDisputed ? t('lines.disagreement') : null,
                ...new Set(voices.map(({ source }) => names.source(source))),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className={styles.soft}>{t('print.more', { count: left })}</p> : null}
    </section>
  );
}
