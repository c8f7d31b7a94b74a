'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { formatUtc } from '../../time/wall-clock.ts';
import { Legend } from '../journey/legend.tsx';
import type { Shipment } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { useVerdict } from '../journey/use-verdict.ts';
import { useNow } from '../live/service-clock.tsx';
import { groupExceptions } from '../attention/group-exceptions.ts';
import { Withheld } from '../share-links/withheld.tsx';
import styles from './print-sheet.module.css';
import { SheetCargo } from './sheet-cargo.tsx';
import { SheetBoxes } from './sheet-boxes.tsx';
import { SheetExceptions } from './sheet-exceptions.tsx';
import { SheetFacts } from './sheet-facts.tsx';
import { SheetMilestones } from './sheet-milestones.tsx';
import { roomFor } from './sheet-rows.ts';

export interface PrintSheetProps {
  readonly shipment: Shipment;
}

/** The journey on one page of A4: the answer, what it rests on, who says so, as of when, and where to look for more. */
export function PrintSheet({ shipment }: PrintSheetProps) {
  const t = useTranslations();
  const locale = useLocale();
  const names = useNames();
  const now = useNow();
  const { title, journey, withheld } = shipment;
  const verdict = useVerdict(journey);
  const exceptions = groupExceptions(journey.exceptions).filter(({ closedAt }) => closedAt === null);
  const { parties, goods } = shipment;
  const room = roomFor(journey.containers.length, exceptions.length, parties.length + goods.length);
  const asOf = shipment.asOf ?? new Date(now).toISOString();
  return (
    <article className={styles.sheet} data-print-sheet="" data-testid="print-sheet">
      <header className={styles.head}>
        <span>
          {names.scheme(title.scheme)} <strong className="number">{displayNumber(title.scheme, title.value)}</strong>
        </span>
        <span className={styles.phase}>{t(`phases.${journey.phase}`)}</span>
        <span className={styles.maker}>{t('print.maker')}</span>
      </header>
      <h1 className={styles.verdict}>
        {[verdict.where, ...verdict.ahead].join(locale === 'zh-CN' ? '' : ' ')}
        {verdict.blocked ? <span className={styles.blocked}>{verdict.blocked}</span> : null}
      </h1>
      <SheetFacts journey={journey} withheld={withheld} />
      <SheetExceptions exceptions={exceptions} room={room.exceptions} />
      <SheetCargo parties={parties} goods={goods} room={room.cargo} />
      <SheetBoxes containers={journey.containers} room={room.boxes} />
      <SheetMilestones journey={journey} room={room.milestones} showsPapers={!withheld.includes('PAPERS')} />
      <footer className={styles.foot}>
        <Legend />
        <Withheld groups={withheld} />
        <p>
          <strong>{t('print.asOf', { time: formatUtc(asOf) })}</strong> {t('print.times')}
        </p>
        <p className={styles.address}>{addressOf(shipment)}</p>
      </footer>
    </article>
  );
} // prettier-ignore

/** Where the page is found again: without how it was found, but as of the same instant. */
function addressOf({ asOf }: Shipment): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${asOf ? `?${new URLSearchParams({ asOf }).toString()}` : ''}`;
}
