import { describe, expect, it } from 'vitest';
import { isNotData } from './not-data.ts';

const said = (name: string, text: string) => isNotData(name, Buffer.from(text));

describe('what is about messages and no message', () => {
  it.each([
    ['an OpenAPI description', 'a', '# made by hand\nopenapi: 3.0.0\ninfo:\n'],
    ['a JSON Schema', 'a.json', '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n'],
    ['a JSON Schema with its title first', 'a.json', '{ "title": "Events", "$id": "https://example.com/e" }'],
    ['a Postman collection', 'a.json', '{"info":{"_postman_id":"1","name":"TNT"}}'],
    [
      'an XML Schema',
      'a.xml',
      '<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">',
    ],
    ['a list of event hashes', 'a.hashes', 'ni:///sha-256;6ae9?ver=CBV2.0\n'],
    ['the text behind a hash', 'a.prehashes', 'eventType=ObjectEventeventTime=2026'],
    ['a README', 'docs/README', 'UNB+UNOA:2'],
    ['source code', 'a.ts', "const a = 'UNB';"],
  ])('%s', (_, name, text) => expect(said(name, text)).toBe(true));

  it.each([
    ['an interchange without an ending', 'sample', "UNB+UNOA:2+A+B+261121:0930+7'"],
    [
      'EPCIS with its context first',
      'a.json',
      '{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"]}',
    ],
    ['DCSA events', 'a.json', '[{"eventID":"1","eventType":"EQUIPMENT"}]'],
    [
      'a manifest',
      'a.xml',
      '<?xml version="1.0"?><Manifest xmlns="urn:Declaration:datamodel:standard:CN:MT3101:1">',
    ],
    ['a table', 'a.csv', 'container,time,event\n'],
  ])('but not %s', (_, name, text) => expect(said(name, text)).toBe(false));
});
