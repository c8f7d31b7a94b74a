import { statement } from '../statement.ts';

/** Public ids of the uses of these boxes (by key), and the claims that each holds now. */
export const cyclesOfBoxes = statement<
  { keys: string[] },
  { id: string; container: string; holds: string[] }
>(
  'cyclesOfBoxes',
  `UNWIND $keys AS k
MATCH (i:Identifier {key: k})<-[:OF]-(y:EquipmentCycle)
RETURN y.id AS id, i.key AS container, y.holds AS holds ORDER BY id`,
);
