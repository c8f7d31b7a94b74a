'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { useHash } from '../../ui/use-hash.ts';
import type { MilestoneGroup } from './group-milestones.ts';
import styles from './milestone-entry.module.css';
import { MilestoneSummary } from './milestone-summary.tsx';
import type { Milestone } from './shipment.graphql.ts';

interface GroupEntryProps {
  readonly group: MilestoneGroup;
  readonly fresh: ReadonlySet<string>;
  /** The line that links lead to; false where the same milestone is repeated elsewhere on the page. */
  readonly anchored?: boolean;
  /** Shows the day with the time, where no heading gives it. */
  readonly dated?: boolean;
}

/** One line of the axis. It opens in place: to its evidence, or first to the boxes it stands for. */
export function GroupEntry({ group, fresh, anchored = true, dated = false }: GroupEntryProps) {
  const { head, items } = group;
  const hash = useHash();
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Whoever follows a link to a line wants to see what stands behind it.
  const open = chosen ?? (anchored && items.some(({ id }) => hash === `milestone-${id}`));
  const isFresh = items.some(({ id }) => fresh.has(id));
  return (
    <li
      className={styles.entry}
      id={anchored ? `milestone-${head.id}` : undefined}
      data-fresh={isFresh}
      data-code={head.code}
    >
      {anchored ? items.slice(1).map(({ id }) => <span key={id} id={`milestone-${id}`} />) : null}
      <button
        type="button"
        className={styles.summary}
        aria-expanded={open}
        data-testid="milestone"
        onClick={() => setChosen(!open)}
      >
        <MilestoneSummary group={group} fresh={isFresh} open={open} dated={dated} />
      </button>
      {open ? (
        <div className={styles.detail}>
          {items.length > 1 ? <Boxes items={items} /> : <OneMilestone milestone={head} />}
        </div>
      ) : null}
    </li>
  );
}

/** The boxes that a single report covers, named, then the report itself. */
function OneMilestone({ milestone }: { readonly milestone: Milestone }) {
  const { containers } = milestone;
  return (
    <>
      {containers.length > 1 ? (
        <p className={`number ${styles.covered}`}>
          {containers.map((one) => displayNumber('CONTAINER', one)).join(' · ')}
        </p>
      ) : null}
      <EvidenceList milestone={milestone} />
    </>
  );
}

function Boxes({ items }: { readonly items: readonly Milestone[] }) {
  return (
    <ul>
      {items.map((item) => (
        <Box key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Box({ item }: { readonly item: Milestone }) {
  const t = useTranslations('lines');
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.box}>
      <button type="button" className={styles.boxHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="number">{displayNumber('CONTAINER', item.equipmentReference ?? '')}</span>
        <span className={styles.boxVoices}>{t('voices', { count: item.voices.length })}</span>
        {item.disagreement ? <span className={styles.disagreement}>{t('disagreement')}</span> : null}
        <time className={styles.boxTime} dateTime={item.time.instant}>
          {item.time.precision === 'DAY' ? '' : item.time.local.slice(11, 16)}
        </time>
      </button>
      {open ? <EvidenceList milestone={item} /> : null}
    </li>
  );
}
