import { readFile } from 'node:fs/promises';
import type { Codebook } from '../core/codebook/codebook';
import { parseCodebook } from '../core/codebook/readCodebook';
import { decodeUtf8 } from '../core/text/decode';
import { reasonOf } from './command';

/** A codebook named on the command line; `fail` hears why it, or a part of it, cannot be read. */
export async function readCodebookFile(
  path: string,
  fail: (path: string, words: string) => void,
): Promise<Codebook | undefined> {
  try {
    const text = decodeUtf8(await readFile(path));
    if (text === undefined) throw new Error('it is not UTF-8; save it as UTF-8');
    const { codebook, problems, writable } = parseCodebook(text);
    if (!writable) fail(path, `${problems[0]!.code} in line ${problems[0]!.line + 1}`);
    return codebook;
  } catch (error) {
    fail(path, `cannot be read: ${reasonOf(error)}`);
    return undefined;
  }
}
