import { Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Annotation } from './annotation';
import { SIDECAR_VERSION } from './annotation';
import { readSidecar, type SidecarProblem } from './sidecar';

/** One change of a sidecar: replayed on the file as it is when it is written. */
export type SidecarOperation = { readonly kind: 'add'; readonly annotation: Annotation };

export type SidecarEdit =
  | { readonly text: string }
  | { readonly refused: SidecarProblem | { readonly code: 'unknownLayout' } };

/**
 * Applies an operation to the text of a sidecar by splicing the lines of its own entry: everything else stays
 * as it was, byte for byte. `text` is undefined where there is no file yet; `transcript` names it in a new one.
 */
export function editSidecar(text: string | undefined, operation: SidecarOperation, transcript: string): SidecarEdit {
  const current = text === undefined || text.trim() === '' ? newSidecar(transcript) : text;
  const parsed = readSidecar(current);
  if (!parsed.writable) return { refused: parsed.problems[0]! };
  const eol = current.includes('\r\n') ? '\r\n' : '\n';
  const edited = addEntry(current, parsed.document.contents as YAMLMap | null, operation.annotation).replace(
    /\r?\n/gu,
    eol,
  );
  const expected = parsed.sidecar.annotations.length + 1;
  const check = readSidecar(edited);
  const added = check.sidecar.annotations.find((annotation) => annotation.id === operation.annotation.id);
  const sound = check.writable && check.sidecar.annotations.length === expected && same(added, operation.annotation);
  return sound ? { text: edited } : { refused: { code: 'unknownLayout' } };
}

const newSidecar = (transcript: string): string =>
  `# Annotations of ${transcript}\nversion: ${SIDECAR_VERSION}\nannotations:\n`;

/** The keys of an entry and of its target, in the order in which they are written. */
const KEYS = ['id', 'tags', 'target', 'exact', 'prefix', 'suffix', 'start', 'note', 'creator', 'created'];
const ordered = (annotation: Annotation | undefined): string => JSON.stringify(annotation, KEYS) ?? '';
const same = (a: Annotation | undefined, b: Annotation): boolean => ordered(a) === ordered(b);

function addEntry(text: string, root: YAMLMap | null, annotation: Annotation): string {
  const pair = root?.items.find((item) => String(item.key) === 'annotations');
  const list = pair?.value as unknown;
  if (!pair) return `${endLine(text)}annotations:\n${entryLines(annotation, 2)}`;
  if (isSeq(list) && list.items.length > 0) {
    return list.flow ? addToFlow(text, list, annotation) : addToBlock(text, list, annotation);
  }
  // `annotations:` alone, or `annotations: []`
  const keyEnd = (pair.key as unknown as { range: [number, number, number] }).range[1];
  const colon = text.indexOf(':', keyEnd) + 1;
  const valueEnd = isSeq(list) ? list.range![1] : colon;
  const rest = lineEnd(text, valueEnd);
  const keyLine = endLine(text.slice(0, colon) + text.slice(valueEnd, rest));
  return `${keyLine}${entryLines(annotation, 2)}${text.slice(rest)}`;
}

function addToBlock(text: string, list: YAMLSeq, annotation: Annotation): string {
  const indent = list.range![0] - lineStart(text, list.range![0]);
  const before = list.items.filter((item) => startOf(item) <= annotation.target.start).at(-1);
  const at = before
    ? lineEnd(text, (before as YAMLMap).range![1])
    : withCommentsAbove(text, lineStart(text, list.range![0]));
  return `${endLine(text.slice(0, at))}${entryLines(annotation, indent)}${text.slice(at)}`;
}

function addToFlow(text: string, list: YAMLSeq, annotation: Annotation): string {
  const close = list.range![1] - 1;
  const body = text.slice(0, close).trimEnd();
  return `${body}${body.endsWith(',') ? '' : ','} ${ordered(annotation)}${text.slice(close)}`;
}

const startOf = (item: unknown): number => {
  const start = isMap(item) ? item.getIn(['target', 'start']) : undefined;
  return typeof start === 'number' ? start : 0;
};

/** The lines of one entry as the project writes it: keys in a fixed order, tags on one line, no folding. */
function entryLines(annotation: Annotation, indent: number): string {
  const document = new Document(JSON.parse(ordered(annotation)));
  const tags = document.get('tags');
  if (isSeq(tags)) tags.flow = true;
  const lines = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().split('\n');
  const pad = ' '.repeat(indent);
  return lines.map((line, index) => (line === '' ? '\n' : `${pad}${index === 0 ? '- ' : '  '}${line}\n`)).join('');
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The offset behind the line that `offset` ends in; a block scalar already ends behind its own line. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

const endLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Comments directly above an entry belong to it: what goes before the entry goes before them. */
function withCommentsAbove(text: string, at: number): number {
  let above = at;
  while (above > 0) {
    const start = lineStart(text, above - 1);
    if (!/^\s*#/u.test(text.slice(start, above))) break;
    above = start;
  }
  return above;
}
