import type { FactClaim } from '../journey/facts.ts';
import type { Measurement } from '../tracking-event.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/**
 * Boxes in which it is warmer or colder than was ordered 冷藏箱超温: outside the range that somebody told, or further from
 * the set point than the rule allows, for longer than a defrosting takes. It ends when it is measured within again, or the
 * cargo is out. Where nobody told a set point or a range, nothing is too warm.
 */
export function reefersOutOfRange(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'REEFER_OUT_OF_RANGE', null);
  if (!rule) return [];
  return cargo.boxes.flatMap((box) => {
    const told = cargo.facts.claims.filter(
      ({ event }) => event.equipment?.reference === box || isForAll(event),
    );
    const orders = told.flatMap(ordered).sort(inTime);
    const out = cargo.movesOf(box).find((m) => isEmptied(m.code, m.loadState));
    const until = out ? at(out) : Infinity;
    const readings = told.flatMap(measured).filter((one) => one.at < until).sort(inTime); // prettier-ignore
    return strayed(readings, orders, rule.limit ?? 0).map(({ from, worst, range, end }): Episode => {
      const closesAt = end?.at ?? (out ? until : null);
      return {
        rule,
        of: null,
        opensAt: from.at + rule.hours * HOUR_MS,
        worsensAt: rule.worseHours === null ? null : from.at + rule.worseHours * HOUR_MS,
        closesAt,
        subject: { containers: [box], place: from.claim.event.place, run: null, document: null },
        evidence: [...new Set([...range.claims, from.claim.id, worst.claim.id])],
        closing: end ? [end.claim.id] : out ? out.claims.map(({ id }) => id) : [],
        figures: {
          since: from.claim.event.time.instant,
          limitHours: rule.hours,
          measured: worst.degrees,
          ...(range.min === null ? {} : { min: range.min }),
          ...(range.max === null ? {} : { max: range.max }),
        },
      };
    });
  });
}

interface Reading {
  readonly claim: FactClaim;
  readonly at: number;
  readonly degrees: number;
}

/** What the cargo is to be kept at, from an instant on. */
interface Order {
  readonly claim: FactClaim;
  readonly at: number;
  readonly setPoint: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

interface Range {
  readonly min: number | null;
  readonly max: number | null;
  readonly claims: readonly string[];
}

interface Stray {
  readonly from: Reading;
  /** The reading furthest out. */
  readonly worst: Reading;
  readonly range: Range;
  readonly end: Reading | null;
}

/** A booking or a bill that names no box orders it for all of them. */
function isForAll({ equipment, code }: FactClaim['event']): boolean {
  return equipment === null && (code.startsWith('BOOK') || code.startsWith('BL_') || code.startsWith('SI_'));
}

function isEmptied(code: string, loadState: string | null): boolean {
  return code === 'STRIPPED' || code === 'DELIVERED' || (code === 'GATED_IN' && loadState === 'EMPTY');
}

function ordered(claim: FactClaim): Order[] {
  const set = claim.event.measurements.filter(({ kind }) => kind === 'SET_POINT');
  const find = (isIt: (name: string) => boolean) => {
    const found = set.find(({ name, unit }) => celsius(0, unit) !== null && isIt(name ?? 'temperature'));
    return found ? celsius(found.value, found.unit) : null;
  };
  const [min, max] = [find((name) => name === 'minimum'), find((name) => name === 'maximum')];
  const setPoint = find((name) => name === 'temperature');
  if (setPoint === null && min === null && max === null) return [];
  return [{ claim, at: timeOf(claim), setPoint, min, max }];
}

/** What blows in or returns inside counts; the air around the box does not. */
const OUTSIDE = /ambient|outside|环境|外界/i;

function measured(claim: FactClaim): Reading[] {
  const { classifier, measurements } = claim.event;
  if (classifier !== 'ACTUAL') return [];
  const inside = measurements.filter(({ kind, name }) => kind === 'TEMPERATURE' && !OUTSIDE.test(name ?? ''));
  const returned = inside.filter(({ name }) => /return|回风/i.test(name ?? ''));
  const [first] = (returned.length > 0 ? returned : inside).flatMap((one: Measurement) => celsius(one.value, one.unit) ?? []); // prettier-ignore
  return first === undefined ? [] : [{ claim, at: timeOf(claim), degrees: first }];
}

/** Null: no temperature. Without a unit it is read in degrees Celsius, as reefers are set. */
function celsius(value: number, unit: string | null): number | null {
  if (unit === '[degF]') return Math.round(((value - 32) * 50) / 9) / 10;
  return unit === null || unit === 'Cel' ? value : null;
}

function strayed(readings: readonly Reading[], orders: readonly Order[], tolerance: number): Stray[] {
  const found: Stray[] = [];
  for (const reading of readings) {
    const last = found.at(-1);
    const open = last && last.end === null ? last : null;
    const range = rangeAt(orders, reading.at, tolerance);
    const off = range === null ? 0 : distance(reading, range);
    if (range === null || off <= 0) {
      if (open) found[found.length - 1] = { ...open, end: reading };
    } else if (open) {
      const worst = distance(open.worst, range) >= off ? open.worst : reading;
      found[found.length - 1] = { ...open, worst, range };
    } else found.push({ from: reading, worst: reading, range, end: null });
  }
  return found;
}

/** The last order before counts: of a range told beside a set point the range. */
function rangeAt(orders: readonly Order[], instant: number, tolerance: number): Range | null {
  const known = orders.filter((order) => order.at <= instant);
  const order = known.at(-1);
  if (!order) return null;
  const claims = [order.claim.id];
  if (order.min !== null || order.max !== null) return { min: order.min, max: order.max, claims };
  const set = order.setPoint ?? 0;
  return { min: set - tolerance, max: set + tolerance, claims };
}

/** Degrees outside; 0 and less: within. */
function distance({ degrees }: Reading, { min, max }: Range): number {
  return Math.max(min === null ? -Infinity : min - degrees, max === null ? -Infinity : degrees - max);
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}

function inTime(a: { at: number; claim: FactClaim }, b: { at: number; claim: FactClaim }): number {
  return a.at - b.at || (a.claim.id < b.claim.id ? -1 : 1);
}
