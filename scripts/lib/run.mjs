// Child processes and what people read while they run.
import { spawn } from 'node:child_process';

const started = Date.now();

/** One line of progress on stderr, so that stdout stays for results. */
export const say = (words) => process.stderr.write(`[${((Date.now() - started) / 1000).toFixed(1)}s] ${words}\n`);

/**
 * Runs a command to its end. Resolves with its exit code where `allowFailure` is set, else rejects with one sentence
 * and the last lines that it printed. `quiet` shows its output only on failure.
 */
export function run(command, args, { quiet = false, allowFailure = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    // npm is a .cmd file on Windows, which only a shell starts
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', shell, ...options });
    let tail = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        tail = (tail + data).slice(-4000);
      });
    }
    child.on('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on('exit', (code, signal) => {
      if (code === 0 || (allowFailure && code !== null)) resolve(code);
      else reject(new Error(`\`${command} ${args.join(' ')}\` failed (${signal ?? code}).${tail ? `\n${tail}` : ''}`));
    });
  });
}

/** Runs a script's main function; a failure ends it with one sentence instead of a stack trace. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    if (process.env.DEBUG) process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}
