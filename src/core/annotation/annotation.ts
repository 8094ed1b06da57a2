import type { ClaimKind, Direction, Modality } from '../claims/claim';

/** How a passage is found again: its words and what stands around them (W3C TextQuoteSelector), and where it was last. */
export interface Target {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Offset where the passage stood when it was last written: a hint, never the truth. */
  readonly start: number;
  /**
   * `2/3`: of three places that read the same, with all the context that is given, it is the second. Holds while there
   * are three. Only where context cannot tell them apart.
   */
  readonly occurrence?: string;
}

export interface Annotation {
  readonly id: string;
  /** Each written `parent/child`. */
  readonly tags: readonly string[];
  readonly target: Target;
  readonly note?: string;
  readonly creator?: string;
  /** ISO 8601, UTC. */
  readonly created?: string;
  /** What a person decided about a passage that is gone: it is kept, and no longer reported. */
  readonly resolution?: 'orphan';
  /** After a merge: the id of the entry that another branch changed differently. */
  readonly conflictsWith?: string;
}

/** What a claim says, as far as a person knows better. */
export interface ClaimFacts {
  /** In plain units. */
  readonly value?: number;
  readonly unit?: string;
  readonly kind?: ClaimKind;
  /** What is measured. */
  readonly indicator?: string;
  /** First and last day, ISO 8601. */
  readonly period?: { readonly from: string; readonly to: string };
  readonly direction?: Direction;
  readonly modality?: Modality;
  /** `no`: it is comparable with no figure of other transcripts, however alike the two are read. */
  readonly compared?: 'no';
}

/** What a slogan is, as a person words it: its name, and the passages that it stands for. */
export interface SloganFacts {
  readonly name?: string;
  readonly items?: readonly Target[];
}

/** Who speaks under all the labels of a person. */
export interface SpeakerFacts {
  readonly name: string;
  readonly role?: string;
  /** For whom a journalist asks. */
  readonly outlet?: string;
}

/** What the analysis got wrong at one place: input to every later analysis. */
export type Correction = { readonly target: Target } & (
  | { readonly claim: 'reject' | ClaimFacts }
  | { readonly slogan: 'accept' | 'reject' | SloganFacts }
  /** Who really speaks where the target, a speaker label, stands; `reject`: it is no label at all. */
  | { readonly speaker: string | SpeakerFacts }
);

/** What is known about a transcript besides its text. */
export interface DocumentFacts {
  readonly title?: string;
  /** The day of the event, ISO 8601: resolves 今年, 上半年, 去年. */
  readonly date?: string;
  readonly url?: string;
  /** Who published it. */
  readonly outlet?: string;
  /** The area that 全省 or 我市 mean in it, by its full name. */
  readonly region?: string;
  /** What the analyst thinks of the document as a whole. */
  readonly note?: string;
  /** What the analyst notes of each document alike, by keys of the analyst's own: `body`, `type`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The document of another program that it was made of: its path from the folder of the transcript, with slashes. */
  readonly original?: string;
  /** What the original was when the transcript was made of it: `sha256:` and the hash of its bytes. */
  readonly originalHash?: string;
}

/** What a sidecar file holds for people: `NAME.annotations.yaml` next to transcript `NAME`. */
export interface Sidecar {
  readonly document: DocumentFacts;
  readonly annotations: readonly Annotation[];
  readonly corrections: readonly Correction[];
}

export const EMPTY_SIDECAR: Sidecar = { document: {}, annotations: [], corrections: [] };

export const SIDECAR_SUFFIX = '.annotations.yaml';
export const SIDECAR_VERSION = 1;

/** The comment that a new sidecar begins with: one line, whatever the transcript is called. */
export const sidecarHead = (transcript: string): string =>
  `# Annotations of ${transcript.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}\n`;
