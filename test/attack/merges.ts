import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { mergeSidecars } from '../../src/core/annotation/mergeSidecars';
import { parseSidecar } from '../../src/core/annotation/sidecar';
import { type AttackOptions, type Counter, Counters, samples } from './attack';

export const name = 'merges of sidecars';

const FAULTS = [
  'refused',
  'the result has problems',
  'a comment is lost without a conflict',
  'a comment is lost beside a conflict',
  'a key or value is lost without a conflict',
  'what one side took away is there without a conflict',
  'two corrections of one place',
  'an order is lost without a conflict',
  'merging again changes something',
];

/** A sidecar in pieces, each of which a person may change by hand. */
interface File {
  readonly head: readonly string[];
  readonly keys: readonly Key[];
  readonly entries: readonly Entry[];
  readonly corrections: readonly Entry[];
  readonly tail: readonly string[];
}
interface Entry {
  readonly name: string;
  readonly above: readonly string[];
  readonly keys: readonly Key[];
  readonly below: readonly string[];
}
interface Key {
  readonly key: string;
  readonly value: string;
  readonly beside?: string;
}

type Draw = (below: number) => number;

export function run(options: AttackOptions): Counter[] {
  const counters = new Counters();
  counters.begin(FAULTS);
  for (const seed of samples(fc.nat(2 ** 31 - 2), options)) {
    counters.add('merges');
    const draw = drawing(seed);
    const [base, ours, theirs] = branches(draw);
    attack(counters, base, ours, theirs);
  }
  return counters.rows();
}

function drawing(seed: number): Draw {
  let state = seed + 1;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) ^ Math.imul(state, 0x297a2d39);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((state ^ (state >>> 15)) >>> 0) % below;
  };
}

function branches(draw: Draw): [File, File, File] {
  const comment = (side: string) => () => `# ${side} ${draw(1_000_000_000)}`;
  const inBase = comment('base');
  const some = (one: () => string, chance = 4) => (draw(chance) === 0 ? [one()] : []);
  const beside = (key: string, value: string): Key =>
    draw(5) === 0 ? { key, value, beside: inBase() } : { key, value };
  const base: File = {
    head: some(inBase, 2),
    keys: [
      beside('version', '1'),
      ...(draw(2) ? [beside('mine', '{a: 1}')] : []),
      ...(draw(3) === 0 ? [beside('document', '{title: 甲, date: 2026-01-01}')] : []),
    ],
    entries: Array.from({ length: 1 + draw(4) }, (_, n) => ({
      name: `e${n}`,
      above: some(inBase),
      keys: [
        beside('id', `e${n}`),
        beside('tags', '[水, 电, 煤]'),
        beside('target', `{ exact: 甲${n}, prefix: 乙, start: ${n * 10} }`),
        ...(draw(2) ? [beside('note', 'first')] : []),
        ...(draw(2) ? [beside('own', '[1, 2]')] : []),
      ],
      below: some(inBase, 8),
    })),
    corrections: Array.from({ length: draw(3) }, (_, n) => ({
      name: `c${n}`,
      above: some(inBase),
      keys: [
        { key: 'target', value: `{ exact: 丙${n}, start: ${n * 10 + 5} }` },
        { key: 'claim', value: 'reject' },
        ...(draw(2) ? [{ key: 'own', value: '1' }] : []),
      ],
      below: [],
    })),
    tail: some(inBase, 3),
  };
  const side = (word: string) => {
    let file = base;
    for (let step = 1 + draw(4); step > 0; step--) file = changed(file, draw, comment(word), word);
    return file;
  };
  return [base, side('ours'), side('theirs')];
}

