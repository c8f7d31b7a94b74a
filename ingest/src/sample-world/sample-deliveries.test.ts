import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { parseUscc } from 'graph-schema/codes/uscc';
import type { Delivery } from './delivery.ts';
import { sampleDeliveries, sampleNumbers } from './sample-deliveries.ts';
import { all, anchor, readScript, script } from './testing/read-script.ts';

const fingerprint = ({ sourceId, deliverAt, contentType, bytes }: Delivery): string =>
  [sourceId, deliverAt, contentType, createHash('sha256').update(bytes).digest('hex')].join(' ');

const positionOf = (what: string): number => script.findIndex((delivery) => delivery.what.includes(what));

describe('messages of the sample world, as the formats read them', () => {
  it('are each recognised by exactly one format', () => {
    for (const { delivery, formats: found } of all) expect(found, delivery.what).toHaveLength(1);
  });

  it('are read without errors, and each tells something or takes something back', () => {
    for (const { delivery, read } of all) {
      const errors = read?.issues.filter(({ severity }) => severity === 'ERROR');
      expect(errors, delivery.what).toEqual([]);
      const said = read?.messages.flatMap(({ attested, retraction }) => [
        ...attested,
        ...(retraction ? [retraction] : []),
      ]);
      expect((said?.length ?? 0) + (read?.positions.length ?? 0), delivery.what).toBeGreaterThan(0);
    }
  });

  it.each(['2027-01-01T00:00:20Z', '2027-03-28T01:30:00Z', '2026-07-15T16:05:00Z', '2028-02-29T23:59:59Z'])(
    'are read without errors around any anchor: %s',
    (other) => {
      for (const { delivery, formats, read } of readScript(sampleDeliveries(other))) {
        expect(formats, delivery.what).toHaveLength(1);
        const errors = read?.issues.filter(({ severity }) => severity === 'ERROR');
        expect(errors, delivery.what).toEqual([]);
      }
    },
  );

  it('name only places that the tables know, but for the stray ones', () => {
    const unknown = all.filter(({ read }) => read?.issues.some(({ code }) => code === 'UNKNOWN_PLACE'));
    expect(unknown.map(({ delivery }) => delivery.what)).toEqual([
      'Stray messages: gate-out at a place that no table knows',
      'Stray messages: a train at a station that no table knows',
    ]);
  });

  it('tell of nothing that had not happened when they arrived', () => {
    for (const { delivery, read } of all) {
      for (const { event } of read?.messages.flatMap(({ attested }) => attested) ?? []) {
        if (event.classifier !== 'ACTUAL') continue;
        expect(Date.parse(event.time.instant), delivery.what).toBeLessThanOrEqual(
          Date.parse(delivery.deliverAt),
        );
      }
    }
  });

  it('carry container numbers with valid check digits, but for one', () => {
    const boxes = new Set(
      all.flatMap(({ read }) =>
        (read?.messages ?? []).flatMap(({ attested }) =>
          attested.flatMap(({ event }) => [...(event.equipment ? [event.equipment] : []), ...event.contents]),
        ),
      ),
    );
    const wrong = [...boxes].filter(
      ({ kind, reference }) => kind === 'CONTAINER' && !parseContainerNumber(reference).ok,
    );
    expect(new Set(wrong.map(({ reference }) => reference)).size).toBe(1);
  });
});

it('companies of the sample world are named by credit codes that are right, so that these open their cargo', () => {
  const ids = all.flatMap(({ read }) =>
    (read?.messages ?? []).flatMap(({ attested }) =>
      attested.flatMap(({ event }) => event.parties.flatMap(({ id }) => id ?? [])),
    ),
  );
  const codes = new Set(ids.flatMap(({ scheme, code }) => (scheme === 'USCC' ? [code] : [])));
  expect(codes.size).toBe(7);
  for (const code of codes) expect(parseUscc(code).ok, code).toBe(true);
});

describe('the script', () => {
  it('is the same for the same anchor, and moves with it', () => {
    expect(sampleDeliveries(anchor).map(fingerprint)).toEqual(script.map(fingerprint));
    const later = sampleDeliveries('2027-03-02T17:40:00Z');
    expect(
      later
        .filter(({ sourceId }) => sourceId !== 'ais-station')
        .map(({ what }) => what)
        .toSorted(),
    ).toEqual(
      script
        .filter(({ sourceId }) => sourceId !== 'ais-station')
        .map(({ what }) => what)
        .toSorted(),
    );
  });

  it('is in the order of delivery', () => {
    const times = script.map(({ deliverAt }) => Date.parse(deliverAt));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('names numbers that its past messages carry', () => {
    const past = all.filter(({ delivery }) => Date.parse(delivery.deliverAt) <= Date.parse(anchor));
    const text = past.map(({ delivery }) => Buffer.from(delivery.bytes).toString('latin1')).join('\n');
    for (const { number } of sampleNumbers(Date.parse(anchor))) expect(text).toContain(number);
  });

  it('has the usual dirt: the same bytes twice, and a gate-in that comes after the load', () => {
    const bytes = script.map((delivery) => createHash('sha256').update(delivery.bytes).digest('hex'));
    expect(bytes.length - new Set(bytes).size).toBe(2);
    expect(positionOf('third box into the terminal')).toBeGreaterThan(positionOf('loaded on the feeder'));
  });
});
