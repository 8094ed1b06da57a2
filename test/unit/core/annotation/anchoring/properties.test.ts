import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { anchorAll } from '../../../../../src/core/annotation/anchoring/anchorAll';
import { isAccepted } from '../../../../../src/core/annotation/anchoring/anchored';
import { Anchorer } from '../../../../../src/core/annotation/anchoring/anchorer';
import { describeTarget, TargetDescriber } from '../../../../../src/core/annotation/target';
import { normaliseText } from '../../../../../src/core/text/normalise';
import type { Span } from '../../../../../src/core/text/span';
import { choosePassages, EditedText } from '../../../../anchoring/editedText';
import { anyCharacter, runs } from '../../../../runs';

const folder = 'test/fixtures/labelled';
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => normaliseText(readFileSync(`${folder}/${name}`, 'utf8')));

const edits: fc.Arbitrary<(text: EditedText) => unknown> = fc.oneof(
  fc.constant((text: EditedText) => text.scatterEdits()),
  fc.constant((text: EditedText) => text.misread()),
  fc.constant((text: EditedText) => text.halfWidthPunctuation()),
  fc.constant((text: EditedText) => text.changeEveryNinthDigit()),
  fc.constant((text: EditedText) => text.carriageReturns()),
);

/** The copy of a paragraph that was cut, or that took the place of a moved one, is that paragraph to any reader. */
const edited = fc.record({
  text: fc.integer({ min: 0, max: texts.length - 2 }).map((index) => `${texts[index]}\n${texts[index + 1]}`),
  seed: fc.integer(),
  steps: fc.array(edits, { maxLength: 4 }),
  cut: fc.constantFrom(0, 0, 0.3),
  layout: fc.oneof(
    fc.nat(4).map((count) => (text: EditedText) => text.moveParagraphs(count)),
    fc.nat(4).map((count) => (text: EditedText) => text.repeatParagraphs(count)),
  ),
  withPrevious: fc.boolean(),
});
/** Page heads repeat word for word: of one that was cut in part and one that was not, only a person sees which it is. */
const occursOnce = (text: string, { start, end }: Span) => {
  const around = text.slice(Math.max(0, start - 8), end + 8);
  return text.indexOf(around) === text.lastIndexOf(around);
};
const hanNumerals = /[〇零一二三四五六七八九十百千万亿两]/gu;
const numerals = (text: string) =>
  [...text.normalize('NFKC').matchAll(/\d/g), ...text.matchAll(hanNumerals)].map(String).join('');

