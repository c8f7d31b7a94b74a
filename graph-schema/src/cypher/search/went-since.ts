/** Whether something of what happened went from the shipment `s` at `$from` (ISO text) or since, of its own or of a run. */
export const WENT = "(s.runGoneAt >= $from OR any(g IN s.gone WHERE split(g, ' ')[1] >= $from))";
