/**
 * The heavy half of the program: reading transcripts and sidecars. It is a bundle of its own (dist/engine.js), which the
 * editor loads when the first transcript is opened; host/engine.ts is the door to it.
 */
export { Analyser } from './core/analyser';
export { concludeAll } from './core/annotation/anchoring/anchorAll';
export { Anchorer } from './core/annotation/anchoring/anchorer';
export { countQuotes } from './core/annotation/countQuotes';
export { mergeSidecars } from './core/annotation/mergeSidecars';
export { newAnnotation } from './core/annotation/newAnnotation';
export { suggestPassages } from './core/annotation/suggestPassages';
export { describeTarget } from './core/annotation/target';
export { describeVersion, keepBoth, keepVersion, otherVersion } from './core/annotation/versions';
export { allTags, findTag, isTagName } from './core/codebook/codebook';
export { colorOf, nextColor } from './core/codebook/colors';
export { importTags } from './core/codebook/importTags';
export { resolveTag } from './core/codebook/oldNames';
export { planTagChange } from './core/codebook/planTagChange';
export { readQdc } from './core/codebook/qdc/readQdc';
export { writeQdc } from './core/codebook/qdc/writeQdc';
export { parseCodebook } from './core/codebook/readCodebook';
export { analysisOptions, applyCorrections, isDay } from './core/corrections/applyCorrections';
export { readTranscriptBytes } from './core/corrections/readTranscriptBytes';
export { citation } from './core/export/citation';
export { passages } from './core/export/passages';
export { writePassagesMarkdown } from './core/export/passagesMarkdown';
export { countTags, writePassagesCsv, writePassagesJsonLines, writeTagCounts } from './core/export/passageTables';
export { writeCsv, writeJsonLines } from './core/export/tables';
export { layoutLines, takeBack } from './core/importing/cleanText';
export { keptText } from './core/importing/importedLine';
export { replaceLines } from './core/importing/replaceLines';
export { layoutEdits, textLayout } from './core/importing/textLayout';
export { transcriptFacts } from './core/importing/transcriptFacts';
export { transcriptNames } from './core/importing/transcriptNames';
export { LEXICON, lexiconEntry } from './core/slogans/lexicon';
export { claimRows } from './core/summary/claimRows';
export { indexTranscript } from './core/summary/indexTranscript';
export { suggestSlogans } from './core/summary/suggestSlogans';
export { summarise } from './core/summary/summarise';
export { plainText } from './core/text/plain';
export { wholeWords, wordAt } from './core/text/wholeWords';
export { findPoints } from './core/transcript/points';
export { readTranscript } from './core/transcript/readTranscript';
export { intlSegmenter } from './segmenter/intlSegmenter';
export { questionTopics } from './segmenter/questionTopics';
export { refineIndicators } from './segmenter/refineIndicators';
export { suggestTopics } from './segmenter/suggestTopics';
export { CodebookStore } from './store/codebookStore';
export { SidecarStore } from './store/sidecarStore';
