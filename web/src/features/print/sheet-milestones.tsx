'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { boxesOf, type MilestoneGroup, voicesOf } from '../journey/group-milestones.ts';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { useNow } from '../live/service-clock.tsx';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Mark } from '../../ui/mark.tsx';
import styles from './print-sheet.module.css';
import { sheetLine } from './sheet-rows.ts';

interface SheetMilestonesProps {
  readonly journey: Journey;
  /** Milestones that one column holds. */
  readonly room: number;
  readonly showsPapers: boolean;
}

/** Both lines side by side, newest on top, what is to come above what happened. */
export function SheetMilestones({ journey, room, showsPapers }: SheetMilestonesProps) {
  const t = useTranslations('lines');
  return (
    <div className={styles.lines}>
      <Column title={t('logistics')} dimension="LOGISTICS" milestones={journey.logistics} room={room} none={t('empty_LOGISTICS')} />
      <Column title={t('documents')} dimension="DOCUMENT" milestones={journey.documents} room={room} none={t(showsPapers ? 'empty_DOCUMENT' : 'notShown')} />
    </div>
  );
} // prettier-ignore

interface ColumnProps {
  readonly title: string;
  readonly dimension: 'LOGISTICS' | 'DOCUMENT';
  readonly milestones: Journey['logistics'];
  readonly room: number;
  readonly none: string;
}

function Column({ title, dimension, milestones, room, none }: ColumnProps) {
  const t = useTranslations();
  const { ahead, behind, left } = sheetLine(milestones, useNow(), room);
  return (
    <section className={styles.column} data-dimension={dimension}>
      <h2>{title}</h2>
      {milestones.length === 0 ? <p className={styles.soft}>{none}</p> : null}
      <ol>
        {ahead.map((group) => (
          <Entry key={group.key} group={group} />
        ))}
      </ol>
      {milestones.length > 0 ? <p className={styles.now}>{t('lines.now')}</p> : null}
      <ol>
        {behind.map((group) => (
          <Entry key={group.key} group={group} />
        ))}
      </ol>
      {left > 0 ? <p className={styles.soft}>{t('print.more', { count: left })}</p> : null}
    </section>
  );
}

function Entry({ group }: { readonly group: MilestoneGroup }) {
  const t = useTranslations();
  const names = useNames();
  const { head } = group;
  const boxes = boxesOf(group);
  const sources = voicesOf(group);
  const [box] = boxes;
  const which = boxes.length > 1 ? t('lines.boxes', { count: boxes.length }) : box ? displayNumber('CONTAINER', box) : null;
  const who = sources.length === 0 ? t('lines.guess') : sources.map((source) => names.source(source)).join(', ');
  return (
    <li className={styles.entry}>
      <Mark certainty={head.classifier} derived={head.derived} guess={sources.length === 0} />
      <span className={styles.name}>
        {names.event(head)}
        {head.classifier === 'ACTUAL' ? null : <em>{t(`classifiers.${head.classifier}`)}</em>}
      </span>
      <ReportedTimeText time={head.time} />
      <span className={styles.who}>
        {/* Who says so comes before what may be cut off for want of room. */}
        {[head.place && names.place(head.place), who, which, head.transport && names.transport(head.transport)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
} // prettier-ignore
