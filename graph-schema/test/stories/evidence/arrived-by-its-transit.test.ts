import { describe, expect, it } from 'vitest';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** 转关运抵: customs have the goods at the office of destination, and neither train nor gate has told that they came. */
const bill = 'MASTER_BILL:COSU6400000033';
const booking = 'BOOKING:8200000017';
const stateAt = (text: string, at: string, number: IdentifierKey = bill) =>
  asked(tell(text), number, at).split('\n')[0];

const landed = `
  TERMINAL 2026-10-13 22:00 BRSSZ LOADED FULL CSNU6190340 on KAPOK/115N ${bill}
  TERMINAL 2026-11-16 16:00 CNSGH DISCHARGED FULL CSNU6190340 on KAPOK/115N ${bill}
  CUSTOMS 2026-11-17 09:40 OFFICE:2202 TRANSIT_DECLARED TRANSIT:2202202600000017 ${bill} to OFFICE:7902
  CUSTOMS 2026-11-18 14:20 OFFICE:2202 TRANSIT_RELEASED TRANSIT:2202202600000017`;
const onTrain = `${landed}
  TERMINAL 2026-11-20 00:10 CNSGH GATED_OUT FULL CSNU6190340 ${bill}
  RAIL 2026-11-20 11:00 CNSGH DEPARTED CSNU6190340 on train X8712@2026-11-20 ${bill}`;
const arrived = 'CUSTOMS 2026-11-25 09:00 OFFICE:7902 TRANSIT_ARRIVED TRANSIT:2202202600000017';

describe('a box in customs transit that customs tell to have arrived', () => {
  it('is at the office, by its papers: no leg ends, no gate is passed, nothing is delivered', () => {
    expect(stateAt(`${onTrain}\n${arrived}`, '2026-11-25 00:00')).toMatchInlineSnapshot(
      `"ON_CARRIAGE aboard X8712 | next ARRIVED USUAL_ORDER | NO_PLAN"`,
    );
    expect(asked(tell(`${onTrain}\n${arrived}`), bill, '2026-11-25 12:00')).toMatchInlineSnapshot(`
      "AT_DESTINATION at CUSTOMS:7902 (by papers) | next GATED_OUT CUSTOMS:7902 USUAL_ORDER | NO_PLAN
        10-13 22:00 BRSSZ LOADED FULL CSNU6190340 KAPOK 115N
        11-16 16:00 CNSGH DISCHARGED FULL CSNU6190340 KAPOK 115N
        11-20 00:10 CNSGH GATED_OUT FULL CSNU6190340
        11-20 11:00 CNSGH DEPARTED CSNU6190340 X8712
        11-17 09:40 CUSTOMS:2202 TRANSIT_DECLARED TRANSIT:2202202600000017
        11-18 14:20 CUSTOMS:2202 TRANSIT_RELEASED TRANSIT:2202202600000017
        11-25 09:00 CUSTOMS:7902 TRANSIT_ARRIVED TRANSIT:2202202600000017
      > VESSEL DONE BRSSZ 10-13 22:00 → CNSGH 11-16 16:00 KAPOK 115N
      > RAIL UNDERWAY CNSGH 11-20 11:00 → X8712
      CSNU6190340 AT_DESTINATION
      = CSNU6190340 CNSGH TRANSIT LEFT
      = CSNU6190340 CUSTOMS:7902 NOT_READY for DECLARATION by DECLARANT"
    `);
  });

  it('awaits what customs have yet to let go, and is not overdue on a train', () => {
    const announced =
      '~ RAIL 2026-11-24 20:00 CNCDU ARRIVED on train X8712@2026-11-20 heard 2026-11-20 05:00';
    const declared = `CUSTOMS 2026-11-25 10:00 OFFICE:7902 DECL_RECEIVED DECLARATION:790220261000000019 ${bill}`;
    expect(stateAt(`${onTrain}\n${announced}`, '2026-11-25 12:00')).toMatchInlineSnapshot(
      `"ON_CARRIAGE aboard X8712 | next ARRIVED CNCDU 11-24 20:00 ESTIMATED | ETA CNCDU 11-24 20:00 ESTIMATED | ON_ROUTE | overdue since 2026-11-24T12:00:00.000Z"`,
    );
    expect(
      stateAt([onTrain, announced, arrived, declared].join('\n'), '2026-11-25 12:00'),
    ).toMatchInlineSnapshot(
      `"AT_DESTINATION at CUSTOMS:7902 (by papers) | next DECL_RELEASED CUSTOMS:7902 USUAL_ORDER | ON_ROUTE"`,
    );
  });

  it('is where the next move is told', () => {
    const off = 'RAIL 2026-11-25 14:00 RAIL:CDU DISCHARGED FULL CSNU6190340 on train X8712@2026-11-20';
    expect(stateAt([onTrain, arrived, off].join('\n'), '2026-11-26 00:00')).toMatchInlineSnapshot(
      `"AT_DESTINATION at RAIL:CDU | next GATED_OUT RAIL:CDU USUAL_ORDER | NO_PLAN"`,
    );
  });

  it('stays on its way while the transit was cancelled, or another one has not arrived', () => {
    const cancelled = 'CUSTOMS 2026-11-25 11:00 OFFICE:7902 TRANSIT_CANCELLED TRANSIT:2202202600000017';
    const second = `CUSTOMS 2026-11-19 10:00 OFFICE:2202 TRANSIT_RELEASED TRANSIT:2202202600000025 ${bill}`;
    for (const more of [cancelled, second])
      expect(stateAt([onTrain, arrived, more].join('\n'), '2026-11-26 00:00')).toContain(
        'ON_CARRIAGE aboard X8712',
      );
  });

  it('is one of two, and the other is on the train: the cargo is on its way', () => {
    const both = onTrain
      .split('\n')
      .flatMap((line) => [
        line,
        ...(line.includes('CSNU') ? [line.replace('CSNU6190340', 'CSQU3054383')] : []),
      ])
      .join('\n');
    const one = `${arrived} lists CSNU6190340`;
    const whole = asked(tell(`${both}\n${one}`), bill, '2026-11-26 00:00');
    expect(whole).toMatch(/^ON_CARRIAGE aboard X8712/);
    expect(whole).toContain('CSNU6190340 AT_DESTINATION\nCSQU3054383 ON_CARRIAGE');
  });
});

