/** Ships of the stories by name, with their IMO numbers; a story may also name a ship that is not here, as terminals do. */
export const SHIPS: ReadonlyMap<string, string> = new Map([
  ['KAPOK', '9074729'],
  ['MERIDIAN', '9321483'],
  ['SILKWAY', '9454436'],
]);
