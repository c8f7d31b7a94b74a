import { statement } from '../statement.ts';

/** A secret of this deployment, the same in every process; the first that asks makes it. */
export const getAccessSecret = statement<{ name: string; value: string }, { value: string }>(
  'getAccessSecret',
  `MERGE (s:AccessSecret {name: $name}) ON CREATE SET s.value = $value RETURN s.value AS value`,
);
