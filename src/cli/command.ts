/** One command of the program. */
export interface Command {
  /** Begins with the command's name. */
  readonly usage: string;
  /** Resolves to the exit code, or to undefined where the arguments make no sense. */
  readonly run: (args: readonly string[]) => Promise<number | undefined>;
}

export const WRONG_USAGE = 2;

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
