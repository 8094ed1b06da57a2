import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { newAnnotation } from '../core/annotation/newAnnotation';
import { decode } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';
import { FileProblem } from '../store/files';
import { nodeFiles } from '../store/nodeFiles';
import { type Refusal, SidecarStore } from '../store/sidecarStore';
import { type Command, reasonOf } from './command';
import { wordFileProblem } from './wordFileProblem';

export const annotate: Command = {
  usage: `annotate FILE --start N --end N --tag PARENT/CHILD [--tag ...] [--note TEXT] [--creator NAME]
  adds an annotation to FILE${SIDECAR_SUFFIX} and prints its id
  offsets count UTF-16 code units of the text with LF line ends and without BOM, the end excluded
  exits 0 when it was added, 1 when it could not be, 2 on wrong usage`,
  async run(args) {
    const request = readRequest(args);
    return request && add(request);
  },
};

interface Request {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly tags: readonly string[];
  readonly note?: string | undefined;
  readonly creator?: string | undefined;
}

async function add(request: Request): Promise<number> {
  const sidecar = request.path + SIDECAR_SUFFIX;
  try {
    const text = normaliseText(decode(await readFile(request.path)));
    const fault = faultOf(request, text);
    if (fault) return fail(request.path, fault);
    const annotation = newAnnotation(text, request, request);
    const applied = await new SidecarStore(nodeFiles).apply(
      sidecar,
      { kind: 'add', annotation },
      basename(request.path),
    );
    if ('refused' in applied) return fail(sidecar, wordRefusal(applied.refused));
    process.stdout.write(`${annotation.id}\n`);
    return 0;
  } catch (error) {
    if (error instanceof FileProblem) return fail(sidecar, `cannot be written: ${wordFileProblem(error)}`);
    return fail(request.path, `cannot be read: ${reasonOf(error)}`);
  }
}

function readRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        start: { type: 'string' },
        end: { type: 'string' },
        tag: { type: 'string', multiple: true },
        note: { type: 'string' },
        creator: { type: 'string' },
      },
    });
    const [start, end] = [values.start, values.end].map((word) => (/^\d+$/u.test(word ?? '') ? Number(word) : NaN));
    const tags = [...new Set((values.tag ?? []).map((tag) => tag.trim()).filter((tag) => tag !== ''))];
    const usable = positionals.length === 1 && Number.isSafeInteger(start) && Number.isSafeInteger(end);
    if (!usable || tags.length === 0) return undefined;
    return { path: positionals[0]!, start: start!, end: end!, tags, note: values.note, creator: values.creator };
  } catch {
    return undefined;
  }
}

/** Why no passage can be told by these offsets. */
function faultOf({ start, end }: Request, text: string): string | undefined {
  if (start >= end) return `--start ${start} is not before --end ${end}`;
  if (end > text.length) return `--end ${end} is behind the end of the text (${text.length})`;
  const low = (offset: number) => /^[\udc00-\udfff]/u.test(text.slice(offset, offset + 1)) && offset > 0;
  if (low(start) || low(end)) return `--start ${start} or --end ${end} is in the middle of a character`;
  return text.slice(start, end).trim() === '' ? 'there are no words between --start and --end' : undefined;
}

const wordRefusal = (refusal: Refusal): string =>
  `was left as it is: ${refusal.code}${'line' in refusal ? ` in line ${refusal.line + 1}` : ''}`;

function fail(path: string, why: string): 1 {
  process.stderr.write(`${path}: ${why.replaceAll('\n', ' ')}\n`);
  return 1;
}
