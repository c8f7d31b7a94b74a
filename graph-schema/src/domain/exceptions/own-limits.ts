import { forOrganisation, type CutOffFor, type ExceptionRules, type RuleChange, type TransferTime } from './rules.ts'; // prettier-ignore

/** What somebody sets differently, for everybody, for a kind of organisation or for one: only what it names differs. */
export interface OwnLimits {
  readonly rows: readonly RuleChange[];
  /** How long changes of carriage take, each for the same modes as the row that it takes the place of. */
  readonly transfers: readonly TransferTime[];
  readonly etaBand: Partial<ExceptionRules['etaBand']>;
  /** What closings ask for, by the sender's code; null: nothing that is watched. */
  readonly cutOffs: readonly { readonly code: string; readonly for: CutOffFor | null }[];
}

/** The rules with what is set differently laid over them, the later over the earlier. Throws, naming the row, where a change makes no sense. */
export function withOwnLimits(rules: ExceptionRules, limits: readonly OwnLimits[]): ExceptionRules {
  return limits.reduce((before, { rows, transfers, etaBand, cutOffs }): ExceptionRules => {
    const own = forOrganisation(before, rows);
    const isSet = ({ from, to }: TransferTime) => transfers.some((row) => row.from === from && row.to === to);
    const asked = new Map(own.cutOffs);
    for (const { code, for: what } of cutOffs) {
      if (what === null) asked.delete(code);
      else asked.set(code, what);
    }
    return {
      ...own,
      transfers: [...own.transfers.filter((row) => !isSet(row)), ...transfers],
      etaBand: { ...own.etaBand, ...etaBand },
      cutOffs: asked,
    };
  }, rules);
}
