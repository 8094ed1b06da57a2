import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';

/** The three versions of a file in conflict: as both branches had it, as ours and as theirs has it. */
export interface ConflictStages {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The one door from the editor to git. All calls reject with git's own words. */
export const git = {
  /** The stages of a file that git says is in conflict; undefined where it is not. A missing base counts as empty. */
  async stages(path: string): Promise<ConflictStages | undefined> {
    const show = (stage: number) =>
      run(dirname(path), ['show', `:${stage}:./${basename(path)}`]).catch(() => undefined);
    const [base, ours, theirs] = [await show(1), await show(2), await show(3)];
    return ours === undefined || theirs === undefined ? undefined : { base: base ?? '', ours, theirs };
  },
  /** The root of the repository that a folder is in; undefined where it is in none. */
  root: (folder: string): Promise<string | undefined> =>
    run(folder, ['rev-parse', '--show-toplevel']).then(
      (path) => path.trim(),
      (error: Error) => {
        if (/not a git repository/u.test(error.message)) return undefined;
        throw error;
      },
    ),
  /** Sets a value in the repository's own configuration. */
  setConfig: async (root: string, key: string, value: string): Promise<void> => {
    await run(root, ['config', '--local', key, value]);
  },
};

const run = (cwd: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    // what git says is told apart by its English words
    const env = { ...process.env, LC_ALL: 'C' };
    execFile('git', args, { cwd, env, maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message, { cause: error }));
      else resolve(stdout);
    });
  });
