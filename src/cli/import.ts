import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { type DocumentFacts, SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { parseSidecar } from '../core/annotation/sidecar';
import { jsonLine } from '../core/export/tables';
import { type ImportedLine, keptText } from '../core/importing/importedLine';
import { originalLine } from '../core/importing/originalLine';
import { transcriptFacts } from '../core/importing/transcriptFacts';
import { transcriptNames } from '../core/importing/transcriptNames';
import type * as Importing from '../importing/readOriginal';
import { createWhole } from '../store/createWhole';
import { nodeFiles } from '../store/nodeFiles';
import { SidecarStore } from '../store/sidecarStore';
import { type Command, reasonOf } from './command';
import { print } from './output';
import { readText } from './transcriptFiles';

export const importOriginals: Command = {
  usage: `import [--to FOLDER] FILE...
  makes a transcript (.txt, UTF-8, one paragraph a line) of each Word document, PDF, web page, subtitle or text file,
  beside it or in FOLDER, and keeps title, date, outlet and address in its sidecar; never over a file that exists
  prints one JSON object per file: { path, status, to, kind, facts, kept, dropped: [{ text, reason }], leftAlone } where
  status is imported, present (made of the same original before), changed (made of it before it changed) or failed
  exits 0 when a transcript of every file is there, 1 when one is not or is out of date, 2 on wrong usage`,
  async run(args) {
    const request = readRequest(args);
    if (!request) return undefined;
    let status = 0;
    for (const path of request.paths) {
      const result = await importOne(path, request.to ?? dirname(path));
      await print(`${jsonLine({ path, ...result })}\n`);
      if (result.status === 'failed' || result.status === 'changed') status = 1;
    }
    return status;
  },
};

interface Request {
  readonly paths: readonly string[];
  readonly to: string | undefined;
}

function readRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: { type: 'string' } },
    });
    return positionals.length === 0 ? undefined : { paths: positionals, to: values.to };
  } catch {
    return undefined;
  }
}

type Result =
  | { readonly status: 'failed'; readonly fault: string; readonly detail?: string }
  | { readonly status: 'present' | 'changed'; readonly to: string }
  | {
      readonly status: 'imported';
      readonly to: string;
      readonly kind: string;
      readonly facts: DocumentFacts;
      /** How many lines. */
      readonly kept: number;
      readonly dropped: readonly { readonly text: string; readonly reason: string }[];
      readonly leftAlone: readonly string[];
    };

async function importOne(path: string, folder: string): Promise<Result> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { status: 'failed', fault: 'unreadable', detail: reasonOf(error) };
  }
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const source = relative(resolve(folder), resolve(path)).split(sep).join('/');
  try {
    const before = await madeBefore(path, folder, source);
    if (before) return { status: before.hash === hash ? 'present' : 'changed', to: before.to };
    const original = await importing().readOriginal(basename(path), bytes);
    const text = keptText(original.lines);
    const facts = transcriptFacts(text, { facts: original.facts, path: source, hash });
    await mkdir(folder, { recursive: true });
    const to = await createTranscript(path, folder, text);
    const kept = await keepFacts(to, facts);
    if (kept !== undefined) return { status: 'failed', fault: 'noSidecar', detail: kept };
    return {
      status: 'imported',
      to,
      kind: original.kind,
      facts,
      ...counted(original.lines),
      leftAlone: original.leftAlone,
    };
  } catch (error) {
    const { fault } = error as { fault?: string };
    if (fault !== undefined) return { status: 'failed', fault };
    return { status: 'failed', fault: 'unwritable', detail: reasonOf(error) };
  }
}

/** A bundle of its own, beside this one: nobody else should load its libraries. */
const importing = (): typeof Importing => require('./readOriginal.js');

const counted = (lines: readonly ImportedLine[]) => ({
  kept: lines.filter(({ text, dropped }) => dropped === undefined && text !== '').length,
  dropped: lines.flatMap(({ text, dropped: reason }) => (reason === undefined ? [] : [{ text, reason }])),
});

/** The transcript that says that it was made of the file `source`, whatever it is called now. */
async function madeBefore(
  path: string,
  folder: string,
  source: string,
): Promise<{ to: string; hash: string | undefined } | undefined> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((file) => file.endsWith(SIDECAR_SUFFIX)).sort()) {
    const sidecar = await readText(join(folder, name)).catch(() => '');
    const to = join(folder, name.slice(0, -SIDECAR_SUFFIX.length));
    if (!originalLine(sidecar)?.includes(basename(path)) || !(await exists(to))) continue;
    const { original, originalHash } = parseSidecar(sidecar).sidecar.document;
    if (original === source) return { to, hash: originalHash };
  }
  return undefined;
}

/** Under the first name that neither a file nor the sidecar of a lost transcript has. */
async function createTranscript(path: string, folder: string, text: string): Promise<string> {
  for (const name of transcriptNames(basename(path))) {
    const to = join(folder, name);
    if (await exists(to + SIDECAR_SUFFIX)) continue;
    if (await createWhole(to, text)) return to;
  }
  throw new Error('all names are taken');
}

/** Resolves with why the facts could not be kept. */
async function keepFacts(to: string, facts: DocumentFacts): Promise<string | undefined> {
  const operation = { kind: 'setDocument', facts } as const;
  const applied = await new SidecarStore(nodeFiles).apply(to + SIDECAR_SUFFIX, operation, basename(to));
  return 'refused' in applied ? applied.refused.code : undefined;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
