import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { describe, expect, it } from 'vitest';
import { collectFindings } from '../../syntax/findings.ts';
import { readEquipment, type WrittenEquipment } from './equipment.ts';

function read(written: WrittenEquipment, otherwise?: 'CONTAINER' | 'WAGON' | 'TRAILER') {
  const findings = collectFindings();
  const context = { source: sampleSource, places: sampleGazetteer, findings };
  const where = { at: 'N7', span: { start: 0, end: 1 } };
  const equipment = readEquipment(written, where, context, otherwise);
  return [equipment?.kind, equipment?.reference, findings.issues.map(({ code }) => code).join()];
}

describe('equipment numbers in parts', () => {
  const shortened = 'CBHU000417';

  it.each<[string, WrittenEquipment, string, string, string]>([
    [
      'prefix, serial, check digit',
      { initial: 'CBHU', number: '380417', checkDigit: '5' },
      'CONTAINER',
      'CBHU3804175',
      '',
    ],
    ['without check digit', { initial: 'cbhu', number: '380417' }, 'CONTAINER', 'CBHU3804175', ''],
    ['check digit in the serial', { initial: 'CBHU', number: '3804175' }, 'CONTAINER', 'CBHU3804175', ''],
    ['all in the number', { initial: null, number: 'CBHU 380417-5' }, 'CONTAINER', 'CBHU3804175', ''],
    [
      'the number repeats the prefix',
      { initial: 'CBHU', number: 'CBHU3804175' },
      'CONTAINER',
      'CBHU3804175',
      '',
    ],
    [
      'a wrong check digit',
      { initial: 'CBHU', number: '380417', checkDigit: '6' },
      'CONTAINER',
      'CBHU3804176',
      'BAD_CHECK_DIGIT',
    ],
    [
      'leading zeros lost',
      { initial: 'CBHU', number: '417', checkDigit: String(containerCheckDigit(shortened)) },
      'CONTAINER',
      `${shortened}${containerCheckDigit(shortened)}`,
      '',
    ],
    [
      'the carrier before a whole number',
      { initial: 'COSU', number: 'CBHU3804175', kind: 'CN' },
      'CONTAINER',
      'CBHU3804175',
      '',
    ],
    [
      'the carrier before a number without its check digit',
      { initial: 'COSU', number: 'CBHU380417', checkDigit: '5' },
      'CONTAINER',
      'CBHU3804175',
      '',
    ],
    [
      'the carrier before a whole trailer number',
      { initial: 'TRKX', number: 'CBHZ544037', kind: 'TL' },
      'TRAILER',
      'CBHZ544037',
      '',
    ],
    ['a chassis', { initial: 'CBHZ', number: '544037', kind: 'CC' }, 'TRAILER', 'CBHZ544037', ''],
    ['a rail car', { initial: 'TTAX', number: '055501', kind: 'RR' }, 'WAGON', 'TTAX55501', ''],
    [
      'a container by its description',
      { initial: 'XXXX', number: '5119399', kind: 'CN' },
      'CONTAINER',
      'XXXX5119399',
      'BAD_IDENTIFIER',
    ],
  ])('%s', (_case, written, kind, reference, issues) => {
    expect(read(written)).toEqual([kind, reference, issues]);
  });

  it('are those of a wagon or trailer where the set says so', () => {
    expect(read({ initial: 'BNSF', number: '12' }, 'WAGON')).toEqual(['WAGON', 'BNSF12', '']);
    expect(read({ initial: 'TRKX', number: '30402' }, 'TRAILER')).toEqual(['TRAILER', 'TRKX30402', '']);
  });

  it('are told when there is none', () => {
    expect(read({ initial: 'CBHU', number: null })).toEqual([undefined, undefined, 'MISSING_FIELD']);
  });
});
