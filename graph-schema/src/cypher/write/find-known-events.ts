import { statement } from '../statement.ts';

/** Which of these claims somebody made before. */
export const findKnownEvents = statement<{ ids: string[] }, { id: string }>(
  'findKnownEvents',
  `UNWIND $ids AS id MATCH (e:Event {id: id}) RETURN e.id AS id`,
);
