/** What people say of a slogan: its other names. */
export interface SloganVariants {
  readonly name: string;
  readonly variants: readonly string[];
  readonly note?: string;
}

export const SLOGANS_FILE = 'slogans.yaml';
