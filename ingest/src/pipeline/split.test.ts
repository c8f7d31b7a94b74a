import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { SourceProfile } from 'graph-schema/domain/source';
import { FORMATS } from '../formats/index.ts';
import { listFixtures } from '../testing/fixture-files.ts';
import { readMessage, type ReadResult } from './read.ts';
import { splitDocuments } from './split.ts';

const receivedAt = '2026-11-21T02:00:00Z';
const read = (bytes: Uint8Array, source: Partial<SourceProfile> = {}): ReadResult =>
  readMessage(
    bytes,
    { receivedAt, source: { ...sampleSource, ...source }, places: sampleGazetteer },
    FORMATS,
  );
const fixture = (format: string, name: string): Uint8Array => {
  const found = listFixtures().find((one) => one.format === format && one.name === name);
  if (!found) throw new Error(`${format}/${name} is gone`);
  return found.bytes;
};
const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const eventsOf = ({ interpretation }: ReadResult) =>
  interpretation.messages.flatMap(({ attested }) => attested.map(({ event }) => event));

const receipt = fixture('cn-manifest-receipt-xml', 'main-data-accepted-and-sister-rejected');
const running = fixture('taf-train-running', 'passage-with-delay');
const single = fixture('dcsa-tnt-2', 'single-event');

