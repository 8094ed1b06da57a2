/** Why a line of an original is left out of the transcript that is made of it. */
export type DropReason =
  /** Stands at the head or the foot of page after page. */
  | 'pageHead'
  | 'pageNumber'
  /** Stands across the page, under or over its text. */
  | 'watermark'
  /** Menus, headers, footers and margins of a web page. */
  | 'navigation'
  /** Links to other pages: related reading, previous and next. */
  | 'links'
  /** Buttons and lines for sharing, printing, the size of letters. */
  | 'sharing'
  /** Copyright, licences, who edited the page. */
  | 'legal'
  /** Around the article, and none of it. */
  | 'outside'
  /** Not shown by the page itself. */
  | 'hidden'
  /** The remark of a reviewer in a document. */
  | 'comment'
  /** Struck out by the tracked changes of a document. */
  | 'deleted'
  /** Numbers and times of subtitles. */
  | 'cue'
  /** Said twice by subtitles that roll. */
  | 'repeated';

/** One line of what an original holds, in its order: a paragraph, a row of a table, or something left out. */
export interface ImportedLine {
  /** Without line breaks. */
  readonly text: string;
  /** Absent for lines that are kept. */
  readonly dropped?: DropReason;
}

/** The text of a transcript: the lines that are kept, each ended by LF. */
export function keptText(lines: readonly ImportedLine[]): string {
  const kept = lines.filter(({ dropped }) => dropped === undefined).map(({ text }) => text);
  while (kept.length > 0 && kept.at(-1)!.trim() === '') kept.pop();
  while (kept.length > 0 && kept[0]!.trim() === '') kept.shift();
  return kept.length === 0 ? '' : `${kept.join('\n')}\n`;
}
