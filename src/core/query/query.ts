import type { AnchorState } from '../annotation/anchoring/anchored';
import type { ClaimKind } from '../claims/claim';
import type { TurnKind } from '../transcript/transcript';

/**
 * What a query finds: annotated passages (where nothing else is said), turns, each place where its words stand, mentions of
 * slogans, or figures.
 */
export const FINDS = ['passages', 'turns', 'words', 'slogans', 'figures'] as const;
export type Find = (typeof FINDS)[number];

/** A tag means itself and those below it. */
export interface TagCondition {
  readonly any?: readonly string[];
  readonly all?: readonly string[];
  readonly none?: readonly string[];
}

/**
 * A question to many transcripts, as plain data. Conditions hold together; the words of one list are alternatives. Scripts,
 * widths and blanks do not matter. What stands somewhere without tags of its own (a turn, a figure) has those of the
 * annotations that it shares a character with.
 */
export interface Query {
  readonly find?: Find;
  readonly tags?: TagCondition;
  /** Who annotated; states of anchoring. Both are asked of annotated passages alone. */
  readonly creator?: readonly string[];
  readonly state?: readonly AnchorState[];
  /** The person or outlet that speaks: the whole name, or the label as it stands in the text. */
  readonly speaker?: readonly string[];
  /** Part of the speaker's role; part of the name of the outlet whose question is asked or answered. */
  readonly role?: readonly string[];
  readonly outlet?: readonly string[];
  readonly kind?: readonly TurnKind[];
  /** Globs for paths with slashes; one without a slash is for names. */
  readonly files?: readonly string[];
  /** Names of slogans of which the passage holds a mention. */
  readonly slogan?: readonly string[];
  /** Part of what a figure in the passage measures; its kind. */
  readonly indicator?: readonly string[];
  readonly claim?: readonly ClaimKind[];
  /** What stands in the passage. */
  readonly words?: readonly string[];
  /** Days, ISO 8601, both included: of the document. */
  readonly from?: string;
  readonly to?: string;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}
