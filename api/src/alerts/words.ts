import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { AlertLanguage } from 'graph-schema/domain/alert/alert-rule';
import type { Actor, ExceptionKind, Severity } from 'graph-schema/domain/exceptions/exception';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';

interface Texts {
  readonly events: Readonly<Record<EventCode, string>>;
  readonly exceptions: Readonly<Record<ExceptionKind, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly actors: Readonly<Record<Actor, string>>;
  readonly mustAct: string;
  readonly letter: Readonly<Record<LetterText, string>>;
}
type LetterText =
  | 'subject' | 'subjectMissed' | 'lead' | 'missed' | 'says' | 'since' | 'over' | 'eta' | 'more' | 'omitted' | 'open' | 'why' | 'change' | 'comma'; // prettier-ignore
type Values = Readonly<Record<string, string | number>>;

/** What letters say in one language: of statuses and exceptions as the pages do, which a test holds them to. */
export interface Words {
  readonly language: AlertLanguage;
  letter(name: LetterText, values?: Values): string;
  /** What happened, as of an event that did. */
  event(event: Pick<TrackingEvent, 'code' | 'transport' | 'loadState'>): string;
  exception(kind: ExceptionKind): string;
  severity(severity: Severity): string;
  mustAct(actor: Actor): string;
}

/** Of an exception in general: a letter has no figures of it. */
const IN_GENERAL = {
  part: 'other',
  charge: 'other',
  what: 'other',
  field: 'other',
  onward: 'none',
  step: 'none',
};

const known = new Map<AlertLanguage, Words>();

/** The words of a language, read once from `api/words`. */
export function getWords(language: AlertLanguage): Words {
  const before = known.get(language);
  if (before) return before;
  const file = new URL(`../../words/${language}.json`, import.meta.url);
  const words = wordsOf(language, JSON.parse(readFileSync(file, 'utf8')) as Texts);
  known.set(language, words);
  return words;
}

function wordsOf(language: AlertLanguage, texts: Texts): Words {
  const parsed = new Map<string, IntlMessageFormat>();
  const say = (text: string, values: Values): string => {
    const message = parsed.get(text) ?? new IntlMessageFormat(text, language);
    parsed.set(text, message);
    return String(message.format(values));
  };
  return {
    language,
    letter: (name, values = {}) => say(texts.letter[name], values),
    event: ({ code, transport, loadState }) =>
      say(texts.events[code], {
        tense: 'past',
        mode: transport?.mode ?? 'other',
        load: loadState ?? 'other',
      }),
    exception: (kind) => say(texts.exceptions[kind], IN_GENERAL),
    severity: (severity) => texts.severities[severity],
    mustAct: (actor) => say(texts.mustAct, { actor: texts.actors[actor] }),
  };
}
