import type { Span } from '../../core/text/span';
import { turnOf } from '../../core/transcript/transcript';
import type { AnalysedDocument } from '../../host/analyses';
import { periodsOf } from '../../host/periods';
import { type Part, structureOf } from '../../host/structure';

/** The token types and modifiers that the manifest declares, in the order of the legend. */
export const TOKEN_TYPES = [
  'journalist',
  'official',
  'moderator',
  'claim',
  'slogan',
  'period',
  'enumerator',
  'saying',
  'topic',
] as const;
export const TOKEN_MODIFIERS = ['planned', 'asked', 'explained'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

const known = new WeakMap<AnalysedDocument, readonly Token[]>();

/** What is coloured, in text order; tokens do not overlap. */
export function tokensOf(analysed: AnalysedDocument): readonly Token[] {
  const made = known.get(analysed) ?? withoutOverlaps(makeTokens(analysed));
  known.set(analysed, made);
  return made;
}

function makeTokens(analysed: AnalysedDocument): Token[] {
  const tokens: Token[] = [];
  const add = ({ start, end }: Span, type: TokenType, modifier?: TokenModifier) =>
    tokens.push({ start, end, type, ...(modifier ? { modifier } : {}) });
  for (const { labelSpan, kind, verb } of analysed.turns) {
    if (verb) add(verb, 'saying');
    add(labelSpan, kind === 'question' ? 'journalist' : kind === 'moderator' ? 'moderator' : 'official');
  }
  // what a report tells to be asked; in a record a question is the whole turn
  for (const question of analysed.questions)
    if (turnOf(question, analysed.turns)?.kind !== 'question') add(question, 'topic');
  for (const slogan of analysed.slogans) add(slogan, 'slogan', slogan.items.length > 0 ? 'explained' : undefined);
  for (const claim of analysed.claims) {
    const isPlanned = claim.modality === 'target' || claim.modality === 'forecast';
    add(claim, 'claim', isPlanned ? 'planned' : claim.modality === 'asked' ? 'asked' : undefined);
  }
  for (const period of periodsOf(analysed)) add(period, 'period');
  const addPoints = (part: Part) => {
    if (part.kind === 'point') add(part.of.mark, 'enumerator');
    part.children.forEach(addPoints);
  };
  structureOf(analysed).forEach(addPoints);
  return tokens;
}

/** Of tokens that overlap the one of the type named first in the legend stays, then the first. */
function withoutOverlaps(tokens: Token[]): Token[] {
  const rank = (token: Token) => TOKEN_TYPES.indexOf(token.type);
  tokens.sort((a, b) => a.start - b.start || rank(a) - rank(b));
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.end <= token.start) continue;
    const last = kept.at(-1);
    if (!last || last.end <= token.start) kept.push(token);
    else if (rank(token) < rank(last)) kept[kept.length - 1] = token;
  }
  return kept;
}