describe('anchoring', () => {
  it('accepts no place but the right one, and no other numeral, whatever was edited', () => {
    fc.assert(
      fc.property(edited, ({ text, seed, steps, cut, layout, withPrevious }) => {
        const passages = choosePassages(text, 60, seed).filter((passage) => occursOnce(text, passage));
        const after = new EditedText(text, seed);
        for (const step of steps) step(after);
        layout(after.cutParagraphs(cut));
        const now = normaliseText(after.toString());
        const targets = passages.map((passage) => describeTarget(text, passage));
        const anchored = anchorAll(now, targets, withPrevious ? text : undefined);
        passages.forEach((passage, index) => {
          const { state, span } = anchored[index]!;
          assert.equal(span !== undefined, isAccepted(state));
          if (!span) return;
          // an edit at an edge may put there what was there before: 保|一国两制 with 保障 or 确保 between the two
          const { span: truth } = after.truthOf(passage);
          const isThere = truth !== undefined && span.start < truth.end && truth.start < span.end;
          assert.ok(isThere, `${JSON.stringify(targets[index])} ${JSON.stringify({ span, truth })}`);
          assert.equal(numerals(now.slice(span.start, span.end)), numerals(targets[index]!.exact));
        });
      }),
      { seed: 20220826, numRuns: runs(40) },
    );
  });

  it('finds everything in a text that did not change', () => {
    for (const text of texts) {
      const describer = new TargetDescriber(text);
      const passages = [...choosePassages(text, 100, 1), ...choosePassages(text, 300, 2, 2, 20)];
      const targets = passages.map((passage) => describer.describe(passage));
      for (const previous of [undefined, text]) {
        assert.ok(anchorAll(text, targets, previous).every(({ state }) => state === 'anchored'));
      }
    }
  });

  const unit = fc.constantFrom(
    '1',
    '2',
    '一',
    '二',
    '，',
    ',',
    '。',
    '.',
    ' ',
    '\n',
    '的',
    '—',
    '…',
    '\ud842',
    '\udfb7',
    '\0',
  );
  const text = fc.oneof(fc.string({ unit, maxLength: 80 }), fc.string({ unit: anyCharacter, maxLength: 40 }));
  const target = fc.record({
    exact: text,
    prefix: text,
    suffix: text,
    start: fc.oneof(fc.nat(100), fc.constantFrom(-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53)),
  });

  it('finds in the text as last seen whatever stands apart from an edit, with line ends and blanks at its edges', () => {
    const edit = fc.record({
      at: fc.nat(),
      removed: fc.nat({ max: 80 }),
      typed: fc.constantFrom('', '据', '增列一条。\n', '\n\n'),
    });
    const passage = fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        edit,
        fc.array(passage, { minLength: 20, maxLength: 60 }),
        (text, edit, some) => {
          const at = edit.at % text.length;
          const end = Math.min(text.length, at + edit.removed);
          const now = text.slice(0, at) + edit.typed + text.slice(end);
          const passages = some
            .map(({ at: start, length }) => ({ start: start % text.length, end: (start % text.length) + length }))
            .filter((span) => span.end < text.length && text.slice(span.start, span.end).trim() !== '')
            .filter((span) => span.end < at - 100 || span.start > end + 100);
          const targets = passages.map((span) => describeTarget(text, span));
          anchorAll(now, targets, text).forEach(({ state, span }, index) => {
            const by = passages[index]!.start < at ? 0 : now.length - text.length;
            const where = { start: passages[index]!.start + by, end: passages[index]!.end + by };
            assert.deepEqual(span, where, `${state} ${JSON.stringify(targets[index])}`);
          });
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('is total and deterministic, and its places lie in the text', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(target, { maxLength: 5 }),
        fc.option(text, { nil: undefined }),
        (now, targets, previous) => {
          const anchored = anchorAll(now, targets, previous);
          assert.deepEqual(anchorAll(now, targets, previous), anchored);
          for (const [index, { state, span, proposals }] of anchored.entries()) {
            for (const place of span ? [span] : proposals) {
              assert.ok(0 <= place.start && place.start < place.end && place.end <= now.length);
            }
            if (state === 'anchored' || state === 'moved') {
              assert.equal(now.slice(span!.start, span!.end), targets[index]!.exact);
            }
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('copes with texts and quotes of one character', () => {
    for (const character of ['（', '1', ' ', '—', '\n']) {
      const now = character.repeat(200_000);
      const targets = [
        { exact: character.repeat(50_000), prefix: '', suffix: '的', start: 5 },
        { exact: character, prefix: '的', suffix: '', start: 100_000 },
        { exact: `${character.repeat(300)}的`, prefix: character, suffix: '', start: 7 },
      ];
      for (const previous of [undefined, `的${now}`]) assert.equal(anchorAll(now, targets, previous).length, 3);
    }
  });

  it('finds a quote of 50,000 characters after edits within it', () => {
    const all = texts.join('\n');
    const start = 1000;
    const end = all.length - 1000;
    const now = `${all.slice(0, 200)}${all.slice(260, 9000)}新增的一句话${all.slice(9000)}`;
    const { state, proposals } = new Anchorer(now).anchor(describeTarget(all, { start, end }));
    assert.equal(state, 'changed');
    assert.deepEqual(proposals[0], { start: start - 60, end: end - 60 + 6 });
  });
});