function changed(file: File, draw: Draw, comment: () => string, side: string): File {
  const put = <T>(list: readonly T[], item: T): T[] => list.toSpliced(draw(list.length + 1), 0, item);
  const at = draw(Math.max(1, file.entries.length));
  const entry = file.entries[at];
  const withEntry = (changes: Partial<Entry>): File =>
    entry ? { ...file, entries: file.entries.with(at, { ...entry, ...changes }) } : file;
  const place = draw(Math.max(1, file.corrections.length));
  const correction = file.corrections[place];
  const withCorrection = (changes: Partial<Entry>): File =>
    correction ? { ...file, corrections: file.corrections.with(place, { ...correction, ...changes }) } : file;
  const reset = (keys: readonly Key[], key: string, value: string): Key[] =>
    keys.some((other) => other.key === key)
      ? keys.map((other) => (other.key === key ? { ...other, value } : other))
      : [...keys, { key, value }];
  const word = `${side[0]}${draw(100)}`;
  switch (draw(18)) {
    case 0:
      return { ...file, head: put(file.head, comment()) };
    case 1:
      return { ...file, tail: put(file.tail, comment()) };
    case 2:
      return withEntry({ above: put(entry?.above ?? [], comment()) });
    case 3: {
      const key = draw(Math.max(1, entry?.keys.length ?? 0));
      return entry ? withEntry({ keys: entry.keys.with(key, { ...entry.keys[key]!, beside: comment() }) }) : file;
    }
    case 4:
      return withEntry({ below: put(entry?.below ?? [], comment()) });
    case 5:
      return { ...file, entries: file.entries.filter((other) => other !== entry) };
    case 6: {
      const start = draw(60);
      const keys = [
        { key: 'id', value: `${side[0]}${start}x` },
        { key: 'tags', value: '[新]' },
        { key: 'target', value: `{ exact: 丁${word}, start: ${start} }` },
      ];
      if (file.entries.some(({ name }) => name === `${side[0]}${start}x`)) return file;
      return {
        ...file,
        entries: put(file.entries, { name: `${side[0]}${start}x`, above: draw(2) ? [comment()] : [], keys, below: [] }),
      };
    }
    case 7:
      return withEntry({ keys: reset(entry?.keys ?? [], 'note', word) });
    case 8:
      return withEntry({ keys: reset(entry?.keys ?? [], draw(2) ? 'own' : `own ${side}`, `{${word}: 1}`) });
    case 9:
      return withEntry({ keys: (entry?.keys ?? []).filter(({ key }) => key !== (draw(2) ? 'note' : 'own')) });
    case 10: {
      const tags = [
        '[煤, 电, 水]',
        '[水, 煤, 电]',
        `[${word}, 水, 电, 煤]`,
        '[水, 煤]',
        `[水, 电, ${word}, 煤]`,
        `[电, 水, 煤]`,
      ];
      return withEntry({ keys: reset(entry?.keys ?? [], 'tags', tags[draw(tags.length)]!) });
    }
    case 11: {
      const from = draw(Math.max(1, entry?.keys.length ?? 0));
      return entry ? withEntry({ keys: put(entry.keys.toSpliced(from, 1), entry.keys[from]!) }) : file;
    }
    case 12:
      return entry ? { ...file, entries: put(file.entries.toSpliced(at, 1), entry) } : file;
    case 13:
      return { ...file, keys: reset(file.keys, draw(2) ? 'mine' : `mine ${side}`, `{${word}: 1}`) };
    case 14:
      return withCorrection({ keys: reset(correction?.keys ?? [], 'claim', `{ value: ${draw(9)} }`) });
    case 15:
      return withCorrection({ keys: reset(correction?.keys ?? [], draw(2) ? 'own' : `own ${side}`, word) });
    case 16:
      return draw(2)
        ? withCorrection({ above: put(correction?.above ?? [], comment()) })
        : { ...file, corrections: file.corrections.filter((other) => other !== correction) };
    default: {
      const start = draw(3) * 10 + 7;
      const keys = [
        { key: 'target', value: `{ exact: 戊${start}, start: ${start} }` },
        { key: 'claim', value: draw(2) ? 'reject' : `{ value: ${draw(9)} }` },
      ];
      if (file.corrections.some(({ name }) => name === `n${start}`)) return file;
      return { ...file, corrections: put(file.corrections, { name: `n${start}`, above: [], keys, below: [] }) };
    }
  }
}

function written({ head, keys, entries, corrections, tail }: File): string {
  const line = ({ key, value, beside }: Key) => `${key}: ${value}${beside ? ` ${beside}` : ''}\n`;
  const lines = (comments: readonly string[], indent: string) =>
    comments.map((comment) => `${indent}${comment}\n`).join('');
  const entry = ({ above, keys, below }: Entry) =>
    `${lines(above, '  ')}${keys.map((key, n) => (n === 0 ? '  - ' : '    ') + line(key)).join('')}${lines(below, '    ')}`;
  const correction = ({ above, keys }: Entry) =>
    `${lines(above, '  ')}  - { ${keys.map(({ key, value }) => `${key}: ${value}`).join(', ')} }\n`;
  const list = (key: string, items: string[]) => (items.length > 0 ? `${key}:\n${items.join('')}` : '');
  return (
    lines(head, '') +
    keys.map(line).join('') +
    // without any key of a sidecar it would be another program's file
    (entries.length === 0 ? 'annotations: []\n' : list('annotations', entries.map(entry))) +
    list('corrections', corrections.map(correction)) +
    lines(tail, '')
  );
}

function attack(counters: Counters, base: File, ours: File, theirs: File): void {
  const [o, a, b] = [base, ours, theirs].map(written) as [string, string, string];
  const result = mergeSidecars(o, a, b);
  const told = (what: unknown) => () => ({ what, o, a, b, result });
  if ('refused' in result) {
    counters.fault('refused', told(''));
    return;
  }
  const { text, conflicts } = result;
  counters.add(conflicts.length > 0 ? 'merged with conflicts' : 'merged without conflict');
  if (parseSidecar(text).problems.length > 0) {
    counters.fault('the result has problems', told(''));
    return;
  }
  const isFree = conflicts.length === 0;
  const lost = commentsLost(o, a, b, text);
  if (lost.length > 0) {
    counters.fault(`a comment is lost ${isFree ? 'without' : 'beside'} a conflict`, told(lost));
  }
  if (isFree) {
    const values = [base, ours, theirs].map(valuesOf) as [Values, Values, Values];
    const now = read(text);
    for (const fault of valuesLost(...values, now)) counters.fault(fault[0], told(fault[1]));
    const order = orderLost(base, ours, theirs, text);
    if (order) counters.fault('an order is lost without a conflict', told(order));
  }
  const places = parseSidecar(text).sidecar.corrections.map(({ target }) => target.exact);
  if (new Set(places).size < places.length) counters.fault('two corrections of one place', told(places));
  const again = mergeSidecars(o, text, b);
  if (!('text' in again) || again.text !== text) counters.fault('merging again changes something', told(again));
}

