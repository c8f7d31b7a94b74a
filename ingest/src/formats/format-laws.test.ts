import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { claimKeys } from 'graph-schema/domain/claim-keys';
import type { Interpretation } from 'graph-schema/domain/message';
import type { Span } from 'graph-schema/domain/tracking-event';
import { listFixtures, type Fixture } from '../testing/fixture-files.ts';
import { detectAll, readFixture } from '../testing/read-fixture.ts';

/**
 * Laws that hold for every format, on every fixture and on what damage makes of it.
 *
 * How counts add up: a unit (the format's smallest record) falls in exactly one bucket:
 *   `withEvents`        it gave at least one event (whatever else it gave);
 *   `withPositions`     it gave a position and no event;
 *   `withIssuesOnly`    it gave neither, and an issue says why;
 *   `withoutContent`    the format's rule says that it carries nothing for us (the boxes of a cancellation).
 * So `units` is the sum of the four, and bytes that hold anything give a unit or an issue.
 */
function brokenLaw({ counts, messages, positions, issues }: Interpretation, length: number): string | null {
  const { units, withEvents, withPositions, withIssuesOnly, withoutContent } = counts;
  const attested = messages.flatMap((message) => message.attested);
  const isInside = ({ start, end }: Span): boolean => start >= 0 && start <= end && end <= length;
  if (units !== withEvents + withPositions + withIssuesOnly + withoutContent) return 'counts do not add up';
  if (attested.length < withEvents || attested.length > 0 !== withEvents > 0) return 'events without a unit';
  if (positions.length < withPositions) return 'more units with positions than positions';
  if (issues.length === 0 && (withIssuesOnly > 0 || (units === 0 && length > 0))) return 'silence';
  if (attested.some(({ event }) => claimKeys(event).subject === null)) return 'a claim that names nothing';
  if (attested.some(({ span }) => !isInside(span) || span.start === span.end)) return 'span of an event';
  if (issues.some(({ span }) => span && !isInside(span))) return 'span of an issue';
  if (issues.some(({ value }) => (value?.length ?? 0) > 200)) return 'value of an issue is too long';
  return null;
}

/**
 * Formats whose messages say where they end (a trailer, a closing bracket or tag), so that a cut is always noticed and
 * never half applied. Tables, sentences and telexes end anywhere.
 */
const WITH_END =
  /^(edifact|jt|dcsa|cn|gate|truck|taf|epcis|x12|cargo-xml|one-record|train-running|eu|uncefact|derived|not-taken)-|^(rail-95306-json|cim-smgs-note|cargo-imp-ffm|adsb-readsb|ssim)$/;

const NOTICED: ReadonlySet<string> = new Set(['TRUNCATED', 'BAD_ENVELOPE', 'BAD_SYNTAX', 'EMPTY_MESSAGE']);

/** Two files sent as one: what follows the cut is a whole file, so what stands before it is one, too. */
function isBetweenFiles({ format, bytes }: Fixture, cut: number): boolean {
  return detectAll(bytes.subarray(cut)).includes(format);
}

const seed = Number(process.env['LAWS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env['LAWS_RUNS'] ?? 25);
/**
 * One sample of each format is cut at every byte, and all of them with LAWS_CUTS=all; of the others cuts are drawn. What
 * is read of one sample is bounded by cuts and bytes, not by the clock, so that a busy machine passes.
 */
const EVERY_CUT = process.env['LAWS_CUTS'] === 'all';
const MOST_CUTS = 120;
const MOST_BYTES = 400_000;
const LAST_CUTS = 24;

const fixtures = listFixtures();
vi.setConfig({ testTimeout: 60_000 });

const table = fixtures.map((fixture) => [fixture.format, fixture.name, fixture] as const);
const cutEverywhere = smallestOfEach(fixtures);

describe(`laws of every format (again with LAWS_SEED=${seed})`, () => {
  it.each(table)('%s: %s reads the same twice and its counts add up', (_format, _name, fixture) => {
    const read = readFixture(fixture);
    expect(brokenLaw(read, fixture.bytes.length)).toBeNull();
    expect(readFixture(fixture, fixture.bytes.slice())).toEqual(read);
  });

  it.each(table)('%s: %s cut anywhere is noticed and not half applied', (format, _name, fixture) => {
    const whole = readFixture(fixture);
    const wholeText = text(whole.messages);
    const events = new Set(
      whole.messages.flatMap((message) => message.attested.map(({ event }) => text(event))),
    );
    for (const cut of cutsOf(fixture)) {
      const read = readFixture(fixture, fixture.bytes.subarray(0, cut));
      expect(brokenLaw(read, cut), `cut at ${cut}`).toBeNull();
      if (!WITH_END.test(format)) continue;
      const invented = read.messages.flatMap(({ attested }) =>
        attested.filter(({ event }) => !events.has(text(event))),
      );
      expect(invented, `cut at ${cut}: an event that the whole does not have`).toEqual([]);
      const isNoticed =
        read.issues.some(({ code }) => NOTICED.has(code)) ||
        text(read.messages) === wholeText ||
        isBetweenFiles(fixture, cut);
      expect(isNoticed, `cut at ${cut}: something is missing and nothing says so`).toBe(true);
    }
  });

  it.each(table)('%s: %s survives flipped and inserted bytes', (_format, _name, fixture) => {
    const position = fc.nat({ max: Math.max(0, fixture.bytes.length - 1) });
    const flips = fc.array(fc.tuple(position, fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    const insertion = fc.tuple(position, fc.uint8Array({ maxLength: 12 }));
    fc.assert(
      fc.property(flips, insertion, (changes, [at, inserted]) => {
        const bytes = new Uint8Array(fixture.bytes.length + inserted.length);
        bytes.set(fixture.bytes.subarray(0, at));
        bytes.set(inserted, at);
        bytes.set(fixture.bytes.subarray(at), at + inserted.length);
        for (const [index, byte] of changes) bytes[index] = byte;
        const read = readFixture(fixture, bytes);
        expect(brokenLaw(read, bytes.length)).toBeNull();
      }),
      { seed, numRuns: runs },
    );
  });
});

/** The smallest sample of each format that gives something, one without an error before all others. */
function smallestOfEach(samples: readonly Fixture[]): ReadonlySet<Fixture> {
  const best = new Map<string, { readonly fixture: Fixture; readonly faults: number }>();
  for (const fixture of samples) {
    const { counts, issues } = readFixture(fixture);
    const isEmpty = counts.withEvents + counts.withPositions === 0;
    const faults = Number(isEmpty) * 2 + Number(issues.some(({ severity }) => severity === 'ERROR'));
    const known = best.get(fixture.format);
    const isBetter =
      !known ||
      faults < known.faults ||
      (faults === known.faults && fixture.bytes.length < known.fixture.bytes.length);
    if (isBetter) best.set(fixture.format, { fixture, faults });
  }
  return new Set([...best.values()].map(({ fixture }) => fixture));
}

/** Every byte, or of a large file an even sample and the last bytes, where trailers are. */
function cutsOf(fixture: Fixture): number[] {
  const { length } = fixture.bytes;
  const all = Array.from({ length }, (_, index) => index);
  // A cut reads half of the bytes on average.
  const byBytes = Math.floor((2 * MOST_BYTES) / Math.max(1, length));
  const most = Math.min(MOST_CUTS, Math.max(2 * LAST_CUTS, byBytes));
  if (EVERY_CUT || cutEverywhere.has(fixture) || length <= most) return all;
  const step = length / (most - LAST_CUTS);
  return all.filter((cut) => cut % step < 1 || cut > length - LAST_CUTS);
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
