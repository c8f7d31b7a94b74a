import { describe, expect, it } from 'vitest';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { eta, etaAt, sailed, showHistory } from './eta-story.ts';

const first = eta('2026-11-29 10:00', '2026-11-15 00:00');
const historyOf = (...more: readonly FactClaim[]) =>
  showHistory(etaAt('2026-11-29 08:00', [...sailed, first, ...more]).history)
    .split('\n')
    .slice(1)
    .join('\n');

describe('a move of the ETA', () => {
  it('of thirty hours counts when it is said once', () => {
    expect(historyOf(eta('2026-11-30 16:00', '2026-11-16 00:00'))).toBe(
      '11-16 00:00 OVER_THRESHOLD NLRTM 11-30 16:00',
    );
  });

  it('of less than twelve hours, more than three days ahead, changes nothing but its source’s own line', () => {
    const small = eta('2026-11-29 21:59', '2026-11-16 00:00');
    expect(historyOf(small)).toBe('');
    expect(etaAt('2026-11-17 00:00', [...sailed, first, small]).series[0]?.tellings).toHaveLength(2);
    expect(historyOf(eta('2026-11-29 22:00', '2026-11-16 00:00'))).toMatch(/OVER_THRESHOLD/);
  });

  it('of three hours, ten days ahead, counts when its source says it again two hours later', () => {
    const moved = eta('2026-11-29 13:00', '2026-11-19 00:00');
    expect(historyOf(moved, eta('2026-11-29 13:00', '2026-11-19 01:59'))).toBe('');
    expect(historyOf(moved, eta('2026-11-29 13:00', '2026-11-19 02:00'))).toBe(
      '11-19 02:00 CONFIRMED NLRTM 11-29 13:00',
    );
    expect(historyOf(moved, eta('2026-11-29 13:40', '2026-11-19 06:00'))).toBe(
      '11-19 06:00 CONFIRMED NLRTM 11-29 13:40',
    );
  });

  it('of three hours counts when another source says so, before or after', () => {
    const moved = eta('2026-11-29 13:00', '2026-11-19 00:00');
    const other = (heard: string) => eta('2026-11-29 13:10', heard, { by: 'FORWARDER' });
    expect(historyOf(moved, other('2026-11-19 00:30'))).toBe('11-19 00:30 CONFIRMED NLRTM 11-29 13:00');
    expect(historyOf(other('2026-11-18 00:00'), moved)).toBe('11-19 00:00 CONFIRMED NLRTM 11-29 13:00');
  });

  it('that its source takes back counts for nothing, though it is said again later', () => {
    const [there, back] = ['2026-11-29 13:00', '2026-11-29 10:00'];
    expect(
      historyOf(
        eta(there, '2026-11-19 00:00'),
        eta(back, '2026-11-19 03:00'),
        eta(there, '2026-11-19 06:00'),
        eta(back, '2026-11-19 09:00'),
      ),
    ).toBe('');
  });

  it('that creeps by an hour a day is followed', () => {
    const creeping = [11, 12, 13].map((hour, day) =>
      eta(`2026-11-29 ${hour}:00`, `2026-11-${19 + day} 00:00`),
    );
    expect(historyOf(...creeping)).toMatch(/^11-20 00:00 CONFIRMED NLRTM 11-29 12:00$/);
  });

  it('of half an hour counts on the last day, of three hours on the last three', () => {
    expect(historyOf(eta('2026-11-29 10:30', '2026-11-28 12:00'))).toMatch(/OVER_THRESHOLD/);
    expect(historyOf(eta('2026-11-29 10:30', '2026-11-27 12:00'))).toBe('');
    expect(historyOf(eta('2026-11-29 13:00', '2026-11-27 12:00'))).toMatch(/OVER_THRESHOLD/);
    expect(historyOf(eta('2026-11-29 13:00', '2026-11-25 12:00'))).toBe('');
  });

  it('within the told day is none; the time of day takes its place', () => {
    const day = eta('2026-11-29', '2026-11-14 00:00');
    const history = etaAt('2026-11-15 00:00', [...sailed, day, first]).history;
    expect(showHistory(history)).toBe(
      '11-14 00:00 FIRST NLRTM 11-29\n11-15 00:00 BETTER_KIND NLRTM 11-29 10:00',
    );
    expect(historyOf(eta('2026-11-29', '2026-11-16 00:00'))).toBe('');
  });

  it('of a schedule counts at once, as nobody tells a schedule by the hour', () => {
    const plan = eta('2026-11-29 10:00', '2026-10-01 00:00', { as: 'PLANNED' });
    const later = eta('2026-11-29 13:00', '2026-10-05 00:00', { as: 'PLANNED' });
    expect(showHistory(etaAt('2026-10-06 00:00', [plan, later]).history)).toMatch(
      /REPLANNED NLRTM 11-29 13:00$/,
    );
  });
});
