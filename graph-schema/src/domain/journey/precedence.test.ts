import { describe, expect, it } from 'vitest';
import { rankOfVoice } from './precedence.ts';

describe('whose word counts first', () => {
  it('is by who does it, where nobody says otherwise', () => {
    const rank = (kind: 'TERMINAL' | 'CARRIER' | 'CUSTOMS') => rankOfVoice('GATED_IN', { kind, trust: {} });
    expect(rank('TERMINAL')).toBeLessThan(rank('CARRIER'));
    expect(rankOfVoice('DECL_RELEASED', { kind: 'CUSTOMS', trust: {} })).toBe(0);
  });

  it('is by the profile of the source before that: the code, then its family, then its dimension', () => {
    const trust = { DOCUMENT: 8, 'DECL_*': 4, DECL_RELEASED: -1 };
    const rank = (code: 'DECL_RELEASED' | 'DECL_CLOSED' | 'DUTY_PAID') =>
      rankOfVoice(code, { kind: 'FORWARDER', trust });
    expect([rank('DECL_RELEASED'), rank('DECL_CLOSED'), rank('DUTY_PAID')]).toEqual([-1, 4, 8]);
  });
});
