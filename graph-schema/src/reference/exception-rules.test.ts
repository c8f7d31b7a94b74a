import { describe, expect, it } from 'vitest';
import { EXCEPTION_KINDS } from '../domain/exceptions/exception.ts';
import { withOwnLimits } from '../domain/exceptions/own-limits.ts';
import { findRule, forOrganisation, transferHours } from '../domain/exceptions/rules.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesFor, loadExceptionRules, readRuleChanges, readRuleSections, type RuleAsker, type RuleSections } from './exception-rule-changes.ts'; // prettier-ignore
import { getExceptionRules, readExceptionRules } from './exception-rules.ts';

const rulesFor = (sections: RuleSections, asker: RuleAsker | null) =>
  withOwnLimits(getExceptionRules(), changesFor(sections, asker));

const row = {
  kind: 'CUSTOMS_STUCK',
  of: 'DUTY_DUE',
  hours: 72,
  severity: 'WARNING',
  worseHours: 240,
  actor: 'DECLARANT',
};
const read = (...rows: object[]) => readExceptionRules({ rows, cutOffs: [] });
const good = { ...row, of: 'DECL_SELECTED' };

describe('the rules in the repository', () => {
  it('have a row for every kind', () => {
    const { rows } = getExceptionRules();
    expect(EXCEPTION_KINDS.filter((kind) => !rows.some((r) => r.kind === kind))).toEqual([]);
  });

  it('answer for what has no row of its own with the general one, and for what nobody watches with none', () => {
    expect(findRule(getExceptionRules(), 'LAST_FREE_DAY', 'STORAGE')?.of).toBeNull();
    expect(findRule(getExceptionRules(), 'CUSTOMS_STUCK', 'HELD')).toBeNull();
  });
});

describe('rules that cannot be meant are refused, and the row is named', () => {
  it.each([
    ['an unknown kind', { ...row, kind: 'CUSTOMS_LATE' }, /rule 2: kind/],
    ['a negative hour', { ...row, hours: -1 }, /rule 2 \(CUSTOMS_STUCK DUTY_DUE\): hours are negative/],
    ['no actor', { ...row, actor: undefined }, /rule 2: actor/],
    ['an actor that nobody is', { ...row, actor: 'SOMEBODY' }, /rule 2: actor/],
    ['worse before it begins', { ...row, worseHours: 24 }, /rule 2 .*worse before it begins/],
    ['a deadline that is worse before', { ...row, kind: 'LAST_FREE_DAY', hours: 24, worseHours: 48 }, /rule 2 .*worse before/],
    ['worse than the worst', { ...row, severity: 'CRITICAL' }, /rule 2 .*no worse/],
    ['one thing twice', good, /rule 2 \(CUSTOMS_STUCK DECL_SELECTED\): stands twice/],
  ])('%s', (_, bad, message) => {
    expect(() => read(good, bad)).toThrow(message);
  }); // prettier-ignore
});

