import { displayNumber } from 'graph-schema/codes/display-number';
import type { AlertMatterRow } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertRule, MatterKind } from 'graph-schema/domain/alert/alert-rule';
import { SEVERITIES, type Severity } from 'graph-schema/domain/exceptions/exception';
import { splitKey } from 'graph-schema/domain/identifier';
import type { Voice } from 'graph-schema/domain/journey/facts';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import { findPlaceView } from '../journey/place-view.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { instantText, timeText } from './letter-times.ts';
import { hasMoved, isAtLeast, type EtaFrom } from './matters-of.ts';
import type { Words } from './words.ts';

/** One matter in words. What is not known is null. */
export interface LetterLine {
  readonly key: string;
  /** Public id and title; null: it is about no one shipment. */
  readonly cargo: { readonly id: string; readonly title: string } | null;
  readonly what: string;
  readonly where: string | null;
  readonly when: string | null;
  /** Who says so. */
  readonly who: string | null;
  /** How grave; null: it is news, good or bad. */
  readonly severity: Severity | null;
  /** The ETA that it tells; null: it tells none. */
  readonly eta: EtaFrom | null;
}

export interface LineSources {
  readonly words: Words;
  readonly places: Gazetteer;
  /** What the reader sees now, by the id that the matter has. */
  readonly views: ReadonlyMap<string, ShipmentView>;
  readonly rule: AlertRule;
  /** What his ETA is measured from, ISO 8601; null: not known. */
  readonly etaFrom: string | null;
}

/** A matter as it stands now, as far as its reader sees it. Null: it does not stand any more, or he does not see it. */
export function lineOf(matter: AlertMatterRow, sources: LineSources): LetterLine | null {
  const { words, views } = sources;
  const none = {
    key: matter.key,
    cargo: null,
    where: null,
    when: null,
    who: null,
    severity: null,
    eta: null,
  };
  const kind = matter.kind as MatterKind;
  if (kind === 'MISSED') return { ...none, what: words.letter('missed') };
  const view = views.get(matter.shipment ?? '');
  if (!view) return null;
  const said = SAY[kind](matter.of ?? '', view, sources);
  const { scheme, value } = splitKey(view.facts.anchor);
  return said && { ...none, cargo: { id: view.id, title: displayNumber(scheme, value) }, ...said };
}

type Said = Pick<LetterLine, 'what' | 'where' | 'when' | 'who'> &
  Partial<Pick<LetterLine, 'severity' | 'eta'>>;
type Say = (of: string, view: ShipmentView, sources: LineSources) => Said | null;

const SAY: Readonly<Record<Exclude<MatterKind, 'MISSED'>, Say>> = {
  EVENT(id, { facts }, { words, places }) {
    const claim = facts.claims.find((one) => one.id === id);
    if (!claim) return null;
    const { event, voices } = claim;
    const box = event.equipment?.kind === 'CONTAINER' ? event.equipment.reference : null;
    return {
      what: withBoxes(words.event(event), box === null ? [] : [box], words),
      where: placeName(event.place, places, words),
      when: timeText(event.time),
      who: nameOf(voices[0], words),
    };
  },
  EXCEPTION(id, { facts, journey }, { words, places, rule }) {
    const exception = journey.exceptions.find((one) => one.id === id);
    if (!exception || !isAtLeast(exception.severity, rule.severity)) return null;
    const { kind, severity, actor, subject, openedAt, closedAt, evidence } = exception;
    const shown = facts.claims.find((one) => evidence.includes(one.id));
    const name = withBoxes(words.exception(kind), subject.containers, words);
    return {
      what: `${words.severity(severity)}: ${name} (${closedAt === null ? words.mustAct(actor) : words.letter('over')})`,
      where: placeName(subject.place, places, words),
      when: words.letter('since', { time: instantText(openedAt, rule.hours.zone) }),
      who: nameOf(shown?.voices[0], words),
      severity,
    };
  },
  ETA(_, view, { words, places, rule, etaFrom }) {
    const { eta } = view.journey;
    if (!eta || etaFrom === null || !hasMoved(etaFrom, view, rule)) return null;
    const hours = (Date.parse(eta.time.instant) - Date.parse(etaFrom)) / 3_600_000;
    const from = instantText(Date.parse(etaFrom), eta.time.zone);
    return {
      what: words.letter('eta', { way: hours > 0 ? 'LATER' : 'EARLIER', hours: Math.round(Math.abs(hours)), from, to: timeText(eta.time) }),
      where: placeName(eta.place, places, words),
      when: null,
      who: nameOf(eta.voice, words),
      eta: { shipment: view.id, eta: eta.time.instant },
    };
  },
}; // prettier-ignore

const BOXES_MAX = 5;

function withBoxes(what: string, boxes: readonly string[], words: Words): string {
  if (boxes.length === 0) return what;
  const named = boxes.slice(0, BOXES_MAX).map((box) => displayNumber('CONTAINER', box));
  return `${what}: ${named.join(words.letter('comma'))}${boxes.length > BOXES_MAX ? ' …' : ''}`;
}

function placeName(ref: PlaceRef | null, places: Gazetteer, { language }: Words): string | null {
  const place = findPlaceView(ref, places);
  if (!place) return null;
  const name = (language === 'zh-CN' ? place.nameZh : null) ?? place.name;
  return place.facility === null ? name : `${name} ${place.facility}`;
}

function nameOf(voice: Voice | undefined, { language }: Words): string | null {
  if (!voice) return null;
  return (language === 'zh-CN' ? voice.source.nameZh : null) ?? voice.source.name;
}

/** As many lines as one letter has. */
export const LINES_MAX = 100;

/** The gravest of some lines, as many as one letter has, in their order; the others are `rest`. That something may be missing is graver than all. */
export function firstLetterOf<T extends LetterLine>(lines: readonly T[]): { readonly kept: readonly T[]; readonly rest: readonly T[] } {
  if (lines.length <= LINES_MAX) return { kept: lines, rest: [] };
  const kept = new Set(lines.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, LINES_MAX));
  return { kept: lines.filter((line) => kept.has(line)), rest: lines.filter((line) => !kept.has(line)) };
} // prettier-ignore

function weightOf({ cargo, severity }: LetterLine): number {
  if (cargo === null) return SEVERITIES.length;
  return severity === null ? -1 : SEVERITIES.indexOf(severity);
}
