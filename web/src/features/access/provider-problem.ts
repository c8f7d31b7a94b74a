const PROBLEMS = ['NO_PROVIDER', 'PROVIDER_SILENT', 'PROVIDER_REFUSED', 'NOT_INVITED'] as const;

/** Why nobody was signed in at the identity provider, as the API names it. */
export type ProviderProblem = (typeof PROBLEMS)[number];

export function readProblem(said: string | undefined): ProviderProblem | null {
  return PROBLEMS.find((problem) => problem === said) ?? null;
}
