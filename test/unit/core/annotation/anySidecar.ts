import fc from 'fast-check';
import type { Annotation, Target } from '../../../../src/core/annotation/annotation';
import { anyCharacter } from '../../../runs';

/** A file as somebody might write it by hand, in pieces: `head`, one chunk for each entry, `tail`. */
export interface HandWritten {
  readonly text: string;
  readonly eol: string;
  readonly head: string;
  readonly chunks: readonly { readonly id: string; readonly text: string }[];
}

const words = fc.constantFrom(
  '稳定供应',
  '三稳三不准',
  '“四个一体化”：融合发展',
  "it's",
  'a: b',
  '# no comment',
  '- dash',
  'yes',
  '007',
  '5.0',
  '[x]',
  '{y}',
  '&z',
  '*z',
  '空 ',
  ' 空',
  '\u3000全角\u3000',
  '𠮷野家',
  'null',
  '~',
  'tab\tin',
  'a"b\\c',
);
export const anyWords = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
);
export const anyNote = fc.oneof(
  anyWords,
  fc.constantFrom('一\n二', '一\n\n二\n', '# 一\n  二\n', '', '一\n\n', '\n一'),
);
export const anyTags = fc.uniqueArray(
  fc.oneof(fc.constantFrom('energy/supply', '能源/保供', '住房', '1', 'yes', 'a, b', '#x'), anyWords),
  { maxLength: 4 },
);
export const anyTarget: fc.Arbitrary<Target> = fc.record(
  {
    exact: anyWords,
    prefix: fc.oneof(anyWords, fc.constant('')),
    suffix: fc.oneof(anyWords, fc.constant('')),
    start: fc.nat(500),
  },
  { noNullPrototype: true },
);

export const anyAnnotation = (id: fc.Arbitrary<string>): fc.Arbitrary<Annotation> =>
  fc.record(
    {
      id,
      tags: anyTags,
      target: anyTarget,
      note: anyNote,
      creator: anyWords,
      created: fc.constant('2026-01-02T03:04:05Z'),
    },
    { requiredKeys: ['id', 'tags', 'target'], noNullPrototype: true },
  );

const quoted = (text: string): string => JSON.stringify(text);
const single = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they cannot stand in single quotes
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/u.test(text)
    ? quoted(text)
    : `'${text.replaceAll("'", "''")}'`;

interface Style {
  readonly flow: boolean;
  readonly order: readonly string[];
  readonly double: boolean;
  readonly blockTags: boolean;
  readonly flowTarget: boolean;
  readonly above: number;
  readonly deeper: boolean;
  readonly blank: boolean;
  readonly comment: boolean;
  readonly blockNote: boolean;
  readonly quotedKeys: boolean;
}

const anyStyle: fc.Arbitrary<Style> = fc.record({
  flow: fc.boolean(),
  order: fc.shuffledSubarray(['id', 'tags', 'target', 'note', 'creator', 'created', 'my key'], { minLength: 7 }),
  double: fc.boolean(),
  blockTags: fc.boolean(),
  flowTarget: fc.boolean(),
  above: fc.nat(2),
  deeper: fc.boolean(),
  blank: fc.boolean(),
  comment: fc.boolean(),
  blockNote: fc.boolean(),
  quotedKeys: fc.boolean(),
});

