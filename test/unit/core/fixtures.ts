import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { normaliseText } from '../../../src/core/text/normalise';

export interface Labelled {
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
}

interface Label {
  readonly start: number;
  readonly end: number;
}

export interface Gold {
  readonly turns: readonly (Label & { label: string; speaker: string; role: string; kind: string })[];
  readonly questions: readonly (Label & { asker: string; answeredBy: readonly string[]; asks?: readonly Label[] })[];
  readonly slogans: readonly (Label & { kind: string; items?: readonly Label[] })[];
  readonly claims: readonly (Label & { kind: string; value: number; unit?: string; hedge?: string })[];
}

export const readText = (path: string): string => normaliseText(readFileSync(path, 'utf8'));

/** The labelled documents of a folder: `NAME.json` with the labels, the text in `texts/NAME.txt`. */
export function readLabelled(goldFolder: string, textFolder = goldFolder): Labelled[] {
  return readdirSync(goldFolder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const name = basename(file, '.json');
      const gold = JSON.parse(readFileSync(join(goldFolder, file), 'utf8')) as Gold;
      return { name, text: readText(join(textFolder, `${name}.txt`)), gold };
    });
}

export const labelledFixtures = (): Labelled[] => readLabelled('test/fixtures/labelled');
export const blindFixtures = (): Labelled[] => readLabelled('test/fixtures/labelled-blind');
export const thirdFixtures = (): Labelled[] => readLabelled('test/fixtures/labelled-third');
export const fourthFixtures = (): Labelled[] => readLabelled('test/fixtures/labelled-fourth');
export const fifthFixtures = (): Labelled[] => readLabelled('test/fixtures/labelled-fifth');
export const sixthFixtures = (): Labelled[] => readLabelled('test/fixtures/labelled-sixth');

const shared = '../shared/accuracy';
/** The documents beside the project, where they exist. */
export const sharedDocuments = (): Labelled[] | undefined =>
  existsSync(shared) ? readLabelled(`${shared}/gold`, `${shared}/texts`) : undefined;
