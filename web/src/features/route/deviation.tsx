'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './deviation.module.css';

/** That it came off where nobody planned it, and where it was to go; nothing where it goes as planned. */
export function Misdirected({ deviation }: Pick<Journey, 'deviation'>) {
  const t = useTranslations('deviation');
  const names = useNames();
  const { routing, misdirectedAt, plannedTo } = deviation;
  if (routing !== 'MISDIRECTED') return null;
  return (
    <p className={styles.misdirected} data-testid="misdirected">
      {misdirectedAt && plannedTo
        ? t('misdirected', { at: names.place(misdirectedAt), to: names.place(plannedTo) })
        : t('misdirectedSomewhere')}
    </p>
  );
}

/** Plans that cannot come true any more: folded away, and nothing of them is lost. */
export function OvertakenPlans({ overtaken }: Pick<Journey, 'overtaken'>) {
  const t = useTranslations();
  const names = useNames();
  const [open, setOpen] = useState(false);
  if (overtaken.length === 0) return null;
  return (
    <>
      <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('deviation.hide') : t('deviation.overtaken', { count: overtaken.length })}
      </button>
      {open ? (
        <ul className={styles.plans} data-testid="overtaken">
          {overtaken.map(({ run, by, milestones }) => (
            <li key={`${run.value} ${by?.value}`} className={styles.plan}>
              <strong>{runName(run.value)}</strong>{' '}
              <span className={styles.soft}>
                {!by
                  ? t('deviation.cameOff')
                  : by.value === run.value
                    ? t('deviation.elsewhere')
                    : t('deviation.instead', { run: runName(by.value) })}
              </span>
              <ul>
                {milestones.map((m) => (
                  <li key={m.id} className={styles.soft}>
                    {names.event(m)}
                    {m.place ? ` · ${names.place(m.place)}` : ''} · <ReportedTimeText time={m.time} />
                    {m.voices[0] ? ` · ${names.source(m.voices[0].source)}` : ''}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** `SAMPLE MERIDIAN/114S` → `SAMPLE MERIDIAN 114S` */
function runName(value: string): string {
  return value.replace('/', ' ');
}
