import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { misspelledKeys } from '../codebook/misspelledKeys';
import { FileText } from '../yaml/fileText';
import { pairOf, wordOf } from '../yaml/nodes';
import { readYaml } from '../yaml/readYaml';
import { indicatorName } from './indicatorName';
import { type Indicator, type Indicators, NO_INDICATORS } from './indicators';

/** Why the list of indicators, or one of it, cannot be understood. */
export interface IndicatorProblem {
  readonly code:
    | 'unparseable'
    | 'notIndicators'
    /** The item is left out: it is no indicator with a name. */
    | 'badIndicator'
    | 'badList'
    | 'unknownKey'
    /** A name that another indicator has as well; here it counts for nothing. */
    | 'ambiguousName';
  /** Counts from 0. */
  readonly line: number;
  /** The name or key, or the parser's own words (English). */
  readonly detail: string;
  readonly meant?: string;
}

export interface ParsedIndicators extends Indicators {
  readonly problems: readonly IndicatorProblem[];
}

const KEYS = ['name', 'same', 'narrower', 'unit'];

/** Reads `indicators.yaml`: a list, alone or under `indicators`. Never throws. */
export function readIndicators(source: string): ParsedIndicators {
  const { text } = new FileText(source);
  if (text.trim() === '') return { ...NO_INDICATORS, problems: [] };
  const { document, error, lineAt } = readYaml(text);
  if (error)
    return { ...NO_INDICATORS, problems: [{ code: 'unparseable', line: lineAt(error.offset), detail: error.detail }] };
  const contents: unknown = document?.contents;
  const list: unknown = isMap(contents) ? pairOf(contents, 'indicators')?.value : contents;
  const isEmpty = list === null || list === undefined || (isScalar(list) && list.value === null);
  if (isEmpty && (!isMap(contents) || pairOf(contents, 'indicators'))) return { ...NO_INDICATORS, problems: [] };
  if (!isSeq(list)) return { ...NO_INDICATORS, problems: [{ code: 'notIndicators', line: 0, detail: '' }] };
  const reader = new IndicatorReader((node) => lineAt((node as { range?: number[] } | null)?.range?.[0] ?? 0));
  const indicators = list.items.flatMap((item) => reader.indicator(item));
  return { indicators, problems: reader.problems };
}

class IndicatorReader {
  readonly problems: IndicatorProblem[] = [];
  /** The indicator that each name leads to. */
  private readonly taken = new Map<string, string>();

  constructor(private readonly lineOf: (node: unknown) => number) {}

  indicator(node: unknown): Indicator[] {
    const name = isMap(node) ? (wordOf(pairOf(node, 'name')?.value)?.trim() ?? '') : '';
    if (!isMap(node) || name === '') {
      this.report('badIndicator', node, wordOf(node) ?? '');
      return [];
    }
    for (const { node: key, meant } of misspelledKeys(node, KEYS)) this.report('unknownKey', key, key.value, meant);
    const unit = wordOf(pairOf(node, 'unit')?.value);
    const same = this.words(node, 'same');
    const [first, ...others] = [name, ...same].filter((word) => this.isFree(node, word, name));
    if (first === undefined) return [];
    const narrower = this.words(node, 'narrower');
    return [{ name, same: others, narrower, ...(unit === undefined ? {} : { unit }) }];
  }

  private isFree(node: YAMLMap, word: string, name: string): boolean {
    const key = indicatorName(word);
    const owner = this.taken.get(key);
    if (owner !== undefined && owner !== name) {
      this.report('ambiguousName', node, word, owner);
      return false;
    }
    this.taken.set(key, name);
    return true;
  }

  private words(map: YAMLMap, key: string): readonly string[] {
    const value = pairOf(map, key)?.value;
    if (value === undefined || value === null || (isScalar(value) && value.value === null)) return [];
    const words = (isSeq(value) ? value.items : [value]).map(wordOf);
    if (words.includes(undefined)) this.report('badList', value, key);
    return words.filter((word) => word !== undefined);
  }

  private report(code: IndicatorProblem['code'], node: unknown, detail: string, meant?: string): void {
    this.problems.push({ code, line: this.lineOf(node), detail, ...(meant === undefined ? {} : { meant }) });
  }
}
