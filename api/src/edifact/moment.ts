import type { EventTime } from 'graph-schema/domain/tracking-event';
import { localDateTime } from '../events/date-time.ts';
import { segment, type Segment } from './segment.ts';

/**
 * DTM, by the clock of the place.
 *
 *   DTM + 2005 : 2380 : 2379        102 CCYYMMDD · 203 CCYYMMDDHHMM · 204 with seconds · 303, 304 the same with an offset of whole
 *                                   hours (`+08`) · 205 with any other (`+0530`)
 *
 * `isLocal`: without the offset where the place has a zone of its own, as gate reports are written.
 */
export function dateTime(qualifier: string, time: EventTime, zone: string | null, isLocal: boolean): Segment {
  const [, date = '', clock = '', offset = 'Z'] = /^([\d-]+)T([\d:]+)(Z|[+-][\d:]+)$/.exec(localDateTime(time, zone)) ?? [];
  const day = date.replaceAll('-', '');
  if (time.precision === 'DAY') return segment('DTM', [qualifier, time.local.slice(0, 10).replaceAll('-', ''), '102']);
  const [hours = '', minutes = '', seconds = '00'] = clock.split(':');
  const isExact = seconds !== '00';
  const local = `${day}${hours}${minutes}${isExact ? seconds : ''}`;
  if (isLocal && zone !== null) return segment('DTM', [qualifier, local, isExact ? '204' : '203']);
  const [, sign = '+', ahead = '00', rest = '00'] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  if (rest !== '00') return segment('DTM', [qualifier, `${day}${hours}${minutes}${sign}${ahead}${rest}`, '205']);
  return segment('DTM', [qualifier, `${local}${sign}${ahead}`, isExact ? '304' : '303']);
} // prettier-ignore

/** An instant in UTC. */
export function utcMoment(qualifier: string, at: number): Segment {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
  return segment('DTM', [qualifier, `${digits}+00`, '304']);
}

export function dayAlone(qualifier: string, date: string): Segment {
  return segment('DTM', [qualifier, date.replaceAll('-', ''), '102']);
}
