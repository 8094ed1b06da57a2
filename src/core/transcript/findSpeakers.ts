import type { Span } from '../text/span';
import { type Question, type Turn, turnOf } from './transcript';

/** One person of a transcript, or one outlet that asks, under however many labels. */
export interface Speaker {
  /** The name; of somebody who is not named, his office. */
  readonly name: string;
  /** All offices in which he speaks, as they come. */
  readonly roles: readonly string[];
  /** Indices of his turns. */
  readonly turns: readonly number[];
}

/** A speaker of a document, with the words that name him first. */
export interface NamedSpeaker extends Speaker {
  readonly at: Span;
}

/** Labels that name nobody. */
const NOBODY: ReadonlySet<string> = new Set(['问', '答', '追问', '提问', '回答', '問', '追問', '提問', 'Q', 'A']);

export const namesNobody = (label: string): boolean => NOBODY.has(label);

/** Who speaks in `turns`, in the order of speaking. A surname with an office (周局长) is the one who bears both. */
export function findSpeakers(turns: readonly Pick<Turn, 'speaker' | 'role'>[]): Speaker[] {
  const found = new Map<string, { name: string; roles: string[]; turns: number[] }>();
  turns.forEach(({ speaker, role }, index) => {
    const name = fullName(turns, speaker, role) || role;
    if (name === '' || namesNobody(name)) return;
    const known = found.get(name) ?? { name, roles: [], turns: [] };
    found.set(name, known);
    if (role !== '' && role !== name && !known.roles.includes(role)) known.roles.push(role);
    known.turns.push(index);
  });
  return [...found.values()];
}

/** Who asks: the name or outlet, else what the label calls him (采访组, 记者); empty where nothing does. */
export const askerOf = (question: Question, turns: readonly Turn[]): string => {
  const turn = turnOf(question, turns);
  return question.asker || (turn?.kind === 'question' ? turn.role : '');
};

export const nameSpeakers = (turns: readonly Turn[]): NamedSpeaker[] =>
  findSpeakers(turns).map((speaker) => ({ ...speaker, at: turns[speaker.turns[0]!]!.labelSpan }));

function fullName(turns: readonly Pick<Turn, 'speaker' | 'role'>[], name: string, office: string): string {
  if (name.length !== 1 || office === '') return name;
  const meant = new Set(
    turns.flatMap(({ speaker, role }) =>
      speaker.length > 1 && speaker.startsWith(name) && role.endsWith(office) ? [speaker] : [],
    ),
  );
  return meant.size === 1 ? [...meant][0]! : name;
}
