/** A line of an original in the preview. */
export interface PreviewRow {
  readonly text: string;
  /** Why it was to be left out, where it was. */
  readonly reason?: string;
  readonly isLeftOut: boolean;
}

/** What the extension tells the preview. */
export interface ShowPreview {
  readonly kind: 'show';
  /** The documents that are read, by name. */
  readonly documents: readonly string[];
  /** Index of the one that is shown. */
  readonly shown: number;
  readonly rows: readonly PreviewRow[];
  /** What was in it and is no text. */
  readonly remarks: readonly string[];
  /** Where the transcripts will be. */
  readonly place: string;
  readonly confirm: string;
}

/** What the preview tells the extension. */
export type PreviewMessage =
  | { readonly kind: 'ready' | 'confirm' }
  | { readonly kind: 'toggle'; readonly row: number }
  | { readonly kind: 'choose'; readonly document: number };

/** The words of the preview, in the language of the editor. */
export interface PreviewWords {
  readonly original: string;
  readonly transcript: string;
  readonly takeBack: string;
  readonly leaveOut: string;
  readonly onlyLeftOut: string;
  readonly count: string;
  readonly document: string;
}
