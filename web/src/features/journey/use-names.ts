'use client';

import { useLocale, useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import type { Identifier, Mode, Place, Source, Transport } from './shipment.graphql.ts';

/** What the wording of a step depends on: Chinese has a word for loading a ship and another for loading a wagon. */
export interface StepContext {
  readonly tense: 'past' | 'other';
  readonly mode: Mode | null;
  readonly load: 'EMPTY' | 'FULL' | 'LCL' | null;
}

type EventKey = keyof typeof en.events;
type BlockerKey = keyof typeof en.blockers;

interface Step {
  readonly code: string;
  readonly classifier: string;
  readonly transport: { readonly mode: Mode } | null;
  readonly loadState: StepContext['load'];
}

const endsTheLeg: ReadonlySet<string> = new Set(['APPROACHING', 'ARRIVED', 'DISCHARGED']);

/** Names of steps, places, means and sources in the language of the page. A code without a name is shown as it is. */
export function useNames() {
  const locale = useLocale();
  const events = useTranslations('events');
  const blockers = useTranslations('blockers');
  const transports = useTranslations('transport');
  const schemes = useTranslations('schemes');

  const step = (code: string, { tense, mode, load }: StepContext): string =>
    events.has(code as EventKey)
      ? events(code as EventKey, { tense, mode: mode ?? 'other', load: load ?? 'other' })
      : code;

  /** A step that is to come, inside a sentence; what carries the cargo now says which kind of arrival it will be. */
  const nextStep = (code: string, current: { readonly mode: Mode } | null): string => {
    const mode = endsTheLeg.has(code) ? (current?.mode ?? null) : null;
    return step(code, { tense: 'other', mode, load: null });
  };

  const place = ({ name, nameZh }: Pick<Place, 'name' | 'nameZh'>): string =>
    locale === 'zh-CN' ? (nameZh ?? name) : name;

  const transport = (means: Transport): string => {
    const { mode, name, vesselImo, flight, train, plate, voyage } = means;
    const called = {
      VESSEL: name,
      BARGE: name,
      RAIL: train ?? name,
      AIR: flight ?? name,
      TRUCK: plate ?? name,
    }[mode];
    if (!called) return vesselImo ? transports('imo', { imo: vesselImo }) : transports(`unnamed.${mode}`);
    const named = transports(mode, { name: called });
    return voyage ? transports('named', { named, detail: transports('voyage', { voyage }) }) : named;
  };

  return {
    step,
    nextStep,
    place,
    transport,
    event: (one: Step): string =>
      step(one.code, {
        tense: one.classifier === 'ACTUAL' ? 'past' : 'other',
        mode: one.transport?.mode ?? null,
        load: one.loadState,
      }),
    source: ({ name, nameZh }: Pick<Source, 'name' | 'nameZh'>): string =>
      locale === 'zh-CN' ? (nameZh ?? name) : name,
    blocker: (code: string): string =>
      blockers.has(code as BlockerKey)
        ? blockers(code as BlockerKey)
        : step(code, { tense: 'past', mode: null, load: null }),
    scheme: (scheme: Identifier['scheme']): string => schemes(scheme),
  };
}