describe('files of several documents', () => {
  it('are cut where one could have ended', () => {
    const text = '{"a":1}\n{"b":"}{"}\n';
    expect(splitDocuments(Buffer.from(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
      '{"a":1}',
      '{"b":"}{"}',
    ]);
    expect(splitDocuments(Buffer.from('<?xml version="1.0"?><a/>\n<?xml version="1.0"?><b/>'))).toHaveLength(
      2,
    );
    expect(splitDocuments(Buffer.from("UNB+UNOA:1'"))).toHaveLength(1);
  });

  it('are found in the cells of a table that somebody exported', () => {
    const gate = Buffer.from(fixture('edifact-codeco', 'year-end')).toString().replace(/\s*$/, '');
    const result = read(Buffer.from(`FORMAT,CONTENT\r\nEDIFACT,"${gate}"\r\nEDIFACT,"${gate}"\r\n`));
    expect(result.format).toBe('edifact-codeco');
    expect(eventsOf(result)).toEqual([
      ...eventsOf(read(Buffer.from(gate))),
      ...eventsOf(read(Buffer.from(gate))),
    ]);
  });

  it('of different formats are each read by their own, with spans of the whole file', () => {
    const bytes = joined(receipt, running);
    const both = read(bytes);
    expect(both.format).toBe('cn-manifest-receipt-xml+taf-train-running');
    expect(eventsOf(both)).toEqual([...eventsOf(read(receipt)), ...eventsOf(read(running))]);
    const spans = both.interpretation.messages.flatMap(({ attested }) => attested.map(({ span }) => span));
    expect(Math.max(...spans.map(({ end }) => end))).toBeGreaterThan(receipt.length);
    expect(Math.max(...spans.map(({ end }) => end))).toBeLessThanOrEqual(bytes.length);
  });

  it('keep what is read when a document between is known to nobody', () => {
    const lines = joined(single, '\n{"hello":"world"}\n');
    const result = read(lines);
    expect(eventsOf(result)).toEqual(eventsOf(read(single)));
    expect(result.interpretation.issues.map(({ code }) => code)).toContain('UNKNOWN_FORMAT');
    const { units, withEvents, withIssuesOnly } = result.interpretation.counts;
    expect([units, withEvents, withIssuesOnly]).toEqual([2, 1, 1]);
  });

  it('tell what nobody knows once for each stretch of it, and count every document', () => {
    const unknown = Array.from({ length: 300 }, (_, index) => `{"hello":"world ${index}"}`).join(',');
    const text = Buffer.from(single).toString('latin1').trim();
    const { interpretation } = read(joined(`[${unknown},${text},${unknown},{}]`));
    expect(interpretation.counts).toMatchObject({ units: 602, withEvents: 1, withIssuesOnly: 601 });
    expect(interpretation.issues.filter(({ code }) => code === 'UNKNOWN_FORMAT')).toHaveLength(2);
  });

  it('of which thousands are known to nobody cost no more than their beginning', () => {
    let asked = 0;
    const counting = FORMATS.map((format) => ({
      ...format,
      detect: (head: string) => {
        asked += 1;
        return format.detect(head);
      },
    }));
    const lines = Array.from({ length: 20_000 }, (_, index) => `{"hello":"world ${index}"}`).join('\n');
    const context = { receivedAt, source: sampleSource, places: sampleGazetteer };
    const { interpretation } = readMessage(joined(lines), context, counting);
    expect(interpretation.issues).toMatchObject([{ code: 'UNKNOWN_FORMAT' }]);
    expect(asked).toBeLessThan(2_500 * FORMATS.length);
  });
});

describe('telexes with their headers', () => {
  const status = (day: string): string =>
    ['FSU/15', '999-12345675PEKJFK/T10K250.0', `RCF/CA981/${day}1502/JFK/T10K250.0`, ''].join('\r\n');
  const refusal = 'FNA/1\r\nACK/CHECK DIGIT\r\nFWB/17\r\n999-12345675PEKJFK/T10K250.0\r\n';
  const header = (time: string): string => `QD PEKFMCA PEKFWCA\r\n.JFKFMCA ${time}\r\n`;
  const readText = (text: string): ReadResult => read(Buffer.from(text, 'latin1'));
  const codesOf = (result: ReadResult): string[] => result.interpretation.issues.map(({ code }) => code);

  it('are one document where nothing is taken of what they say', () => {
    expect(splitDocuments(Buffer.from(`${header('211430')}${status('21NOV')}`))).toHaveLength(1);
    expect(codesOf(readText(`${header('211430')}${refusal}`))).toEqual(codesOf(readText(refusal)));
    const unreadable = `${header('211430')}${status('99XXX')}`;
    expect(codesOf(readText(unreadable))).toEqual(codesOf(readText(status('99XXX'))));
  });

  it('begin at the header, each at its own, also behind the marks of teleprinters and of corrections', () => {
    const [first, second] = [`\x01${header('201430')}\x02${status('20NOV')}\x03\r\n`, header('210110')];
    const text = `${first}${second}COR\r\n${refusal}`;
    const starts = splitDocuments(Buffer.from(text)).map(({ start }) => start);
    expect(starts.slice(0, 2)).toEqual([1, first.length]);
  });

  it('keep day and time of sending for the status when a refusal follows', () => {
    const [both, alone] = [header('201630') + status('20NOV'), header('210110') + refusal];
    const result = readText(both + alone);
    expect(codesOf(result)).toEqual(codesOf(readText(alone)));
    const recorded = result.interpretation.messages.flatMap(({ attested }) =>
      attested.map(({ recordedAt }) => recordedAt),
    );
    expect(recorded).toEqual(['2026-11-20T16:30:00Z']);
  });

  it('keep the header when they follow documents of others', () => {
    const gate = Buffer.from(fixture('edifact-codeco', 'year-end')).toString('latin1');
    const result = readText(`${gate}\r\n${header('201630')}${status('20NOV')}`);
    expect(codesOf(result)).not.toContain('UNKNOWN_FORMAT');
    expect(result.interpretation.messages.at(-1)?.attested[0]?.recordedAt).toBe('2026-11-20T16:30:00Z');
  });
});

describe('files of several families', () => {
  const gate = Buffer.from(fixture('edifact-codeco', 'year-end')).toString('latin1');
  const flat = Buffer.from(fixture('jt-codeco', 'year-end')).toString('latin1');
  const status = Buffer.from(
    listFixtures().find(
      (one) => one.format === 'x12-315' && read(one.bytes).interpretation.counts.withIssuesOnly === 0,
    )?.bytes ?? [],
  ).toString('latin1');

  it.each([
    ['EDIFACT, then X12', gate, status],
    ['X12, then EDIFACT', status, gate],
    ['a flat file, then EDIFACT', flat, gate],
    ['EDIFACT, then a flat file', gate, flat],
  ])('%s', (_, first, second) => {
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
    const both = read(bytes(`${first}\n${second}`));
    expect(eventsOf(both)).toEqual([...eventsOf(read(bytes(first))), ...eventsOf(read(bytes(second)))]);
    expect(eventsOf(both).length).toBeGreaterThan(1);
  });
});

describe('what a source may send', () => {
  it('is refused as a whole in a format that it may not send', () => {
    const { interpretation, format } = read(single, { formats: ['edifact-codeco'] });
    expect(format).toBe('dcsa-tnt-2');
    expect(interpretation.messages).toEqual([]);
    expect(interpretation.issues).toMatchObject([{ code: 'NOT_ENTITLED', value: 'dcsa-tnt-2' }]);
  });

  it.each([
    ['kinds', { kinds: ['DECL_*'], places: null, parties: null }],
    ['places', { kinds: null, places: ['XX'], parties: null }],
    ['parties', { kinds: null, places: null, parties: ['XXXX'] }],
  ])('is parked where it speaks of other %s, and nothing is lost', (_, maySpeakOf) => {
    const free = read(single);
    const bound = read(single, { maySpeakOf });
    expect(eventsOf(bound)).toEqual([]);
    const parked = bound.interpretation.issues.filter(({ code }) => code === 'NOT_ENTITLED');
    expect(parked).toHaveLength(eventsOf(free).length);
    expect(parked.every(({ span, value }) => span !== null && value !== null)).toBe(true);
    const { units, withEvents, withIssuesOnly } = bound.interpretation.counts;
    expect([withEvents, withIssuesOnly]).toEqual([0, units]);
  });

  it('is taken where it keeps within its bounds', () => {
    const [event] = eventsOf(read(single));
    const places = [event?.place?.unLocode ?? ''];
    const parties = event?.documents.flatMap(({ issuer }) => issuer ?? []) ?? [];
    const maySpeakOf = { kinds: ['LOGISTICS'], places, parties: parties.length > 0 ? parties : null };
    expect(eventsOf(read(single, { maySpeakOf }))).toEqual(eventsOf(read(single)));
  });

  it('is bound to places by any of their codes', () => {
    const text = Buffer.from(single)
      .toString('utf8')
      .replaceAll(/"UNLocationCode": "[A-Z]{5}"/g, '"UNLocationCode": "CNSHA"');
    const within = (places: readonly string[]) =>
      eventsOf(read(joined(text), { maySpeakOf: { kinds: null, places, parties: null } }));
    expect(within(['CNSHA'])).toEqual(within(['CNSGH']));
    expect(within(['CNSHA'])).toHaveLength(1);
    expect(within(['CNNBO'])).toEqual([]);
  });

  it('means what the sender and then the operator say that its codes mean', () => {
    const bytes = fixture('edifact-codeco', 'unmapped-name-damage-and-wrong-counts');
    const unmapped = read(bytes).interpretation.issues.find(({ code }) => code === 'UNMAPPED_CODE');
    expect(unmapped?.list).toBe('edifact-codeco/bgm-1001');
    const code = unmapped?.value ?? '';
    const codesOf = (result: ReadResult) => new Set(eventsOf(result).map((event) => event.code));
    expect(codesOf(read(bytes))).toContain('UNMAPPED');
    const own = { codeCorrections: { 'edifact-codeco/bgm-1001': { [code]: 'GATED_OUT' } } };
    expect(codesOf(read(bytes, own))).toContain('GATED_OUT');
    const context = { receivedAt, source: sampleSource, places: sampleGazetteer };
    const forAll = { 'edifact-codeco/bgm-1001': { [code]: 'GATED_IN' } };
    expect(codesOf(readMessage(bytes, context, FORMATS, forAll))).toContain('GATED_IN');
    const { corrected } = readMessage(bytes, context, FORMATS, forAll);
    expect(corrected).toEqual([{ list: 'edifact-codeco/bgm-1001', code, variant: null }]);
    // A reading leaves nothing behind for the next.
    expect(codesOf(read(bytes))).toContain('UNMAPPED');
  });

  it('means one thing in one variant of a list and another in the next', () => {
    const LIST = 'edifact-cusres/processing-7365';
    const answerTo = (paper: string) =>
      readMessage(
        Buffer.from(
          `UNB+UNOC:3+CUSTOMS+ME+261120:1010+1'UNH+1+CUSRES:D:96A:UN'BGM+962+D1+11'DTM+9:202611201005:203'GIS+99'RFF+${paper}'UNT+6+1'UNZ+1+1'`,
        ),
        { receivedAt, source: sampleSource, places: sampleGazetteer },
        FORMATS,
        { [`${LIST}#MANIFEST`]: { 99: 'MANIFEST_ACCEPTED' } },
      );
    const [manifest, declaration] = [answerTo('BM:COSU6412780352'), answerTo('ABT:DEC-77001')];
    expect(eventsOf(manifest).map(({ code }) => code)).toEqual(['MANIFEST_ACCEPTED']);
    expect(manifest.corrected).toEqual([{ list: LIST, code: '99', variant: 'MANIFEST' }]);
    expect(eventsOf(declaration).map(({ code }) => code)).toEqual(['UNMAPPED_DOCUMENT']);
    expect(declaration.interpretation.issues.filter(({ list }) => list === LIST)).toMatchObject([
      { code: 'UNMAPPED_CODE', value: '99' },
    ]);
  });
});
