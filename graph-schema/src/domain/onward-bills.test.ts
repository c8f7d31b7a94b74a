import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consignments, type LinkClaim } from './consignment.ts';
import type { IdentifierKey } from './identifier.ts';

const [bill, otherBill] = ['MASTER_BILL:COSU6400000017', 'MASTER_BILL:COSU6400000025'] as const;
const [air, otherAir] = ['AWB:176-12345675', 'AWB:176-12345686'] as const;
const [house, sister, airHouse] = ['HOUSE_BILL:SHFW260701', 'HOUSE_BILL:SHFW260702', 'HAWB:DXB4711'] as const;
const box = 'CONTAINER:CSQU3054383';
const declaration = 'DECLARATION:310420261000000014';

let claims = 0;
function named(documents: IdentifierKey[], containers: IdentifierKey[] = []): LinkClaim {
  claims += 1;
  return { id: `c${claims}`, documents, containers };
}

/** `anchor < its masters: papers, boxes` */
function show(links: readonly LinkClaim[]): string[] {
  return consignments(links).map(({ anchor, masters, documents, containers }) => {
    const under = masters.length > 0 ? ` < ${masters.join(' + ')}` : '';
    return `${anchor}${under}: ${[...documents, ...containers].filter((key) => key !== anchor).sort().join(' ')}`;
  }); // prettier-ignore
}

describe('an ocean bill and an air waybill', () => {
  it('are one consignment where a claim names the two', () => {
    expect(show([named([bill], [box]), named([bill, air])])).toEqual([`${air}: ${box} ${bill}`]);
  });

  it('stay two where the bill is named so with two air waybills, or the air waybill with two bills', () => {
    expect(show([named([bill, air]), named([bill, otherAir])])).toEqual([`${air}: `, `${otherAir}: `, `${bill}: `]);
    expect(show([named([bill, air]), named([otherBill, air])])).toEqual([`${air}: `, `${bill}: `, `${otherBill}: `]);
  }); // prettier-ignore

  it('stay two where customs, a house or a list name them together', () => {
    const apart = [`${air}: `, `${bill}: `];
    expect(show([named([bill, air, declaration])])).toEqual([`${air}: ${declaration}`, `${bill}: ${declaration}`]);
    expect(show([named([bill, air, house])]).slice(0, 1)).toEqual([`${air}: `]);
    expect(show([named([bill, otherBill, air])]).filter((line) => !line.startsWith(otherBill))).toEqual(apart);
  }); // prettier-ignore

  it('stay two where one of them also carries a house that the other did not', () => {
    const tied = [named([bill, air])];
    expect(show([...tied, named([house, otherBill]), named([house, air])])).not.toContain(`${air}: ${bill}`);
    expect(show([...tied, named([house, bill]), named([house, otherAir])])).not.toContain(`${air}: ${bill}`);
    expect(show([...tied, named([house, bill]), named([house, air])])).toContain(`${air}: ${bill}`);
  });

  it('have the houses of either', () => {
    expect(show([named([bill, air]), named([house, bill]), named([airHouse, air])])).toEqual([
      `${air}: ${bill}`,
      `${airHouse} < ${air}: ${air} ${bill}`,
      `${house} < ${air}: ${air} ${bill}`,
    ]);
  });
});

describe('a house under an ocean bill and an air waybill', () => {
  const links = [named([bill], [box]), named([house, bill]), named([sister, bill]), named([house, air])];

  it('travels by both, and its sister by the one', () => {
    expect(show(links)).toEqual([
      `${air}: `,
      `${house} < ${air} + ${bill}: ${air} ${bill}`,
      `${sister} < ${bill}: ${bill}`,
      `${bill}: ${box}`,
    ]);
  });

  it('does so too where one claim names all three; an air house bill that is named with it is another', () => {
    expect(show([named([house, bill, air])])).toContain(`${house} < ${air} + ${bill}: ${air} ${bill}`);
    const two = show([named([house, bill]), named([house, airHouse]), named([airHouse, air])]);
    expect(two).toContain(`${airHouse} < ${air}: ${air}`);
    expect(two).toContain(`${house} < ${bill}: ${bill}`);
  });

  it('stands under one where several of a kind are named, or where only a list names the other', () => {
    expect(show([...links, named([house, otherAir])])).toContain(`${house} < ${air}: ${air}`);
    const list = [named([house, bill]), named([house, sister, bill, air])];
    expect(show(list).filter((line) => line.includes(' + '))).toEqual([]);
  });

  it('keeps the papers of its sister off', () => {
    const having = consignments([...links, named([declaration, sister, bill])]).filter((one) =>
      one.documents.includes(declaration),
    );
    expect(having.map(({ anchor }) => anchor)).toEqual([sister]);
  });
});

it('is the same in whatever order it is told; every bill is a paper of one consignment that hangs on no other', () => {
  const bills = [bill, otherBill, air, otherAir, house, sister, airHouse];
  const some = fc.array(fc.subarray<IdentifierKey>([...bills, declaration, 'BOOKING:8200000017'], { minLength: 1, maxLength: 4 }), { maxLength: 7 }); // prettier-ignore
  fc.assert(
    fc.property(
      some.chain((sets) =>
        fc.tuple(fc.constant(sets), fc.shuffledSubarray(sets, { minLength: sets.length })),
      ),
      ([sets, shuffled]) => {
        const told = show(sets.map((documents) => named(documents)));
        expect(show([...shuffled, ...shuffled].map((documents) => named([...documents].reverse())))).toEqual(
          told,
        );
        const found = consignments(sets.map((documents) => named(documents)));
        for (const key of bills.filter((one) => sets.some((documents) => documents.includes(one)))) {
          const own = found.filter(
            ({ anchor, master, documents }) => anchor === key || (master === null && documents.includes(key)),
          );
          expect(own).toHaveLength(1);
        }
      },
    ),
    { numRuns: 500 },
  );
});
