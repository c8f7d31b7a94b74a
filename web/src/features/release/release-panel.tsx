'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '../../ui/panel.tsx';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import type { Readiness } from '../journey/shipment.graphql.ts';
import { groupReadiness } from './group-readiness.ts';
import { ReleaseRow } from './release-row.tsx';

interface ReleasePanelProps {
  readonly readiness: readonly Readiness[];
  readonly milestones: MilestoneOfClaim;
}

/** Whether the boxes may leave each place that customs must let them leave, with the proof of it. */
export function ReleasePanel({ readiness, milestones }: ReleasePanelProps) {
  const t = useTranslations('release');
  if (readiness.length === 0) return null;
  const groups = groupReadiness(readiness);
  const blocking = groups.find(({ head }) => head.verdict === 'NOT_READY');
  return (
    <Panel id="release" title={t('title')}>
      <ul>
        {groups.map((group) => (
          <ReleaseRow
            key={group.key}
            group={group}
            milestones={milestones}
            opensByLink={group === (blocking ?? groups[0])}
          />
        ))}
      </ul>
    </Panel>
  );
}
