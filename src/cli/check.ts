import { stat } from 'node:fs/promises';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { type CheckedAnnotation, checkAnnotations } from '../core/annotation/checkAnnotations';
import { parseSidecar } from '../core/annotation/sidecar';
import { splitLines } from '../core/text/lines';
import { partitionPoint } from '../core/text/search';
import { type Command, reasonOf } from './command';
import { readText, transcriptsAt } from './transcriptFiles';

const UNRESOLVED = 1;
const UNREADABLE = 3;

export const check: Command = {
  usage: `check [--json] FILE|FOLDER...
  finds the annotations of transcripts again and says which no longer hold; FILE is a transcript or its sidecar
  --json prints one JSON object per annotation: { path, id, state, start, end, resolved }
  exits 0 when all hold or are resolved, 1 when one does not, 2 on wrong usage, 3 when a sidecar cannot be read`,
  async run(args) {
    const paths = args.filter((arg) => arg !== '--json');
    if (paths.length === 0 || paths.some((path) => path.startsWith('-'))) return undefined;
    const write = args.includes('--json') ? writeJson : writeReport;
    let status = 0;
    for (const path of paths) {
      try {
        for await (const transcript of transcriptsAt(path)) {
          status = Math.max(status, await checkTranscript(transcript, write));
        }
      } catch (error) {
        process.stderr.write(`${path}: cannot be listed: ${reasonOf(error)}\n`);
        status = UNREADABLE;
      }
    }
    return status;
  },
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );

type Write = (path: string, text: string, checked: readonly CheckedAnnotation[]) => void;

/** Checks one transcript; resolves to the exit code that it alone deserves. */
async function checkTranscript(path: string, write: Write): Promise<number> {
  const sidecar = path + SIDECAR_SUFFIX;
  const complain = (file: string, words: string) => {
    process.stderr.write(`${file}: ${words}\n`);
    return UNREADABLE;
  };
  let source: string;
  try {
    source = await readText(sidecar);
  } catch (error) {
    // a transcript nobody has annotated yet is no fault: `check *.txt`
    if (isMissing(error) && (await isFile(path))) return 0;
    return complain(sidecar, `cannot be read: ${reasonOf(error)}`);
  }
  const parsed = parseSidecar(source);
  for (const { line, code, detail } of parsed.problems) complain(`${sidecar}:${line + 1}`, `${code} ${detail}`.trim());
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    return complain(sidecar, `its transcript ${path} cannot be read: ${reasonOf(error)}`);
  }
  const checked = checkAnnotations(text, parsed.sidecar.annotations);
  write(path, text, checked);
  if (parsed.problems.length > 0) return UNREADABLE;
  return checked.every(({ resolved }) => resolved) ? 0 : UNRESOLVED;
}

const writeJson: Write = (path, _, checked) => {
  for (const annotation of checked) process.stdout.write(`${JSON.stringify({ path, ...annotation })}\n`);
};

/** Those that need a person, each with the line where it may be, and how many there are in all. */
const writeReport: Write = (path, text, checked) => {
  const open = checked.filter(({ resolved }) => !resolved);
  process.stdout.write(`${path}: ${checked.length - open.length} of ${checked.length} annotations hold\n`);
  const lines = splitLines(text);
  for (const { id, state, start, end } of open) {
    const number = start === undefined ? 0 : partitionPoint(lines.length, (index) => lines[index]!.start <= start);
    const line = start === undefined ? '' : ` line ${number}`;
    const words = start === undefined ? '' : `: ${text.slice(start, end).replaceAll('\n', ' ').slice(0, 80)}`;
    process.stdout.write(`  ${id} ${state}${line}${words}\n`);
  }
};
