export const AS_OF_PROBLEMS = [
  'AS_OF_IN_FUTURE',
  'AS_OF_BEFORE_SERVICE',
  'AS_OF_NOT_YET_KNOWN',
  'AS_OF_TOO_LARGE',
] as const;
export type AsOfProblem = (typeof AS_OF_PROBLEMS)[number];
