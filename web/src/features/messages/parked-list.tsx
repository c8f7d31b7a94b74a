'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { GroupEntry } from '../journey/group-entry.tsx';
import type { Milestone } from '../journey/shipment.graphql.ts';
import sources from '../sources/sources.module.css';
import type { ParkedOfNumber } from './messages.graphql.ts';
import styles from './messages.module.css';

const NONE: ReadonlySet<string> = new Set();

/** What is told of a number and counts on no trip: why, who said it, and what it contradicts. */
export function ParkedList({ parked }: { readonly parked: readonly ParkedOfNumber[] }) {
  const t = useTranslations('messages');
  const reasons = useTranslations('parked.reasons');
  if (parked.length === 0) return null;
  return (
    <section aria-labelledby="parked" className={sources.part} data-testid="parked-of-number">
      <h2 id="parked">{t('parked', { count: parked.length })}</h2>
      <p className={sources.lead}>{t('parkedLead')}</p>
      <ul className={styles.parked}>
        {parked.map(({ box, statement: { reason, milestone }, contradicts }) => (
          <li key={milestone.id} data-reason={reason}>
            <p className={sources.head}>
              <span className="number">{displayNumber(box.scheme, box.value)}</span>
              <span>{reasons(reason)}</span>
            </p>
            <ul>
              <Entry milestone={milestone} />
            </ul>
            {contradicts.length > 0 ? (
              <>
                <p className={sources.about}>{t('contradicts')}</p>
                <ul>
                  {contradicts.map((one) => (
                    <Entry key={one.id} milestone={one} />
                  ))}
                </ul>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ milestone }: { readonly milestone: Milestone }) {
  const group = { key: milestone.id, head: milestone, items: [milestone] };
  return <GroupEntry group={group} fresh={NONE} anchored={false} dated />;
}
