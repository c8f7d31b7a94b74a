import { describe, expect, it } from 'vitest';
import { readSighting } from './record.ts';

describe('lines of a car location message', () => {
  it.each([
    ['CN 377001 BROCKVILL ON 04 14E0815 E P 36914 EDMONTON AB CN', '36914', 'EDMONTON', null],
    ['CN   377001  BROCKVILL ON 04 14 E0815  E P        EDMONTON  AB             CN', null, 'EDMONTON', null],
    ['CNRU 280001 VANINTTER BC 04 14P1741 L U REXDALE ON CN 640001 CN', null, 'REXDALE', 'CN 640001'],
    ['TTAX 55501 ST PAUL MN 11 20C0912 L P QNPSKP FORT WORTH TX BNSF', 'QNPSKP', 'FORT WORTH', null],
    ['ACFX 49441 HAMLIN SK 12 31C2350 L B J 099 PRIGEORGE BC CN', 'J 099', 'PRIGEORGE', null],
    ['ACFX 49441 HAMLIN SK 12 31C2350 L H AC PRIGEORGE BC CN', 'AC', 'PRIGEORGE', null],
    ['ACFX 49441 HAMLIN SK 12 31C2350 L P CN', null, null, null],
  ])('%s', (line, train, destination, flatCar) => {
    expect(readSighting(line)).toMatchObject({ train, destination, flatCar });
  });

  it.each([
    ['a heading', 'EQUIPMENT LOCATION PR DATE TIME L E TRAIN/ DESTINED PR FLAT CAR SCAC'],
    ['a month that is none', 'CN 377001 BROCKVILL ON 13 14E0815 E P 36914 EDMONTON AB CN'],
    ['neither loaded nor empty', 'CN 377001 BROCKVILL ON 04 14E0815 X P 36914 EDMONTON AB CN'],
    ['a very long line', `CN 377001 ${'A'.repeat(5000)} ON 04 14E0815 E P 36914 EDMONTON AB CN`],
  ])('%s is no sighting', (_case, line) => {
    expect(readSighting(line)).toBeNull();
  });
});
