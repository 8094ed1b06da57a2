import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Nodejieba from 'nodejieba';
import type { SegmenterMessage, SegmenterReply } from './segmenterMessages';
import type { WordLengths } from './wordSpans';

/*
 * The process behind jiebaSegmenter, and the only place where nodejieba's binary is loaded: on a bad dictionary it calls
 * abort(), which ends any process it is in.
 */
const DICTIONARIES = {
  dict: 'jieba.dict.utf8',
  hmmDict: 'hmm_model.utf8',
  userDict: 'user.dict.utf8',
  idfDict: 'idf.utf8',
  stopWordDict: 'stop_words.utf8',
};
/** Names of things, so that user words count as nouns. */
const USER_WORD_TAG = 'nz';
/** nodejieba's tag of punctuation and of what it does not know. */
const UNKNOWN_TAG = 'x';
/** More than any piece has words. */
const ALL = 1_000_000;

let jieba: typeof Nodejieba;

process.on('message', (message: SegmenterMessage) => {
  if (message.kind === 'load') start(message.packageFolder, message.dictFolder);
  else if (message.kind === 'words') for (const word of message.words) keepWhole(word);
  else if (message.kind === 'keywords') {
    tell({ kind: 'keywords', weights: weigh(message.pieces) });
  } else {
    const cut = message.kind === 'tag' ? tag : segment;
    tell({ kind: 'words', pieces: message.pieces.map((piece) => checked(piece, cut(piece))) });
  }
});
process.on('disconnect', () => process.exit());

const tell = (reply: SegmenterReply, then?: () => void) => process.send!(reply, undefined, undefined, then);

function start(packageFolder: string | undefined, dictFolder: string | undefined): void {
  try {
    const name = packageFolder ?? 'nodejieba';
    jieba = require(name);
    load(dictFolder ?? join(dirname(require.resolve(name)), 'submodules/cppjieba/dict'));
    tell({ kind: 'ready' });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    tell({ kind: 'failed', reason: reason! }, () => process.exit(1));
  }
}

/**
 * Loads the dictionaries by their bare names from within their folder: nodejieba opens files by the narrow functions of
 * the C++ library, which on Windows cannot express other letters than those of the system's code page and abort, and
 * which everywhere take `;` and `|` in a path for separators. Changing the folder has no such limits.
 */
function load(folder: string): void {
  const before = process.cwd();
  process.chdir(folder);
  for (const file of Object.values(DICTIONARIES)) {
    accessSync(file, constants.R_OK);
    const stats = statSync(file);
    if (!stats.isFile() || stats.size === 0) throw new Error(`${join(folder, file)} is no dictionary`);
  }
  jieba.load(DICTIONARIES);
  // a folder in which a process stands cannot be removed on Windows
  process.chdir(before);
}

/** A word that is cut whole anyway keeps its own frequency and part of speech. */
function keepWhole(word: string): void {
  if (jieba.cut(word, true).length > 1) jieba.insertWord(word, USER_WORD_TAG);
}

const segment = (piece: string): WordLengths => ({
  lengths: jieba.cut(piece, true).map(({ length }) => length),
  tags: [],
});

function tag(piece: string): WordLengths {
  const words = jieba.tag(piece);
  return {
    lengths: words.map(({ word }) => word.length),
    tags: words.map(({ tag }) => (tag === UNKNOWN_TAG ? '' : tag)),
  };
}

/** What does not add up to the text would shift every word behind it; such a text is told as one word. */
function checked(piece: string, words: WordLengths): WordLengths {
  const length = words.lengths.reduce((sum, word) => sum + word, 0);
  return length === piece.length ? words : { lengths: [piece.length], tags: [] };
}

/** The weights that nodejieba gives are sums over mentions, so that those of pieces add up to those of a text. */
function weigh(pieces: readonly string[]): [string, number][] {
  const weights = new Map<string, number>();
  for (const piece of pieces) {
    for (const { word, weight } of jieba.extract(piece, ALL)) weights.set(word, (weights.get(word) ?? 0) + weight);
  }
  return [...weights];
}
