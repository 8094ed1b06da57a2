import { readFile } from 'node:fs/promises';
import type { Query } from '../core/query/query';
import { type QueryProblem, readQuery } from '../core/query/readQuery';
import { reasonOf } from './command';

/** The query in a file; undefined where something in it is not understood, which `fail` hears. */
export async function readQueryFile(
  path: string,
  fail: (path: string, words: string) => void,
): Promise<Query | undefined> {
  try {
    const { query, problems } = readQuery(await readFile(path, 'utf8'));
    for (const problem of problems) fail(path, wordQueryProblem(problem));
    return problems.length > 0 ? undefined : query;
  } catch (error) {
    fail(path, `cannot be read: ${reasonOf(error)}`);
    return undefined;
  }
}

function wordQueryProblem({ code, line, detail, meant }: QueryProblem): string {
  const hint = meant === undefined ? '' : code === 'unknownKey' ? `; is "${meant}" meant?` : `; known: ${meant}`;
  const words = {
    unparseable: `is no YAML: ${detail}`,
    notAQuery: 'is no map of keys',
    unknownKey: `the key "${detail}" is not known${hint}`,
    badDay: `"${detail}" is no day: 2024, 2024-03, 2024-03-05 and 2024年3月5日 are understood`,
    reversedDays: `the last day is before the first (${detail})`,
    needsWords: 'find: words needs "words": what is looked for',
    ofPassages: `"${detail}" is asked of annotated passages alone, not of ${meant}`,
    badValue: `the value of "${detail}" is not understood${hint}`,
  };
  return `line ${line + 1}: ${words[code]}`;
}
