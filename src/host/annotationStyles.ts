import { type DecorationRenderOptions, OverviewRulerLane, ThemeColor } from 'vscode';

/** The hexadecimal alpha of the tint: tints of nested passages add up, and text on them stays legible. */
const TINT = '2b';

/** A tag may have the colour of the background. Only themes of high contrast define this one; elsewhere it is transparent. */
const IN_HIGH_CONTRAST = {
  outlineWidth: '1px',
  outlineStyle: 'dotted',
  outlineColor: new ThemeColor('contrastBorder'),
};

const sixDigits = (color: string): string => (color.length === 4 ? color.replace(/[^#]/gu, '$&$&') : color);

/** The line at the bottom, the ruler on the right. */
export const firstMark = (color: string): DecorationRenderOptions => ({
  backgroundColor: `${sixDigits(color)}${TINT}`,
  borderWidth: '0 0 2px 0',
  borderStyle: 'solid',
  borderColor: color,
  ...IN_HIGH_CONTRAST,
  overviewRulerColor: color,
  overviewRulerLane: OverviewRulerLane.Right,
});

/** A double line above that of the first, and beside it in the ruler. */
export const secondMark = (color: string): DecorationRenderOptions => ({
  textDecoration: `underline double ${color}`,
  overviewRulerColor: color,
  overviewRulerLane: OverviewRulerLane.Center,
});

/** Where a person must decide whether the passage is the one that was annotated. */
export const UNDECIDED: DecorationRenderOptions = {
  borderWidth: '0 0 2px 0',
  borderStyle: 'dashed',
  borderColor: new ThemeColor('editorWarning.foreground'),
  overviewRulerColor: new ThemeColor('editorWarning.foreground'),
  overviewRulerLane: OverviewRulerLane.Right,
};

/** Of a passage without tags: it has the colour of none. */
export const NO_TAG_COLOR = '#808080';
