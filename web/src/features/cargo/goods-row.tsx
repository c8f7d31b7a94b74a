'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import { useNames } from '../journey/use-names.ts';
import type { Goods } from './cargo.graphql.ts';
import styles from './cargo.module.css';
import { SaidRow } from './said-row.tsx';
import { useAmountsOf } from './use-amounts-of.ts';

interface GoodsRowProps {
  readonly goods: Goods;
  readonly milestones: MilestoneOfClaim;
}

const firstShown = 5;

/** What one paper says that the cargo is: its lines and what they come to; it opens to who says so. */
export function GoodsRow({ goods, milestones }: GoodsRowProps) {
  const t = useTranslations('cargo');
  const names = useNames();
  const { total, line: amountsOf } = useAmountsOf();
  const { subject, lines, isDisputed, voices } = goods;
  const label = subject ? names.scheme(subject.scheme) : t('goods');
  const left = lines.length - firstShown;
  return (
    <SaidRow label={label} isDisputed={isDisputed} voices={voices} milestones={milestones} testId="goods-of">
      {subject ? <span className="number">{displayNumber(subject.scheme, subject.value)}</span> : null}
      {lines.slice(0, firstShown).map((line, index) => (
        // Lines have no number of their own, and may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index}>
          {line.description ? <strong className={styles.name}>{line.description}</strong> : null}{' '}
          <span className={styles.soft}>{amountsOf(line)}</span>
        </span>
      ))}
      {left > 0 ? <span className={styles.soft}>{t('moreLines', { count: left })}</span> : null}
      <span>{total(goods)}</span>
    </SaidRow>
  );
}
