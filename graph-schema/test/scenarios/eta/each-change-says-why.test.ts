import { expect, it } from 'vitest';
import { COMPUTED_SCHEME } from '../../../src/domain/eta/computed-claim.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { eta, etaAt, sailed } from './eta-story.ts';

const because = (claim: FactClaim, code: string, text: string | null, scheme = 'DCSA_DELAY'): FactClaim => ({
  ...claim,
  event: { ...claim.event, reason: { scheme, code, text } },
});

/** `by CARRIER instead of TERMINAL, silent since …, given …`, a change a line. */
function why(instant: string, story: readonly FactClaim[]): string[] {
  return etaAt(instant, story).history.map(({ reason, telling, former, silentSince }) =>
    [
      reason,
      telling.voice.source.kind,
      former && former.voice.source.id !== telling.voice.source.id ? `instead of ${former.voice.source.kind}` : null,
      silentSince === null ? null : `silent since ${new Date(silentSince).toISOString().slice(5, 16)}`,
      telling.given === null ? null : `"${telling.given}"`,
    ].filter((part) => part !== null).join(' '),
  );
} // prettier-ignore

it('in the words of who moved it, else by its code', () => {
  const story = [
    ...sailed,
    eta('2026-11-29 10:00', '2026-11-05 00:00'),
    because(eta('2026-12-02 10:00', '2026-11-06 00:00'), 'WEA', 'Heavy weather'),
    because(eta('2026-12-05 10:00', '2026-11-07 00:00'), 'CGN', null),
  ];
  expect(why('2026-11-08 00:00', story)).toEqual([
    'FIRST CARRIER',
    'OVER_THRESHOLD CARRIER "Heavy weather"',
    'OVER_THRESHOLD CARRIER "CGN"',
  ]);
});

it('by who was followed before, and since when he was silent', () => {
  const story = [
    ...sailed,
    eta('2026-11-29 10:00', '2026-11-05 00:00'),
    eta('2026-11-29 11:00', '2026-11-06 00:00'),
    eta('2026-12-01 10:00', '2026-11-14 00:00', { by: 'FORWARDER' }),
  ];
  expect(why('2026-11-15 00:00', story)).toEqual([
    'FIRST CARRIER',
    'FRESHER_SOURCE FORWARDER instead of CARRIER silent since 11-06T00:00',
  ]);
});

it('and not by what marks a computed arrival as proven', () => {
  const claim = eta('2026-11-30 10:00', '2026-11-05 01:00', { by: 'INTERNAL' });
  expect(why('2026-11-06 00:00', [...sailed, because(claim, 'PROVEN', null, COMPUTED_SCHEME)])).toEqual([
    'FIRST INTERNAL',
  ]);
});
