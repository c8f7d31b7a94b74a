'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAge } from '../../time/use-age.ts';
import { formatDay, formatWeekday } from '../../time/wall-clock.ts';
import { Icon } from '../../ui/icon.tsx';
import { ClaimLinks, type MilestoneOfClaim } from '../journey/claim-links.tsx';
import { useNames } from '../journey/use-names.ts';
import { useNow } from '../live/service-clock.tsx';
import { stateOf, type ClockGroup } from './group-clocks.ts';
import styles from './money.module.css';
import type { FreeTimeClock } from './money.graphql.ts';
import { grouped } from './use-amounts.ts';

interface ClockRowProps {
  readonly group: ClockGroup;
  readonly milestones: MilestoneOfClaim;
}

/** One charge of some boxes: the last free day that counts, and how it stands. It opens to all that is told and counted. */
export function ClockRow({ group, milestones }: ClockRowProps) {
  const t = useTranslations();
  const names = useNames();
  const age = useAge();
  const now = useNow();
  const day = useDay();
  const [open, setOpen] = useState(false);
  const { head, containers, clocks } = group;
  const state = stateOf(head, now);
  const boxes =
    containers.length === 0
      ? t('money.allBoxes')
      : containers.length > 2
        ? t('lines.boxes', { count: containers.length })
        : containers.map((box) => displayNumber('CONTAINER', box)).join(' · ');
  return (
    <li className={styles.group} data-testid="clock" data-state={state}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.state} data-state={state}>
          {t(`money.states.${state}`)}
        </span>
        <span className={styles.what}>
          <strong>{t(`money.kinds.${head.kind ?? 'other'}`)}</strong>
          <span className={styles.soft}>{[head.place ? names.place(head.place) : null, boxes].filter(Boolean).join(' · ')}</span>
        </span>
        <span className={styles.what}>
          <strong>{t('money.until', { day: day(head) })}</strong>
          <span className={styles.soft}>
            {[
              state === 'STOPPED' ? null : t('attention.deadline', { age: age(head.endsAt) }),
              t(`money.bases.${head.isConfirmed ? head.basis : 'PRACTICE'}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <Icon name="chevron" size={16} className={styles.chevron} data-open={open} />
      </button>
      {open ? (
        <ul className={styles.clocks} data-testid="clocks">
          {clocks.map((clock) => (
            <li key={[clock.basis, clock.lastFreeDay, clock.tariff, clock.binding].join('|')} className={styles.clock}>
              <span>
                <strong>{day(clock)}</strong>{' '}
                {clock.binding && clock.isConfirmed ? <span className={styles.binds}>{t('money.binds')}</span> : null}
              </span>
              <span className={styles.soft}>
                {[
                  t(`money.bases.${clock.isConfirmed ? clock.basis : 'PRACTICE'}`),
                  clock.tariff ? t('money.tariff', { tariff: clock.tariff }) : null,
                  rateWords(clock, t),
                  clock.isCertain ? null : t('money.uncertain'),
                  clock.zone,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <ClaimLinks evidence={clock.evidence} milestones={milestones} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
} // prettier-ignore

/** `4 Dec Fri`, a date at the place. */
function useDay(): (clock: FreeTimeClock) => string {
  const locale = useLocale();
  const now = useNow(3_600_000);
  return ({ lastFreeDay }) => `${formatDay(lastFreeDay, locale, now)} ${formatWeekday(lastFreeDay, locale)}`;
}

/** `from day 1 CNY 320, from day 11 CNY 640` */
function rateWords({ rates }: FreeTimeClock, t: ReturnType<typeof useTranslations<never>>): string | null {
  const words = rates.map(({ fromDay, amount, currency }) =>
    t('money.rate', { day: fromDay, amount: `${currency} ${grouped(amount)}` }),
  );
  return words.length > 0 ? words.join(t('release.comma')) : null;
}
