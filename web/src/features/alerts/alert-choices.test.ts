import { expect, it } from 'vitest';
import { clockText, minutesOf, othersIn, ruleIn } from './alert-choices.ts';

function filled(...fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

it('a form that nothing is filled in asks for nothing, of all cargo, at any time', () => {
  expect(ruleIn(filled(['name', ' Gate '], ['zone', 'Asia/Shanghai'], ['watchList', ''], ['quietFrom', '']))).toEqual({
    name: 'Gate',
    watchList: null,
    numbers: null,
    codes: null,
    exceptions: null,
    severity: null,
    etaHours: null,
    hours: { zone: 'Asia/Shanghai', quietFrom: null, quietUntil: null, digestAt: null },
  });
}); // prettier-ignore

it('what is chosen is asked for, and nothing that was not offered', () => {
  const form = filled(['codes', 'GATED_OUT'], ['codes', 'ANYTHING'], ['exceptions', 'ROLLED'], ['severity', 'WARNING'], ['etaHours', '12'], ['quietFrom', '22:00'], ['quietUntil', '07:30'], ['digestAt', '08:05'], ['numbers', 'COSU6415530971， CBHU3804175'], ['watchList', 'wtl_1']);
  expect(ruleIn(form)).toMatchObject({
    watchList: 'wtl_1',
    numbers: ['COSU6415530971', 'CBHU3804175'],
    codes: ['GATED_OUT'],
    exceptions: ['ROLLED'],
    severity: 'WARNING',
    etaHours: 12,
    hours: { quietFrom: 1320, quietUntil: 450, digestAt: 485 },
  });
}); // prettier-ignore

it('a status that the rule had before may be kept, though no new rule is offered it', () => {
  expect(othersIn(['GATED_OUT', 'SEALED'])).toEqual(['SEALED']);
  const form = filled(
    ['offered', 'SEALED'],
    ['codes', 'SEALED'],
    ['codes', 'GATED_OUT'],
    ['codes', 'ANYTHING'],
  );
  expect(ruleIn(form).codes).toEqual(['GATED_OUT', 'SEALED']);
});

it('times of the day read and write alike', () => {
  for (const text of ['00:00', '07:30', '23:59']) expect(clockText(minutesOf(text) ?? -1)).toBe(text);
});