describe('an organisation', () => {
  it('changes what it names, and nothing else', () => {
    const rules = getExceptionRules();
    const own = forOrganisation(rules, [{ kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', hours: 24 }]);
    const before = findRule(rules, 'CUSTOMS_STUCK', 'DUTY_DUE');
    expect(findRule(own, 'CUSTOMS_STUCK', 'DUTY_DUE')).toEqual({ ...before, hours: 24 });
    expect(own.rows.filter((r) => r.of !== 'DUTY_DUE')).toEqual(
      rules.rows.filter((r) => r.of !== 'DUTY_DUE'),
    );
    expect(before?.hours).toBe(72);
  });

  it('gives a thing of its own a row that starts from the general one', () => {
    const own = forOrganisation(getExceptionRules(), [{ kind: 'LAST_FREE_DAY', of: 'DETENTION', hours: 96 }]);
    expect(findRule(own, 'LAST_FREE_DAY', 'DETENTION')).toMatchObject({ hours: 96, worseHours: 0, actor: 'CONSIGNEE' }); // prettier-ignore
    expect(findRule(own, 'LAST_FREE_DAY', 'DEMURRAGE')).toMatchObject({ of: null, hours: 48 });
  });

  it('cannot set what makes no sense, nor what there is not', () => {
    const change = (hours: number) => () =>
      forOrganisation(getExceptionRules(), [{ kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', hours }]);
    expect(change(-1)).toThrow(/CUSTOMS_STUCK DUTY_DUE: hours are negative/);
    expect(change(300)).toThrow(/worse before it begins/);
    expect(() => forOrganisation(getExceptionRules(), [{ kind: 'CUSTOMS_STUCK', of: 'HELD', hours: 1 }])).toThrow(/HELD: no such row/); // prettier-ignore
  });
});

describe('what an organisation sets differently', () => {
  const change = { kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', hours: 24 };

  it('is laid over the bundled rules from its data folder, and leaves all else as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-rules-'));
    expect(loadExceptionRules(folder).at(0)).toBe(getExceptionRules());
    writeFileSync(join(folder, 'exception-rules.json'), JSON.stringify({ rows: [change] }));
    const rules = loadExceptionRules(folder).at(0);
    rmSync(folder, { recursive: true });
    const before = findRule(getExceptionRules(), 'CUSTOMS_STUCK', 'DUTY_DUE');
    expect(findRule(rules, 'CUSTOMS_STUCK', 'DUTY_DUE')).toEqual({ ...before, hours: 24 });
    expect(rules.rows).toHaveLength(getExceptionRules().rows.length);
  });

  it('is refused where it names nothing that there is, or what it changes cannot be meant', () => {
    const refused = (written: object) => () => readRuleChanges({ rows: [written] });
    expect(refused({ ...change, kind: 'LATE' })).toThrow('exception rule 1');
    expect(refused({ ...change, hour: 24 })).toThrow('hour');
    expect(refused({ kind: 'CUSTOMS_STUCK', hours: 24 })).toThrow('of');
    expect(() => forOrganisation(getExceptionRules(), readRuleChanges({ rows: [{ ...change, hours: -1 }] }))).toThrow('negative'); // prettier-ignore
  });
});

describe('rules by organisation', () => {
  const duty = (hours: number) => ({ rows: [{ kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', hours }] });
  const sections = readRuleSections({
    ...duty(60),
    organisations: { FORWARDER: duty(48), 'sample-forwarder': duty(24) },
  });
  const hoursFor = (organisation: string, ...roles: string[]) =>
    findRule(rulesFor(sections, { organisation, roles }), 'CUSTOMS_STUCK', 'DUTY_DUE')?.hours;

  it('are those of everybody, of what it is, and its own, the narrowest first', () => {
    expect(hoursFor('somebody')).toBe(60);
    expect(hoursFor('somebody', 'FORWARDER')).toBe(48);
    expect(hoursFor('sample-forwarder', 'FORWARDER')).toBe(24);
    expect(findRule(rulesFor(sections, null), 'CUSTOMS_STUCK', 'DUTY_DUE')?.hours).toBe(60);
  });

  it('that cannot be meant are refused before anybody of that organisation asks, and the section is named', () => {
    expect(() => readRuleSections({ organisations: { TERMINAL: duty(-1) } })).toThrow(
      'exception rules of TERMINAL',
    );
    expect(() => readRuleSections({ organisation: {} })).toThrow('organisation');
    expect(() => readRuleSections({ rows: [...duty(1).rows, ...duty(2).rows] })).toThrow('stands twice');
  });

  it('may set other measures than hours', () => {
    const risk = { kind: 'MISSED_CONNECTION', of: 'AT_RISK', limit: 0.1 };
    const own = rulesFor(readRuleSections({ organisations: { A: { rows: [risk] } } }), { organisation: 'A', roles: [] }); // prettier-ignore
    expect(findRule(own, 'MISSED_CONNECTION', 'AT_RISK')).toMatchObject({ limit: 0.1, worseLimit: 0.7 });
    expect(() => readRuleSections({ organisations: { A: { rows: [{ ...risk, limit: 0.8 }] } } })).toThrow('worse before it begins'); // prettier-ignore
  });

  it('may say how long changes of carriage take, how far arrivals are off and what closings ask for', () => {
    const own = readRuleSections({
      transfers: [{ from: 'VESSEL', to: 'VESSEL', hours: 30 }],
      organisations: {
        CARRIER: { transfers: [{ from: 'VESSEL', to: 'VESSEL', hours: 36 }], etaBand: { hoursMin: 12 } },
        quick: { transfers: [{ from: 'VESSEL', to: 'VESSEL', hours: 8 }], cutOffs: [{ code: '63', for: null }, { code: '截重', for: 'CARGO' }] },
      },
    }); // prettier-ignore
    const hours = (organisation: string | null, ...roles: string[]) => {
      const rules = rulesFor(own, organisation === null ? null : { organisation, roles });
      return [transferHours(rules, 'VESSEL', 'VESSEL'), transferHours(rules, 'VESSEL', 'RAIL')];
    };
    expect(hours(null)).toEqual([30, 48]);
    expect(hours('somebody', 'CARRIER')).toEqual([36, 48]);
    expect(hours('quick', 'CARRIER')).toEqual([8, 48]);
    const { etaBand, cutOffs } = rulesFor(own, { organisation: 'quick', roles: ['CARRIER'] });
    expect(etaBand).toMatchObject({ percent: getExceptionRules().etaBand.percent, hoursMin: 12 });
    expect([cutOffs.get('63'), cutOffs.get('截重'), cutOffs.get('180')]).toEqual([
      undefined,
      'CARGO',
      'CARGO',
    ]);
    expect(rulesFor(own, null).cutOffs.get('63')).toBe('CARGO');
  });

  it('are refused where such a time or closing cannot be meant', () => {
    const refused = (section: object) => () => readRuleSections({ organisations: { A: section } });
    const change = { from: 'VESSEL', to: 'VESSEL', hours: 30 };
    expect(refused({ transfers: [{ ...change, hours: -1 }] })).toThrow('hours');
    expect(refused({ transfers: [{ ...change, from: 'SHIP' }] })).toThrow('from');
    expect(refused({ transfers: [change, { ...change, hours: 8 }] })).toThrow('exception rules of A: transfer VESSEL to VESSEL: stands twice'); // prettier-ignore
    expect(refused({ etaBand: { percents: 12 } })).toThrow('percents');
    expect(refused({ cutOffs: [{ code: '63', for: 'PAPERS' }] })).toThrow('for');
  });
});