const commentsIn = (text: string): Set<string> => new Set(text.match(/# (?:base|ours|theirs) \d+/gu));

function commentsLost(base: string, ours: string, theirs: string, merged: string): string[] {
  const [o, a, b, m] = [base, ours, theirs, merged].map(commentsIn) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  return [...new Set([...a, ...b])].filter(
    (comment) => !m.has(comment) && (!o.has(comment) || (a.has(comment) && b.has(comment))),
  );
}

type Values = ReadonlyMap<string, string>;

const plain = (yaml: string): string => JSON.stringify(parseDocument(yaml).toJS());

/** What stands where: `e0.note` → its value. Tags are looked at one by one. */
function valuesOf({ keys, entries, corrections }: File): Values {
  const values = new Map<string, string>();
  const enter = (name: string, all: readonly Key[]) => {
    for (const { key, value } of all) {
      if (key === 'tags')
        for (const tag of parseDocument(value).toJS() as string[]) values.set(`${name}.tags ${tag}`, '1');
      else values.set(`${name}.${key}`, plain(value));
    }
  };
  enter('', keys);
  for (const entry of entries) enter(entry.name, entry.keys);
  for (const { keys } of corrections) enter(placeOf(parseDocument(keys[0]!.value).toJS()), keys);
  return values;
}

const placeOf = (target: unknown): string => `at ${(target as { exact?: string } | undefined)?.exact}`;

/** The same of a text. */
function read(text: string): Values {
  const values = new Map<string, string>();
  const { annotations, corrections, ...keys } = parseDocument(text).toJS() as Record<string, unknown> & {
    annotations?: Record<string, unknown>[];
    corrections?: Record<string, unknown>[];
  };
  const enter = (name: string, all: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(all)) {
      if (key === 'tags') for (const tag of value as string[]) values.set(`${name}.tags ${tag}`, '1');
      else values.set(`${name}.${key}`, JSON.stringify(value));
    }
  };
  enter('', keys);
  for (const entry of annotations ?? []) enter(String(entry.id), entry);
  for (const entry of corrections ?? []) enter(placeOf(entry.target), entry);
  return values;
}

function valuesLost(o: Values, a: Values, b: Values, m: Values): [string, string][] {
  const faults: [string, string][] = [];
  for (const key of new Set([...a.keys(), ...b.keys(), ...o.keys()])) {
    const [was, mine, other, now] = [o, a, b, m].map((values) => values.get(key));
    const changes = [mine, other].filter((value) => value !== was);
    const expected = changes.length === 0 ? [was] : changes;
    if (expected.every((value) => value === now)) continue;
    faults.push([
      expected.every((value) => value === undefined)
        ? 'what one side took away is there without a conflict'
        : 'a key or value is lost without a conflict',
      key,
    ]);
  }
  return faults;
}

/** A list whose common items one side put into another order, and that has a third one in the result. */
function orderLost(base: File, ours: File, theirs: File, text: string): string | undefined {
  const now = parseDocument(text).toJS() as Record<string, Record<string, unknown>[]>;
  const names = (file: File) => file.entries.map(({ name }) => name);
  const lists: [string, string[][], string[]][] = [
    ['entries', [base, ours, theirs].map(names), (now.annotations ?? []).map(({ id }) => String(id))],
    ['keys', [base, ours, theirs].map(({ keys }) => keys.map(({ key }) => key)), Object.keys(now)],
    ...names(base).flatMap((entry): [string, string[][], string[]][] => {
      const found = [base, ours, theirs].map((file) => file.entries.find(({ name }) => name === entry));
      const merged = now.annotations?.find(({ id }) => id === entry);
      if (found.includes(undefined) || !merged) return [];
      const tags = (item: Entry | undefined) =>
        parseDocument(item!.keys.find(({ key }) => key === 'tags')!.value).toJS() as string[];
      return [
        [`keys of ${entry}`, found.map((item) => item!.keys.map(({ key }) => key)), Object.keys(merged)],
        [`tags of ${entry}`, found.map(tags), merged.tags as string[]],
      ];
    }),
  ];
  for (const [what, [o, a, b], result] of lists) {
    const common = o!.filter((item) => a!.includes(item) && b!.includes(item) && result.includes(item));
    for (const [index, first] of common.entries()) {
      for (const second of common.slice(index + 1)) {
        const isFirst = (list: readonly string[]) => list.indexOf(first) < list.indexOf(second);
        // in the base it is; whoever has it the other way round has changed it, and both may have changed other pairs
        if (isFirst(result) !== (isFirst(a!) && isFirst(b!))) return what;
      }
    }
  }
  return undefined;
}
