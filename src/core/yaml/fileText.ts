import { LineMap } from '../text/lineMap';
import { normaliseText } from '../text/normalise';
import { isBlank } from './blank';
import { inOrder, type Splice } from './splice';

/**
 * One of the project's YAML files as all of them are read: `raw` as it is on disk, `text` with LF line ends (a lone CR
 * is one too), without BOM and with a line end at its end. Everything that reads counts in `text`; what is changed goes
 * back into `raw`, where every byte outside of the changes stays.
 */
export class FileText {
  readonly text: string;
  /** Where in `text` those line ends are that are CR LF in `raw`, one after the other. */
  private readonly crlf: readonly number[];
  private lines: LineMap | undefined;

  constructor(readonly raw: string) {
    const text = normaliseText(raw);
    this.text = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    const crlf: number[] = [];
    if (raw.includes('\r')) {
      const start = this.bom;
      for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) {
        crlf.push(at - start - crlf.length);
      }
    }
    this.crlf = crlf;
  }

  /** Whether there is nothing in the file, not even a character that YAML does not know as a blank. */
  get isBlank(): boolean {
    return isBlank(this.text);
  }

  /** The line, counted from 0, of an offset of `text`. */
  lineAt(offset: number): number {
    this.lines ??= new LineMap(this.text);
    return this.lines.place(offset).line;
  }

  /** The file with all splices of `text` carried out, new lines with the line end that the file uses first. Throws `UnknownLayout`. */
  spliced(splices: readonly Splice[]): FileText {
    const { raw } = this;
    const eol = /\r?\n/u.exec(raw)?.[0] ?? '\n';
    const parts: string[] = [];
    let done = 0;
    for (const { from, to, text } of inOrder(splices)) {
      parts.push(raw.slice(done, this.rawOffset(from)));
      // behind a last line without an end new lines need one before them
      const isBehind = from === this.text.length && !this.isEnded && text !== '';
      if (isBehind && !parts.findLast((part) => part !== '')?.endsWith('\n')) parts.push(eol);
      parts.push(text.replaceAll('\n', eol));
      done = this.rawOffset(to);
    }
    parts.push(raw.slice(done));
    return new FileText(this.endedAsBefore(parts.join('')));
  }

  private get bom(): number {
    return this.raw.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  private get isEnded(): boolean {
    return this.raw === '' || /[\r\n]$/u.test(this.raw);
  }

  /** Where a file had no line end at its end it keeps to that, unless its last line is blank now. */
  private endedAsBefore(after: string): string {
    return this.isEnded ? after : after.replace(/(?<=[^ \t\r\n])\r?\n$/u, '');
  }

  private rawOffset(offset: number): number {
    let [low, high] = [0, this.crlf.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.crlf[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return Math.min(this.raw.length, offset + low + this.bom);
  }
}
