import { describe, expect, it } from 'vitest';
import { consignments, type LinkClaim } from './consignment.ts';
import type { IdentifierKey } from './identifier.ts';

const master = 'MASTER_BILL:COSU6400000017';
const [houseA, houseB] = ['HOUSE_BILL:HA1', 'HOUSE_BILL:HB1'] as const;
const booking = 'BOOKING:8200000017';
const [box1, box2, box3] = [
  'CONTAINER:CSQU3054383',
  'CONTAINER:CBHU6142088',
  'CONTAINER:CSNU7023311',
] as const;

let claims = 0;
function together(documents: IdentifierKey[], containers: IdentifierKey[] = []): LinkClaim {
  claims += 1;
  return { id: `c${claims}`, documents, containers };
}

/** A consignment a line: what it hangs on, its papers, its boxes. */
function show(...links: LinkClaim[]): string[] {
  return consignments(links).map(({ anchor, master: of, houses, documents, containers }) =>
    [
      anchor,
      of && `under ${of}`,
      houses.length > 0 && `over ${houses.join(', ')}`,
      `papers ${[...documents].sort().join(', ')}`,
      `boxes ${containers.map((key) => key.slice('CONTAINER:'.length)).join(', ') || '–'}`,
    ]
      .filter(Boolean)
      .join(' | '),
  );
}

describe('a master with two houses', () => {
  const links = [
    together([booking, master], [box1, box2, box3]),
    together([master, houseA], [box1, box2]),
    together([master, houseB], [box3]),
  ];

  it('gives each house its own boxes, the master all of them, and the booking to all three', () => {
    expect(show(...links)).toEqual([
      `${houseA} | under ${master} | papers ${booking}, ${houseA}, ${master} | boxes CSQU3054383, CBHU6142088`
        .replace('CSQU3054383, CBHU6142088', 'CBHU6142088, CSQU3054383'),
      `${houseB} | under ${master} | papers ${booking}, ${houseB}, ${master} | boxes CSNU7023311`,
      `${master} | over ${houseA}, ${houseB} | papers ${booking}, ${master} | boxes CBHU6142088, CSNU7023311, CSQU3054383`,
    ]); // prettier-ignore
  });

  it('does not depend on the order of the claims', () => {
    expect(
      consignments([...links].reverse()).map((c) => ({ ...c, documents: [...c.documents].sort() })),
    ).toEqual(consignments(links).map((c) => ({ ...c, documents: [...c.documents].sort() })));
  });

  it('keeps a paper of one house from its sister and from the master', () => {
    const declaration = 'DECLARATION:310420261000000014';
    const withPaper = consignments([...links, together([declaration, houseA, master])]);
    const having = withPaper.filter((c) => c.documents.includes(declaration)).map((c) => c.anchor);
    expect(having).toEqual([houseA]);
  });

  it('keeps a paper of one house from its sister when another paper leads to it', () => {
    const [transit, declaration] = ['TRANSIT:2202202600057713', 'DECLARATION:310420261000000014'] as const;
    const roundabout = [
      together([master, transit]),
      together([transit, declaration]),
      together([declaration, houseB]),
    ];
    const having = consignments([...links, ...roundabout]).filter((c) => c.documents.includes(declaration));
    expect(having.map((c) => c.anchor)).toEqual([houseB]);
  });

  it('leaves the shared booking to both houses though a claim names it with one of them', () => {
    const having = consignments([...links, together([booking, houseB])]).filter((c) =>
      c.documents.includes(booking),
    );
    expect(having.map((c) => c.anchor)).toEqual([houseA, houseB, master]);
  });

  it('keeps a gate receipt of one box from the house that has other boxes, though it names the master alone', () => {
    const receipt = 'EIR:EIR2608040032';
    const withReceipt = consignments([...links, together([receipt, booking], [box3]), together([receipt, master], [box3])]);
    const having = withReceipt.filter((c) => c.documents.includes(receipt)).map((c) => c.anchor);
    expect(having).toEqual([houseB, master]);
  }); // prettier-ignore

  it('gives a declaration of the master without boxes to both houses: nobody said whose it is', () => {
    const declaration = 'DECLARATION:310420261000000022';
    const having = consignments([...links, together([declaration, master])]).filter((c) =>
      c.documents.includes(declaration),
    );
    expect(having.map((c) => c.anchor)).toEqual([houseA, houseB, master]);
  });

  it('leaves the boxes of a house open while nobody named them: they are its master’s', () => {
    const [house] = consignments([together([master], [box1]), together([master, houseA])]);
    expect(house).toMatchObject({ anchor: houseA, master, containers: [] });
  });
});

describe('what a consignment hangs on', () => {
  it('is the booking while there is no bill, and the bill from then on', () => {
    expect(show(together([booking], [box1]))).toEqual([`${booking} | papers ${booking} | boxes CSQU3054383`]);
    expect(show(together([booking], [box1]), together([booking, master]))).toEqual([
      `${master} | papers ${booking}, ${master} | boxes CSQU3054383`,
    ]);
  });

  it('is the road note of a load that goes by truck alone', () => {
    expect(show(together(['ROAD_NOTE:PRO4711']))).toEqual([
      'ROAD_NOTE:PRO4711 | papers ROAD_NOTE:PRO4711 | boxes –',
    ]);
  });

  it('is the rail note alone where there is nothing else', () => {
    const note = 'RAIL_NOTE:26600000';
    expect(show(together([note], [box1, box2]))).toEqual([`${note} | papers ${note} | boxes CBHU6142088, CSQU3054383`]);
  }); // prettier-ignore

  it('is each of two bills that one declaration covers; the bills do not share boxes through it', () => {
    const other = 'MASTER_BILL:COSU6400000025';
    const declaration = 'DECLARATION:310420261000000030';
    const found = show(
      together([master], [box1]),
      together([other], [box2]),
      together([declaration, master]),
      together([declaration, other]),
    );
    expect(found.map((line) => line.split(' | ').slice(0, 2).join(' | '))).toEqual([
      `${master} | papers ${declaration}, ${master}`,
      `${other} | papers ${declaration}, ${other}`,
    ]);
    expect(found.map((line) => line.split('boxes ')[1])).toEqual(['CSQU3054383', 'CBHU6142088']);
  });

  it('is never joined by a purchase order', () => {
    const order = 'REFERENCE:PO4500017';
    const other = 'MASTER_BILL:COSU6400000025';
    const found = consignments([together([order, master], [box1]), together([order, other], [box2])]);
    expect(found.map((c) => [c.anchor, c.documents, c.containers])).toEqual([
      [master, [master], [box1]],
      [other, [other], [box2]],
    ]);
  });
});
