'use client';

import { displayNumber, displaySizeType } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { GroupEntry } from '../journey/group-entry.tsx';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import type { ContainerProgress } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './containers-panel.module.css';
import { ParkedStatements } from './parked-statements.tsx';
import { PhaseProgress } from './phase-progress.tsx';

interface ContainersPanelProps {
  readonly containers: readonly ContainerProgress[];
  readonly fresh: ReadonlySet<string>;
  readonly milestones: MilestoneOfClaim;
}

const firstShown = 12;

/** One row a box: what it is, how far it is, what was last said of it; its own moves open in place. */
export function ContainersPanel({ containers, fresh, milestones }: ContainersPanelProps) {
  const t = useTranslations('containers');
  const [all, setAll] = useState(false);
  if (containers.length === 0) return null;
  const shown = all ? containers : containers.slice(0, firstShown);
  return (
    <Panel id="containers" title={t('title', { count: containers.length })}>
      <ul>
        {shown.map((container) => (
          <ContainerRow key={container.cycleId} container={container} fresh={fresh} milestones={milestones} />
        ))}
      </ul>
      {shown.length < containers.length ? (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('more', { count: containers.length })}
        </button>
      ) : null}
    </Panel>
  );
}

interface ContainerRowProps {
  readonly container: ContainerProgress;
  readonly fresh: ReadonlySet<string>;
  readonly milestones: MilestoneOfClaim;
}

function ContainerRow({ container, fresh, milestones }: ContainerRowProps) {
  const t = useTranslations('containers');
  const names = useNames();
  const [open, setOpen] = useState(false);
  const { reference, sizeType, seals, phase, last, steps, parked } = container;
  const isContradicted = parked.some(({ reason }) => reason === 'CONTRADICTED');
  const newestFirst = steps.toSorted((a, b) => b.time.instant.localeCompare(a.time.instant));
  return (
    <li className={styles.container} data-testid="container">
      <button type="button" className={styles.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.reference}>
          <span className="number">{displayNumber('CONTAINER', reference)}</span>
          {sizeType ? (
            <span className={styles.type} title={sizeType}>
              {displaySizeType(sizeType)}
            </span>
          ) : null}
        </span>
        <PhaseProgress phase={phase} />
        <span className={styles.last}>
          {last ? (
            <>
              {names.event(last)}
              {last.place ? ` · ${names.place(last.place)}` : ''}{' '}
              <span className={styles.time}>
                <ReportedTimeText time={last.time} />
              </span>
            </>
          ) : null}
          {isContradicted ? <span className={styles.contradicted}>{t('contradicted')}</span> : null}
        </span>
        <span className={styles.seals}>
          {seals.length === 0 ? t('noSeals') : `${t('seals')} `}
          <span className="number">{seals.join(', ')}</span>
        </span>
        <Icon name="chevron" size={16} className={styles.chevron} data-open={open} />
      </button>
      {open ? (
        <>
          <ul className={styles.steps} aria-label={t('steps', { reference })}>
            {newestFirst.map((step) => (
              <GroupEntry
                key={step.id}
                group={{ key: step.id, head: step, items: [step] }}
                fresh={fresh}
                anchored={false}
                dated
              />
            ))}
          </ul>
          <ParkedStatements parked={parked} fresh={fresh} milestones={milestones} />
        </>
      ) : null}
    </li>
  );
}
