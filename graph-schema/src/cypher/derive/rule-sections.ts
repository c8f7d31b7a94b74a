import { statement } from '../statement.ts';

/** Of these sections of rules (ids and roles of organisations) those that are for one organisation, as each order occurs. */
export const listRuleSections = statement<{ names: string[] }, { sections: string[] }>(
  'listRuleSections',
  `MATCH (o:Organisation)
WITH DISTINCT [name IN coalesce(o.kinds, []) + [o.id] WHERE name IN $names] AS sections WHERE size(sections) > 0
RETURN sections ORDER BY sections`,
);
