'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '../../ui/panel.tsx';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import type { Goods, Party } from './cargo.graphql.ts';
import styles from './cargo.module.css';
import { GoodsRow } from './goods-row.tsx';
import { PartyRow } from './party-row.tsx';

interface CargoPanelProps {
  readonly parties: readonly Party[];
  readonly goods: readonly Goods[];
  readonly milestones: MilestoneOfClaim;
}

/** Whose cargo it is and what it is, as papers say. Of what is withheld, or not told, nothing is shown. */
export function CargoPanel({ parties, goods, milestones }: CargoPanelProps) {
  const t = useTranslations('cargo');
  if (parties.length === 0 && goods.length === 0) return null;
  const title = parties.length === 0 ? t('goods') : goods.length === 0 ? t('parties') : t('title');
  return (
    <Panel id="cargo" title={title}>
      <div className={styles.columns}>
        {parties.length > 0 ? (
          <ul className={styles.column} aria-label={t('parties')} data-testid="parties">
            {parties.map((party) => (
              <PartyRow key={keyOf(party)} party={party} milestones={milestones} />
            ))}
          </ul>
        ) : null}
        {goods.length > 0 ? (
          <ul className={styles.column} aria-label={t('goods')} data-testid="goods">
            {goods.map((one) => (
              <GoodsRow key={JSON.stringify([one.subject, one.lines, one.pieces, one.grossKg])} goods={one} milestones={milestones} />
            ))}
          </ul>
        ) : null}
      </div>
    </Panel>
  );
} // prettier-ignore

function keyOf({ role, name, ids }: Party): string {
  return JSON.stringify([role, name, ids]);
}
