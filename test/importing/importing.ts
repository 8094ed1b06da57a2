import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Importing from '../../src/importing/readOriginal';

/** The readers as they ship: dist/readOriginal.js. */
export const { readOriginal }: typeof Importing = createRequire(join(process.cwd(), 'package.json'))(
  './dist/readOriginal.js',
);
