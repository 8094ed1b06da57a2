import { stat } from 'node:fs/promises';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { type CheckedAnnotation, checkAnnotations } from '../core/annotation/checkAnnotations';
import { jsonLine } from '../core/export/tables';
import { splitLines } from '../core/text/lines';
import { partitionPoint } from '../core/text/search';
import { readSidecarOf } from '../store/readSidecarOf';
import { type Command, reasonOf } from './command';
import { complain, print } from './output';
import { tellProblems } from './tellProblems';
import { readText, TranscriptFinder } from './transcriptFiles';

const UNRESOLVED = 1;
const UNREADABLE = 3;

export const check: Command = {
  usage: `check [--json] FILE|FOLDER...
  finds the annotations of transcripts again and says which no longer hold; FILE is a transcript or its sidecar
  --json prints one JSON object per annotation: { path, id, state, start, end, resolved }
  exits 0 when all hold or are resolved, 1 when one does not or tags stand between full-width commas, 2 on wrong usage,
  3 when a sidecar cannot be read, or a second version of one (NAME (1).annotations.yaml, .yml) is not merged`,
  async run(args) {
    const paths = args.filter((arg) => arg !== '--json');
    if (paths.length === 0 || paths.some((path) => path.startsWith('-'))) return undefined;
    const write = args.includes('--json') ? writeJson : writeReport;
    let status = 0;
    const finder = new TranscriptFinder('annotated', (path, words, isFault) => {
      complain(path, words);
      if (isFault) status = UNREADABLE;
    });
    for (const path of paths) {
      for await (const transcript of finder.at(path)) {
        status = Math.max(status, await checkTranscript(transcript, write));
      }
    }
    return status;
  },
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );

type Write = (path: string, text: string, checked: readonly CheckedAnnotation[]) => Promise<void>;

/** Checks one transcript; resolves to the exit code that it alone deserves. */
async function checkTranscript(path: string, write: Write): Promise<number> {
  const sidecar = path + SIDECAR_SUFFIX;
  const fail = (file: string, words: string) => {
    complain(file, words);
    return UNREADABLE;
  };
  const parsed = await readSidecarOf(path);
  if (!parsed) {
    // a transcript nobody has annotated yet is no fault: `check *.txt`
    return (await isFile(path)) ? 0 : fail(sidecar, 'cannot be read: neither it nor its transcript is there');
  }
  tellProblems(path, parsed.problems, complain);
  let text: string;
  try {
    text = await readText(path);
  } catch (error) {
    return fail(sidecar, `its transcript ${path} cannot be read: ${reasonOf(error)}`);
  }
  const checked = checkAnnotations(text, parsed.sidecar.annotations);
  await write(path, text, checked);
  // tags that a full-width comma joins are read, if not as they were meant
  if (parsed.problems.some(({ code }) => code !== 'wideComma')) return UNREADABLE;
  return parsed.problems.length === 0 && checked.every(({ resolved }) => resolved) ? 0 : UNRESOLVED;
}

const writeJson: Write = (path, _, checked) =>
  print(checked.map((annotation) => `${jsonLine({ path, ...annotation })}\n`).join(''));

/** Those that need a person, each with the line where it may be, and how many there are in all. */
const writeReport: Write = async (path, text, checked) => {
  const open = checked.filter(({ resolved }) => !resolved);
  await print(`${path}: ${checked.length - open.length} of ${checked.length} annotations hold\n`);
  const lines = splitLines(text);
  for (const { id, state, start, end } of open) {
    const number = start === undefined ? 0 : partitionPoint(lines.length, (index) => lines[index]!.start <= start);
    const line = start === undefined ? '' : ` line ${number}`;
    const words = start === undefined ? '' : `: ${text.slice(start, end).replaceAll('\n', ' ').slice(0, 80)}`;
    await print(`  ${id} ${state}${line}${words}\n`);
  }
};
