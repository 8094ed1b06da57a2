import { Uri } from 'vscode';

/** A dot in a tag's colour, for lists and trees; the ring shows it where the background has that colour too. */
export const tagIcon = (color: string): Uri =>
  Uri.parse(
    `data:image/svg+xml;utf8,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="4.5" fill="${safe(color)}" stroke="#808080"/></svg>`,
    )}`,
  );

/** Colours come from files that people write. */
const safe = (color: string): string => (/^#[0-9a-f]{3,8}$/iu.test(color) ? color : '#888888');
