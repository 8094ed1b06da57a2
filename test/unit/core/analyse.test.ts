import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import { Analyser } from '../../../src/core/analyser';
import { normaliseText } from '../../../src/core/text/normalise';
import { runs, someOf } from '../../runs';
import { assertSound, documents, edits, mixed, versions } from './anyTexts';

/** Real documents beside this checkout. */
const REAL = '../shared/real/texts';

describe('analyse', () => {
  it('is sound on real documents', function () {
    if (!existsSync(REAL)) {
      console.log(`      skipped: ${REAL} is not here`);
      return this.skip();
    }
    for (const name of readdirSync(REAL)) {
      const text = normaliseText(readFileSync(`${REAL}/${name}`, 'utf8'));
      assertSound(text, analyse(text));
    }
  });

  it('has no question or turn that ends before it begins', () => {
    for (const text of [
      '问：**\n某人\n',
      '某某社记者：请问？\n\n张某省长：好。\n被問到問題，桂華表示\n',
      '问：\n答：\n',
      '问：**\n问：**达到”答：好。\n',
    ]) {
      assertSound(text, analyse(text));
    }
  });

  it('reads a verb of saying at the end of a longer word, and a sentence that was read with the question before it', () => {
    for (const text of [
      '被问到进展，张三在会上应答：“可以，供水没有问题。”李四问答：“不可以，还要再等。”\n',
      '新华社记者 王五问，水价如何。张三请问答：是这样的，没有涨。\n'.repeat(3),
      '・\t主持人：供水①，王五说。①全省问：三是达到。记者：》“新华社记者 王五请问答：是”第一，，王五说。他说二是】\n记者：・）',
      '答记者问！张三回答说：由3提高到12月3日，答：被問到問題，桂華表示？供水。请问三个？\n某报记者：请问？\n',
    ])
      assertSound(text, analyse(text));
  });

  it('is sound where a sentence beside a slogan is nothing but marks', () => {
    for (const text of ['“三统一”。，，。好。', '答：好。，。；“三统一”。', '“两个一体”五个坚持三是：、'])
      assertSound(text, analyse(text));
  });

  it('is sound on any text', () => {
    fc.assert(
      fc.property(mixed, (text) => assertSound(text, analyse(text))),
      { numRuns: runs(800) },
    );
  });

  it('is sound on every fixture, whole and cut anywhere', () => {
    const step = process.env.TEST_THOROUGH ? 97 : 1297;
    for (const { text } of documents) {
      for (let end = text.length; end > 0; end -= step) assertSound(text.slice(0, end), analyse(text.slice(0, end)));
    }
  });

  it('finds the same in a text with CRLF line ends', () => {
    for (const { text, name } of someOf(documents, 6)) {
      assert.deepEqual(analyse(normaliseText(text.replaceAll('\n', '\r\n'))), analyse(text), name);
    }
  });

  it('finds the same after each of many edits as in the whole text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), edits, ({ text }, all) => {
        const analyser = new Analyser();
        analyser.analyse(text);
        for (const now of versions(text, all)) assert.deepEqual(analyser.analyse(now), analyse(now));
      }),
      // `npm run attack` tries it for as long as one likes
      { numRuns: runs(160) },
    );
  });

  it('finds the same while an official’s answer is typed, and keeps the other turns', () => {
    const { text } = documents.find(({ name }) => name === 'trade-briefing-brackets')!;
    const long = text.replace(
      '据初步统计，',
      `据初步统计，${'我们持续深化改革，推动“两个拓展”落地见效，出口增长5.2%，企业得到实惠，'.repeat(30)}`,
    );
    const analyser = new Analyser();
    const first = analyser.analyse(long);
    let now = long;
    const at = long.indexOf('企业得到实惠', long.indexOf('据初步统计') + 700);
    for (const [index, typed] of [...'规模达到1200亿元，利润也增长近三成，'].entries()) {
      now = now.slice(0, at + index) + typed + now.slice(at + index);
      const fresh = analyser.analyse(now);
      assert.deepEqual(fresh, analyse(now));
      assert.equal(fresh.turns[0], first.turns[0], 'a turn before the edit is kept as it is');
    }
  });
});
