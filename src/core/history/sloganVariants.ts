/** What people say of a slogan: its other names, and names near to it that are another slogan's. */
export interface SloganVariants {
  readonly name: string;
  readonly variants: readonly string[];
  readonly apart: readonly string[];
  readonly note?: string;
}

export const SLOGANS_FILE = 'slogans.yaml';