it('one box has come off its train, and the other is on a later one: the cargo is on its way', () => {
  const rail = (box: string, train: string, day: string) => `
    TERMINAL 2026-11-16 16:00 CNSGH DISCHARGED FULL ${box} on KAPOK/115N ${bill}
    TERMINAL 2026-11-${day} 00:10 CNSGH GATED_OUT FULL ${box} ${bill}
    RAIL 2026-11-${day} 11:00 CNSGH DEPARTED ${box} on train ${train}@2026-11-${day} ${bill}`;
  const off = 'RAIL 2026-11-23 14:00 CNCDU DISCHARGED FULL CSNU6190340 on train X8712@2026-11-20';
  const both = rail('CSNU6190340', 'X8712', '20') + rail('CSQU3054383', 'X8714', '22');
  expect(stateAt(`${both}\n${off}`, '2026-11-24 00:00')).toMatchInlineSnapshot(
    `"ON_CARRIAGE aboard X8714 | next ARRIVED USUAL_ORDER | NO_PLAN"`,
  );
});

it('out of the port by road, and nobody told of the gate', () => {
  const there = arrived.replace('OFFICE:7902', 'CNCDU');
  expect(stateAt(`${landed}\n${there}`, '2026-11-26 00:00')).toMatchInlineSnapshot(
    `"AT_DESTINATION at CNCDU (by papers) | next GATED_OUT CNCDU USUAL_ORDER | NO_PLAN"`,
  );
});

it('the transit of an export, that customs write when the cargo is abroad, brings nothing back', () => {
  const exported = `
    TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSNU6190340 on KAPOK/114S ${bill}
    TERMINAL 2026-07-30 22:00 NLRTM DISCHARGED FULL CSNU6190340 on KAPOK/114S ${bill}
    TERMINAL 2026-08-01 22:00 NLRTM GATED_OUT FULL CSNU6190340 ${bill}
    CUSTOMS 2026-08-02 09:00 OFFICE:3104 TRANSIT_ARRIVED TRANSIT:2202202600000017 ${bill}`;
  expect(stateAt(exported, '2026-08-03 00:00')).toMatchInlineSnapshot(
    `"ON_CARRIAGE at NLRTM | next DELIVERED USUAL_ORDER | NO_PLAN"`,
  );
});

it('under T1 from Rotterdam to Duisburg', () => {
  const imported = `
    CARRIER 2026-07-04 10:00 CNNBO BL_ISSUED ${bill} lists CSNU6190340 from CNNBO to DEDUI
    TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSNU6190340 on KAPOK/114S ${bill}
    TERMINAL 2026-07-30 22:00 NLRTM DISCHARGED FULL CSNU6190340 on KAPOK/114S ${bill}
    TERMINAL 2026-08-01 22:00 NLRTM GATED_OUT FULL CSNU6190340 ${bill}
    CUSTOMS 2026-08-01 12:00 NLRTM TRANSIT_RELEASED MRN:26NL00000000000017 ${bill}
    CUSTOMS 2026-08-02 09:00 DEDUI TRANSIT_ARRIVED MRN:26NL00000000000017 ${bill}`;
  expect(stateAt(imported, '2026-08-02 00:00')).toMatchInlineSnapshot(
    `"ON_CARRIAGE at NLRTM | next DELIVERED USUAL_ORDER | NO_PLAN"`,
  );
  expect(stateAt(imported, '2026-08-03 00:00')).toMatchInlineSnapshot(
    `"AT_DESTINATION at DEDUI (by papers) | next GATED_OUT DEDUI USUAL_ORDER | NO_PLAN"`,
  );
});

it('the transit of an export that ends at the port of loading', () => {
  const outbound = `
    RAIL 2026-07-01 10:00 RAIL:XAP DEPARTED CSNU6190340 on train X8001@2026-07-01 ${booking}
    CUSTOMS 2026-07-01 08:00 OFFICE:7902 TRANSIT_RELEASED TRANSIT:7902202600000017 ${booking}
    ? CARRIER 2026-07-06 22:00 CNSGH LOADED CSNU6190340 on KAPOK/114S ${booking} heard 2026-06-30 00:00
    CUSTOMS 2026-07-03 09:00 OFFICE:2202 TRANSIT_ARRIVED TRANSIT:7902202600000017`;
  expect(stateAt(outbound, '2026-07-02 00:00', booking)).toMatchInlineSnapshot(
    `"PRE_CARRIAGE aboard X8001 | next LOADED CNSGH 07-06 22:00 PLANNED | ON_ROUTE"`,
  );
  expect(stateAt(outbound, '2026-07-04 00:00', booking)).toMatchInlineSnapshot(
    `"AT_ORIGIN at CUSTOMS:2202 (by papers) | next LOADED CNSGH 07-06 22:00 PLANNED | ON_ROUTE"`,
  );
});
