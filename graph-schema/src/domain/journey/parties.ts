import { areOneName, isToOrder, mayBeOneName } from '../party-name.ts';
import { PARTY_ROLES, type PartyRef, type PartyRole } from '../tracking-event.ts';
import type { JourneyFacts } from './facts.ts';
import {
  distinctSayings,
  lastWords,
  withoutReplacedByPaper,
  type LastWord,
  type Saying,
} from './last-words.ts';
import { ownClaims } from './own-claims.ts';

/** Somebody who has to do with the cargo, as the last standing words of everybody who names him have him. */
export interface Party {
  readonly role: PartyRole;
  /** As told last; null where only a number names him. */
  readonly name: string | null;
  /** How else he is written, in Chinese or in Latin letters, as told. */
  readonly otherNames: readonly string[];
  /** Numbers of registers: USCC 统一社会信用代码, EORI, SCAC; LOCAL for a sender's own code. */
  readonly ids: readonly NonNullable<PartyRef['id']>[];
  /** Another word that stands names somebody else in his place. */
  readonly isDisputed: boolean;
  /** Who says so, the last heard first. */
  readonly sayings: readonly Saying[];
}

/** One of each for the whole cargo, whatever paper names it; of others each paper may name its own. */
const ONE_FOR_ALL: ReadonlySet<PartyRole> = new Set<PartyRole>(['CONSIGNOR', 'CONSIGNEE', 'BUYER', 'SELLER']);

/** Everybody whom the papers of a cargo name, by role; of one role whom the last word names first. */
export function partiesOf(facts: JourneyFacts): Party[] {
  const claims = ownClaims(facts);
  return PARTY_ROLES.flatMap((role) => {
    const words = lastWords(claims, ({ parties }) => parties.filter((one) => one.role === role && isNamed(one)));
    const standing = withoutReplacedByPaper(words);
    return groupsOf(standing).map((group) => partyOf(role, group, standing));
  });
} // prettier-ignore

type Word = LastWord<PartyRef>;
type Said = Word['said'][number];
interface Group {
  readonly said: Said[];
  readonly words: Word[];
}

function groupsOf(words: readonly Word[]): Group[] {
  const groups: Group[] = [];
  for (const word of words) {
    for (const one of word.said) {
      const group = groups.find(({ said }) => isSameParty(one, said));
      if (!group) groups.push({ said: [one], words: [word] });
      else {
        group.said.push(one);
        group.words.push(word);
      }
    }
  }
  return groups;
}

function partyOf(role: PartyRole, { said, words: own }: Group, words: readonly Word[]): Party {
  const [name = null, ...otherNames] = new Set(said.flatMap(({ value }) => value.name?.trim() ?? []));
  const ids = new Map(said.flatMap(({ value: { id } }) => (id ? [[keyOf(id), id] as const] : [])));
  const isDisputed = own.some((word) =>
    words.some((other) => (ONE_FOR_ALL.has(role) || other.subject === word.subject) && contradict(word, other)),
  );
  return { role, name, otherNames, ids: [...ids.values()], isDisputed, sayings: distinctSayings(said) };
} // prettier-ignore

function isNamed({ name, id }: PartyRef): boolean {
  return (name !== null && name.trim() !== '') || id !== null;
}

/** By a number in common, else by the name, where no numbers speak against it. */
function isSameParty(one: Said, others: readonly Said[]): boolean {
  if (others.some((other) => haveIdInCommon(one, other))) return true;
  if (others.some((other) => haveOtherIds(one.value, other.value))) return false;
  const { name } = one.value;
  return (
    name !== null && others.some((other) => other.value.name !== null && areOneName(other.value.name, name))
  );
}

/** What a sender calls somebody for itself says nothing beside the code of another sender. */
function haveIdInCommon(a: Said, b: Said): boolean {
  const [one, other] = [a.value.id, b.value.id];
  if (one === null || other === null || keyOf(one) !== keyOf(other)) return false;
  return one.scheme !== OF_SENDER || a.voice.source.id === b.voice.source.id;
}

/** Two words that have nobody in common: who names several parties may name one more than the other. */
function contradict(a: Word, b: Word): boolean {
  return a.said.every(({ value: one }) => b.said.every(({ value: other }) => areTwo(one, other)));
}

function areTwo(a: PartyRef, b: PartyRef): boolean {
  if (haveOtherIds(a, b)) return true;
  if (a.id && b.id && a.id.scheme !== OF_SENDER && keyOf(a.id) === keyOf(b.id)) return false;
  if (a.name === null || b.name === null || isToOrder(a.name) || isToOrder(b.name)) return false;
  return !mayBeOneName(a.name, b.name);
}

function haveOtherIds({ id: a }: PartyRef, { id: b }: PartyRef): boolean {
  return a !== null && b !== null && a.scheme === b.scheme && a.scheme !== OF_SENDER && keyOf(a) !== keyOf(b);
}

const OF_SENDER = 'LOCAL';

function keyOf({ scheme, code }: NonNullable<PartyRef['id']>): string {
  return `${scheme}:${code.toUpperCase().replace(/[\s.-]/g, '')}`;
}
