'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { ClaimLinks, type MilestoneOfClaim } from '../journey/claim-links.tsx';
import type { Proof, Readiness } from '../journey/shipment.graphql.ts';
import { LeafMark } from './leaf-mark.tsx';
import styles from './release.module.css';

type Leaf = Readiness['proof']['parts'][number];

interface ProofTreeProps {
  readonly parts: readonly Leaf[];
  /** The condition that keeps the cargo; null where none does now. */
  readonly blocking: Proof['kind'] | null;
  readonly milestones: MilestoneOfClaim;
}

/** All conditions in the order in which they are usually met; what this place does not ask for is named in one line. */
export function ProofTree({ parts, blocking, milestones }: ProofTreeProps) {
  const t = useTranslations('release');
  const asked = parts.filter(({ state }) => state !== 'NOT_NEEDED');
  const others = parts.filter(({ state }) => state === 'NOT_NEEDED');
  return (
    <>
      <ul className={styles.tree} aria-label={t('conditions')}>
        {asked.map((leaf) => (
          <li
            key={leaf.kind}
            className={styles.leaf}
            data-testid="leaf"
            data-kind={leaf.kind}
            data-state={leaf.state}
            data-blocking={leaf.kind === blocking}
          >
            <LeafLine node={leaf} milestones={milestones} />
            {leaf.parts.length > 0 ? (
              <ul className={styles.parts}>
                {leaf.parts.map((part) => (
                  <li
                    key={[part.kind, part.state, part.document?.value, ...part.evidence].join('|')}
                    className={styles.leaf}
                  >
                    <LeafLine node={part} milestones={milestones} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <p className={styles.others}>
          {t('notAsked', { list: others.map(({ kind }) => t(`leaves.${kind}`)).join(t('comma')) })}
        </p>
      ) : null}
    </>
  );
}

function LeafLine({ node, milestones }: { readonly node: Proof; readonly milestones: MilestoneOfClaim }) {
  const t = useTranslations();
  const { kind, state, actor, document, evidence } = node;
  // That nobody stops it rests on nobody having said so.
  const isNoneTold = kind === 'HOLDS' && state === 'MET' && evidence.length === 0;
  return (
    <>
      <LeafMark state={state} />
      <span className={styles.name}>{t(`release.leaves.${kind}`)}</span>
      <span className={styles.state} data-state={state}>
        {[
          isNoneTold ? t('release.noneTold') : t(`release.states.${state}`),
          actor ? t(`actors.${actor}`) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.proof}>
        {document ? <span className="number">{displayNumber(document.scheme, document.value)}</span> : null}
        <ClaimLinks evidence={evidence} milestones={milestones} />
      </span>
    </>
  );
}
