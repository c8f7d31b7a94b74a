import { expect, it } from 'vitest';
import type { ToldShipment } from '../journey/shipment-view.ts';
import { goneLoader } from './gone-claims.ts';
import { contextOf, sampleViews } from './testing/sample-context.ts';

const FIRST = '2026-11-01T10:00:00Z';
const SECOND = '2026-11-03T10:00:00Z';

/** A cargo that lost a claim, had it again, and lost it again. */
function lost() {
  const [view] = sampleViews();
  const claim = view?.facts.claims.find(({ event }) => event.code === 'GATED_IN');
  if (!view || !claim) throw new Error('no sample');
  const without: ToldShipment = { ...view, facts: { ...view.facts, claims: view.facts.claims.filter((one) => one !== claim) } };
  const { graph } = contextOf([view], 'ALL', [
    { shipment: view.id, claim, at: FIRST },
    { shipment: view.id, claim, at: SECOND },
  ]);
  const goneBy = async (shown: ToldShipment, until: string | null) => {
    const reader = { graph, asker: contextOf([]).asker, mask: (id: string) => id };
    const gone = await goneLoader(reader, until === null ? null : Date.parse(until)).load(shown);
    return gone.map(({ claim: { id }, at, stands }) => ({ id, at: new Date(at).toISOString(), stands }));
  };
  return { goneBy, view, without, claim };
} // prettier-ignore

it('tells of what went as of an instant, though it came back and went again since', async () => {
  const { goneBy, view, without, claim } = lost();
  const went = (at: string) => [{ id: claim.id, at: new Date(at).toISOString(), stands: false }];
  expect(await goneBy(without, '2026-11-01T09:00:00Z')).toEqual([]);
  expect(await goneBy(without, '2026-11-01T10:00:00Z')).toEqual(went(FIRST));
  expect(await goneBy(without, '2026-11-02T00:00:00Z')).toEqual(went(FIRST));
  // It had come back.
  expect(await goneBy(view, '2026-11-03T00:00:00Z')).toEqual([]);
  expect(await goneBy(without, '2026-11-03T10:00:00Z')).toEqual(went(SECOND));
  expect(await goneBy(without, null)).toEqual(went(SECOND));
});
