import { AUDIT_ACTIONS, type AuditAction } from 'graph-schema/domain/access/audit-action';
import { EVENT_CODES } from 'graph-schema/domain/event-code';
import { ACTORS, EXCEPTION_KINDS, SEVERITIES } from 'graph-schema/domain/exceptions/exception';
import { PARK_REASONS } from 'graph-schema/domain/cycle-parking';
import { ISSUE_CODES } from 'graph-schema/domain/message';
import { LEAF_KINDS, REGIMES } from 'graph-schema/domain/release/readiness';
import { IDENTIFIER_SCHEMES, REPAIRS } from 'graph-schema/identifiers';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import zh from '../../messages/zh-CN.json' with { type: 'json' };

const languages = [
  ['en', en],
  ['zh-CN', zh],
] as const;
const modes = ['VESSEL', 'BARGE', 'RAIL', 'AIR', 'TRUCK', 'other'];
const loads = ['EMPTY', 'FULL', 'LCL', 'other'];

describe.each(languages)('messages in %s', (locale, messages) => {
  const t = createTranslator({
    locale,
    messages,
    onError: (error) => {
      throw error;
    },
  });

  it.each(EVENT_CODES)('name %s in every tense, mode and load', (code) => {
    for (const tense of ['past', 'other'])
      for (const mode of modes)
        for (const load of loads) {
          const name = t(`events.${code}`, { tense, mode, load });
          expect(name).toMatch(/\S/);
          expect(name).not.toMatch(/[{}]|^[A-Z_]{4,}$/);
        }
  });

  it.each(IDENTIFIER_SCHEMES)('name the number kind %s', (scheme) => {
    expect(t(`schemes.${scheme}`)).toMatch(/\S/);
  });

  it.each(LEAF_KINDS)('name the condition of release %s, and what it is while it is open', (leaf) => {
    expect(t(`release.leaves.${leaf}`)).toMatch(/\S/);
    expect(t(`release.open.${leaf}`)).not.toBe(t(`release.leaves.${leaf}`));
  });

  it('name who must act, how grave it is, and why a statement counts on no trip', () => {
    for (const actor of ACTORS) expect(t(`actors.${actor}`)).toMatch(/\S/);
    for (const severity of SEVERITIES) expect(t(`severities.${severity}`)).toMatch(/\S/);
    for (const reason of PARK_REASONS) expect(t(`parked.reasons.${reason}`)).toMatch(/\S/);
    for (const regime of REGIMES) expect(t(`release.regimes.${regime}`)).toMatch(/\S/);
  });

  it.each(Object.keys(ISSUE_CODES) as (keyof typeof ISSUE_CODES)[])(
    'say what the finding %s means, and what to do about it',
    (code) => {
      expect(t(`sources.issueCodes.${code}`)).toMatch(/\S/);
      expect(t(`messages.fixes.${code}`)).not.toBe(t(`sources.issueCodes.${code}`));
    },
  );

  it('name everything that the audit trail can say, each by words of its own', () => {
    const names = (Object.keys(AUDIT_ACTIONS) as AuditAction[]).map((action) => t(`audit.actions.${action}`));
    for (const name of names) expect(name).toMatch(/\S/);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(EXCEPTION_KINDS)('name the exception %s, whatever of it there is', (kind) => {
    for (const of of ['DEMURRAGE', 'ORIGIN', 'DOCUMENTS', 'other']) {
      const told = { field: of, kind: of, source: 'NBPORT', onward: 'KAPOK', step: 'Discharged' };
      const name = t(`attention.${kind}`, { part: of, charge: of, what: of, ...told });
      expect(name).toMatch(/\S/);
      expect(name).not.toMatch(/[{}]|^[A-Z_]{4,}$/);
    }
  });

  it.each(REPAIRS)('say what the repair %s did', (repair) => {
    expect(t(`search.repairs.${repair}`)).toMatch(/\S/);
  });
});

describe('both languages', () => {
  it('have the same messages', () => {
    expect(keysOf(zh)).toEqual(keysOf(en));
  });

  it('ask for the same values in each message', () => {
    const differing = keysOf(en).filter(
      (key) => argumentsOf(textAt(en, key)) !== argumentsOf(textAt(zh, key)),
    );
    // Chinese needs no tense and English no mode in some event names.
    expect(differing.filter((key) => !key.startsWith('events.'))).toEqual([]);
  });

  it('are not the same text by mistake', () => {
    const same = keysOf(en).filter((key) => /[a-z]{3}/.test(textAt(en, key).replaceAll(/\{[^}]*\}/g, '')));
    // Names of settings are the same in every language.
    const translated = same.filter((key) => !key.startsWith('sources.fields.'));
    const untranslated = translated.filter((key) => textAt(en, key) === textAt(zh, key));
    expect(untranslated).toEqual([]);
  });
});

function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages)
    .flatMap(([key, value]) =>
      typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`),
    )
    .toSorted();
}

function textAt(messages: object, key: string): string {
  let at: unknown = messages;
  for (const part of key.split('.')) at = (at as Record<string, unknown>)[part];
  return String(at);
}

/** Names of the values that a message takes, sorted, without the branches of plural and select. */
function argumentsOf(text: string): string {
  const branch = /\b(past|other|minute|hour|day|one|[A-Z]{3,})\s+\{[^{},]*\}/g;
  const outside = / (select|plural),/.test(text) ? text.replaceAll(branch, '') : text;
  const names = [...outside.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name]) => name ?? '');
  return [...new Set(names.filter((name) => /^[a-z]/.test(name)))].toSorted().join(',');
}
