import { type Document, isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Annotation, Sidecar, Target } from './annotation';
import { EMPTY_SIDECAR, SIDECAR_VERSION } from './annotation';

/** Why a sidecar, or one entry of it, cannot be understood. `line` counts from 0. */
export interface SidecarProblem {
  readonly code: 'conflictMarkers' | 'unparseable' | 'newerVersion' | 'notASidecar' | 'badEntry';
  readonly line: number;
  /** The parser's own words, where it has any (English, for the log and the diagnostic's detail). */
  readonly detail: string;
}

export interface ParsedSidecar {
  readonly sidecar: Sidecar;
  readonly problems: readonly SidecarProblem[];
  /** False where writing could lose something: the file does not parse, or a newer program wrote it. */
  readonly writable: boolean;
}

/** The parts of a YAML text that reading and editing share. */
export interface SidecarDocument extends ParsedSidecar {
  readonly document: Document.Parsed;
}

const CONFLICT_MARKER = /^(<{7}|={7}|>{7}|\|{7})( |$)/mu;

/** Reads a sidecar. Never throws: what cannot be understood is listed under `problems`. */
export function parseSidecar(text: string): ParsedSidecar {
  return readSidecar(text);
}

export function readSidecar(text: string): SidecarDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true });
  const lineAt = (offset: number | undefined) => Math.max(0, lines.linePos(offset ?? 0).line - 1);
  const refuse = (code: SidecarProblem['code'], offset: number, detail: string): SidecarDocument => ({
    document,
    sidecar: EMPTY_SIDECAR,
    problems: [{ code, line: lineAt(offset), detail }],
    writable: false,
  });

  const marker = CONFLICT_MARKER.exec(text);
  if (marker) return refuse('conflictMarkers', marker.index, marker[0].trim());
  const error = document.errors[0];
  if (error) return refuse('unparseable', error.pos[0], error.message);
  const root = document.contents as unknown;
  if (root === null) return { document, sidecar: EMPTY_SIDECAR, problems: [], writable: true };
  if (!isMap(root)) return refuse('notASidecar', 0, 'the file is not a map of keys');
  const version = root.get('version');
  if (version !== undefined && version !== SIDECAR_VERSION) {
    return refuse('newerVersion', rangeOf(root, 'version'), String(version));
  }
  const list = root.get('annotations', true) as unknown;
  if (!isSeq(list) && root.get('annotations') !== undefined) {
    return refuse('notASidecar', rangeOf(root, 'annotations'), '"annotations" is not a list');
  }

  const annotations: Annotation[] = [];
  const problems: SidecarProblem[] = [];
  for (const item of isSeq(list) ? list.items : []) {
    const annotation = isMap(item) ? readAnnotation(document, item) : undefined;
    if (annotation) annotations.push(annotation);
    else problems.push({ code: 'badEntry', line: lineAt((item as { range?: number[] })?.range?.[0]), detail: '' });
  }
  return { document, sidecar: { ...EMPTY_SIDECAR, annotations }, problems, writable: true };
}

function rangeOf(map: YAMLMap, key: string): number {
  return (map.get(key, true) as { range?: number[] } | undefined)?.range?.[0] ?? 0;
}

/** An entry as the model sees it, or undefined where a needed key is missing or of the wrong type. */
function readAnnotation(document: Document, item: YAMLMap): Annotation | undefined {
  let entry: Record<string, unknown>;
  try {
    entry = item.toJS(document, { maxAliasCount: 16 }) as Record<string, unknown>;
  } catch {
    return undefined; // an alias bomb, or an alias without its anchor
  }
  const { id, tags, note, creator, created, resolution } = entry;
  const target = readTarget(entry.target);
  if ((typeof id !== 'string' && typeof id !== 'number') || !target) return undefined;
  if (tags !== undefined && tags !== null && !Array.isArray(tags)) return undefined;
  return {
    id: String(id),
    tags: (tags ?? []).map(String),
    target,
    ...(note === undefined || note === null ? {} : { note: String(note) }),
    ...(creator === undefined || creator === null ? {} : { creator: String(creator) }),
    ...(created === undefined || created === null ? {} : { created: String(created) }),
    ...(resolution === 'orphan' ? { resolution } : {}),
  };
}

function readTarget(value: unknown): Target | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { exact, prefix, suffix, start } = value as Record<string, unknown>;
  if (typeof exact !== 'string' && typeof exact !== 'number') return undefined;
  return {
    exact: String(exact),
    prefix: String(prefix ?? ''),
    suffix: String(suffix ?? ''),
    start: typeof start === 'number' && Number.isInteger(start) && start >= 0 ? start : 0,
  };
}
