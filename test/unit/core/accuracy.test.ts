import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../../src/core/analyse';
import {
  blindFixtures,
  fifthFixtures,
  fourthFixtures,
  type Labelled,
  labelledFixtures,
  readText,
  sharedDocuments,
  sixthFixtures,
  thirdFixtures,
} from './fixtures';
import { score } from './score';

/** Recorded floors by document set; one is lowered only with the reason in the commit. */
const floors: Record<string, Record<string, number>> = JSON.parse(readFileSync('test/unit/core/floors.json', 'utf8'));

const sets: [string, () => Labelled[] | undefined][] = [
  ['labelled', labelledFixtures],
  ['labelled-blind', blindFixtures],
  ['labelled-third', thirdFixtures],
  ['labelled-fourth', fourthFixtures],
  ['labelled-fifth', fifthFixtures],
  ['labelled-sixth', sixthFixtures],
  ['shared', sharedDocuments],
];

describe('accuracy', () => {
  for (const [name, readAll] of sets) {
    it(`of ${name}, all transcripts, stays above its floors`, function () {
      const documents = readAll();
      if (!documents) {
        console.log(`      skipped: the documents of ${name} are not beside this checkout`);
        return this.skip();
      }
      assert.ok(documents.length > 0);
      const below: string[] = [];
      const read = (text: string) => {
        const analysis = analyse(text);
        assert.ok(analysis.isTranscript, text.slice(0, 40));
        return analysis;
      };
      for (const [figure, { value }] of score(documents, read)) {
        const floor = floors[name]?.[figure] ?? 1;
        console.log(`      ${figure.padEnd(22)} ${value.toFixed(4)}   floor ${floor.toFixed(4)}`);
        if (value < floor - 5e-5) below.push(`${figure} ${value.toFixed(4)} < ${floor}`);
      }
      assert.deepEqual(below, []);
    });
  }

  for (const file of readdirSync('test/fixtures/not-transcripts')) {
    it(`does not take ${file} for a transcript`, () => {
      const { isTranscript, turns, questions } = analyse(readText(`test/fixtures/not-transcripts/${file}`));
      assert.deepEqual([isTranscript, turns, questions], [false, [], []]);
    });
  }
});
