'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useAge } from '../../time/use-age.ts';
import type { Moving } from '../../map/layers/moving/moving-objects.ts';
import { MapCard } from '../../map/map-card.tsx';
import { useNames } from '../journey/use-names.ts';
import { alongTheQuays } from './along-the-quays.ts';
import type { Port, PortNow } from './ports.graphql.ts';
import { RunCount } from './run-count.tsx';
import type { ListOfRun } from './run-list.ts';
import { callOf } from './things.ts';
import { useMovementWords } from './use-movement-words.ts';

interface ThingCardProps {
  /** As in the address: of something that moves, `terminal:` and a code, or `ground:` and a name. */
  readonly id: string;
  readonly moving: Moving | null;
  readonly port: Port;
  readonly now: PortNow;
  readonly list: ListOfRun;
  readonly close: () => void;
}

/** Three lines on what was chosen. */
export function ThingCard({ id, moving, port, now, list, close }: ThingCardProps) {
  const t = useTranslations('ports');
  const { place, transport } = useNames();
  const lines = useLines(moving, now, list);
  const terminal = port.terminals.find(({ code }) => id === `terminal:${code}`);
  const ground = port.waitingGrounds.find(({ name }) => id === `ground:${name}`);
  if (moving) return <Card title={moving.name ?? moving.id} lines={lines} close={close} />;
  if (terminal) {
    const yard = now.standing.find(({ place: at }) => at?.facility === terminal.name);
    const berthed = alongTheQuays(now.runs).filter(({ place: at }) => at?.facility === terminal.name);
    const lying = berthed.length === 0 ? [] : [berthed.map((run, index) => <Fragment key={run.id}>{index === 0 ? null : ' · '}{transport(run.transport)}, {run.place?.berth ? `${t('berth', { berth: run.place.berth })}, ` : null}<RunCount run={run} isPartial={now.isPartial} list={list} /></Fragment>)];
    return <Card title={place(terminal)} lines={[t('terminal', { code: terminal.code }), [t('inYard', { count: yard?.count ?? 0 }), t('atBerth', { count: berthed.length })].join(' · '), ...lying]} close={close} />;
  }
  if (ground) return <Card title={place(ground)} lines={[t(`grounds.${ground.kind}`), t('radius', { miles: ground.radiusNm })]} close={close} />;
  return id === '' ? null : <Card title={t('notHere')} lines={[t('notHereHint')]} close={close} />;
} // prettier-ignore

function useLines(moving: Moving | null, now: PortNow, list: ListOfRun): ReactNode[] {
  const t = useTranslations('ports');
  const words = useMovementWords();
  const age = useAge();
  if (!moving) return [];
  const call = callOf(moving, now.runs);
  const time = call && (call.actual ?? call.estimated ?? call.planned);
  return [
    words(moving).join(' · '),
    t('reported', { age: age(moving.at, 'HAPPENED') }),
    call ? <>{t(`call${call.direction}`)} {time ? <ReportedTimeText time={time} /> : null} · {t(`states.${call.state}`)}{call.state === 'AT_BERTH' && call.place?.berth ? ` (${t('berth', { berth: call.place.berth })})` : null} · <RunCount run={call} isPartial={now.isPartial} list={list} /></> : t('noCall'),
  ];
} // prettier-ignore

interface CardProps {
  readonly title: string;
  readonly lines: readonly ReactNode[];
  readonly close: () => void;
}

function Card({ title, lines, close }: CardProps) {
  return (
    <MapCard title={title} close={close} testId="thing">
      {lines.map((line, index) => <span key={index}>{line}</span>)}
    </MapCard>
  );
} // prettier-ignore
