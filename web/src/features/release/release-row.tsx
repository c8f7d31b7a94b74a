'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useHash } from '../../ui/use-hash.ts';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import { useNames } from '../journey/use-names.ts';
import type { ReadinessGroup } from './group-readiness.ts';
import { ProofTree } from './proof-tree.tsx';
import styles from './release.module.css';

interface ReleaseRowProps {
  readonly group: ReadinessGroup;
  readonly milestones: MilestoneOfClaim;
  /** Whether a link to the panel opens this one: the one that keeps the cargo. */
  readonly opensByLink: boolean;
}

/** Boxes at a place: may they leave it, what is missing first, who must act. It opens to all conditions. */
export function ReleaseRow({ group, milestones, opensByLink }: ReleaseRowProps) {
  const t = useTranslations();
  const names = useNames();
  const hash = useHash();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { head, containers } = group;
  const { place, regime, presence, verdict, blocking, proof } = head;
  const open = chosen ?? (opensByLink && hash === 'release');
  // Far from the place nothing is late yet: what is missing is what is still to come.
  const shown =
    verdict === 'NOT_READY' && presence === 'NOT_YET' && blocking?.state !== 'BLOCKED' ? 'AHEAD' : verdict;
  const missing = proof.parts.filter(({ state }) => state === 'NOT_MET').map(({ kind }) => kind);
  return (
    <li className={styles.group} data-testid="readiness" data-verdict={verdict}>
      <button type="button" className={styles.row} aria-expanded={open} onClick={() => setChosen(!open)}>
        <span className={styles.verdict} data-verdict={shown}>
          {t(`release.verdicts.${shown}`)}
        </span>
        <span className={styles.where}>
          <span className={styles.place}>
            {t('release.from', {
              place: place ? names.place(place) : t('legs.unknownPlace'),
              regime: t(`release.regimes.${regime}`),
            })}
          </span>
          <span className={styles.boxes}>
            {containers.length > 2 ? (
              t('lines.boxes', { count: containers.length })
            ) : (
              <span className="number">
                {containers.map((box) => displayNumber('CONTAINER', box)).join(' · ')}
              </span>
            )}
          </span>
        </span>
        <span className={styles.blocking}>
          {shown === 'AHEAD' ? (
            <span>
              {t('release.stillOpen', {
                list: missing.map((kind) => t(`release.leaves.${kind}`)).join(t('release.comma')),
              })}
            </span>
          ) : blocking ? (
            <>
              <span className={styles.missing} data-state={blocking.state}>
                {t(`release.open.${blocking.kind}`)}
              </span>
              {blocking.actor ? (
                <span>{t('attention.mustAct', { actor: t(`actors.${blocking.actor}`) })}</span>
              ) : null}
            </>
          ) : null}
        </span>
        <Icon name="chevron" size={16} className={styles.chevron} data-open={open} />
      </button>
      {open ? (
        <>
          {containers.length > 2 ? (
            <p className={`number ${styles.covered}`}>
              {containers.map((box) => displayNumber('CONTAINER', box)).join(' · ')}
            </p>
          ) : null}
          <ProofTree
            parts={proof.parts}
            blocking={shown === 'AHEAD' ? null : (blocking?.kind ?? null)}
            milestones={milestones}
          />
        </>
      ) : null}
    </li>
  );
}
