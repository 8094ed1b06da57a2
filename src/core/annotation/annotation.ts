/** How a passage is found again: its words and what stands around them (W3C TextQuoteSelector), and where it was last. */
export interface Target {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Offset where the passage stood when it was last written: a hint, never the truth. */
  readonly start: number;
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
}

/** What a sidecar file holds for people: `NAME.annotations.yaml` next to transcript `NAME`. */
export interface Sidecar {
  readonly annotations: readonly Annotation[];
}

export const SIDECAR_SUFFIX = '.annotations.yaml';
export const SIDECAR_VERSION = 1;