function write(annotation: Annotation, style: Style, indent: number): string {
  const quote = style.double ? quoted : single;
  const name = (key: string) => (style.quotedKeys ? quoted(key) : key);
  const { exact, prefix, suffix, start } = annotation.target;
  const pad = ' '.repeat(indent);
  const target = `{ ${name('start')}: ${start}, exact: ${quoted(exact)}, prefix: ${quote(prefix)}, suffix: ${quoted(suffix)} }`;
  const above = `${pad}# about ${annotation.id}\n`.repeat(style.above);
  const below = style.deeper ? `${pad}   # under ${annotation.id}\n` : '';
  const gap = style.blank ? '\n' : '';
  if (style.flow) {
    const parts = style.order.flatMap((key) => {
      if (key === 'target') return [`target: ${target}`];
      if (key === 'my key') return [`my key: [1, {a: ${quoted(annotation.id)}}]`];
      if (key === 'tags') return [`${name('tags')}: [${annotation.tags.map(quote).join(' , ')}]`];
      const value = annotation[key as 'id'];
      return value === undefined ? [] : [`${name(key)}: ${value.includes('\n') ? quoted(value) : quote(value)}`];
    });
    return `${above}${pad}- { ${parts.join(', ')} }${style.comment ? ' # end' : ''}\n${below}${gap}`;
  }
  const remark = style.comment ? '   # remark' : '';
  const lines = style.order.flatMap((key) => {
    if (key === 'my key') return ['my key:', '  - 1', `  - a: ${quoted(annotation.id)}   # kept`];
    if (key === 'tags') {
      if (!style.blockTags || annotation.tags.length === 0) {
        return [`${name('tags')}:  [ ${annotation.tags.map(quote).join(', ')} ]${remark}`];
      }
      return ['tags:', ...annotation.tags.map((tag, index) => `  - ${quote(tag)} # tag ${index}`)];
    }
    if (key === 'target') {
      if (style.flowTarget) return [`target:   ${target}${remark}`];
      return [
        `${name('target')}:`,
        `   suffix: ${quote(suffix)}`,
        `   exact: ${quoted(exact)}${remark}`,
        `   start: ${start}`,
        '   # in the target',
        `   prefix: ${quoted(prefix)}`,
      ];
    }
    const value = annotation[key as 'id'];
    if (value === undefined) return [];
    if (key === 'note' && style.blockNote && /^\S[ -~一-龥]*(\n\S[ -~一-龥]*)*\n$/u.test(value)) {
      return [
        'note: |  # as I wrote it',
        ...value
          .slice(0, -1)
          .split('\n')
          .map((line) => `    ${line}`),
      ];
    }
    return [`${name(key)}: ${value.includes('\n') ? quoted(value) : quote(value)}${remark}`];
  });
  return `${above}${lines.map((line, index) => `${pad}${index === 0 ? '- ' : '  '}${line}\n`).join('')}${below}${gap}`;
}

/** Files that hold between one and five entries in several hands' styles. */
export const anyHandWritten: fc.Arbitrary<HandWritten> = fc
  .record({
    entries: fc.uniqueArray(fc.tuple(anyAnnotation(fc.stringMatching(/^[a-z][a-z0-9]{2,5}$/)), anyStyle), {
      minLength: 1,
      maxLength: 5,
      selector: ([{ id }]) => id,
    }),
    indent: fc.constantFrom(0, 2, 4),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    start: fc.constantFrom('', '# mine\n', '---\n', '# x\n\n'),
    version: fc.constantFrom('version: 1\n', 'version:   1   # one\n\n', ''),
    document: fc.constantFrom('', 'document: {title: 甲}\n', "document:\n    title: '甲' # t\n    mine: [1]\n"),
    under: fc.constantFrom('', '\n', '# the list\n\n', '   # odd\n'),
    tail: fc.constantFrom(
      '',
      '# end\n',
      'extra:\n  - 1\n',
      'corrections:\n  - { target: { exact: 甲 }, claim: reject } # c\n',
    ),
    open: fc.boolean(),
  })
  .map(({ entries, indent, eol, bom, start, version, document, under, tail, open }) => {
    const eols = (text: string) => text.replaceAll('\n', eol);
    const head = eols(`${bom ? '\ufeff' : ''}${start}${version}${document}annotations:   # all\n${under}`);
    const chunks = entries.map(([annotation, style]) => ({
      id: annotation.id,
      text: eols(write(annotation, style, indent)),
    }));
    const whole = head + chunks.map(({ text }) => text).join('') + eols(tail);
    return { text: open ? whole.slice(0, -eol.length) : whole, eol, head, chunks };
  });
