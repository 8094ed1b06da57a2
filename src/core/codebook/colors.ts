import type { Codebook } from './codebook';

/**
 * Twelve colours of the Okabe–Ito palette (Okabe and Ito 2008, "Color Universal Design") and of Tableau 10 (Stone
 * 2016), those left out that hardly show on white. They stand in an order in which each is as far as possible from
 * those before it for normal, protanopic and deuteranopic eyes (Machado et al. 2009); the nearest two are 8 apart in
 * CIELAB, where 2 is just noticeable side by side.
 */
export const PALETTE: readonly string[] = [
  ...['#0072b2', '#edc948', '#009e73', '#d55e00', '#56b4e9', '#76b7b2'],
  ...['#59a14f', '#e69f00', '#4e79a7', '#b07aa1', '#9c755f', '#f28e2b'],
];

/**
 * The colour of a tag: its own, else that of the nearest tag above that has one, else one of the palette by the place
 * of its topmost name in the codebook. A tag that the codebook does not know gets one by its words, always the same.
 */
export function colorOf({ tags }: Codebook, path: string): string {
  const [top, ...below] = path.split('/');
  const index = tags.findIndex(({ name }) => name === top);
  if (index < 0) return PALETTE[hashOf(top!) % PALETTE.length]!;
  let tag = tags[index];
  let color = tag!.color ?? PALETTE[index % PALETTE.length]!;
  for (const name of below) {
    tag = tag?.children.find((child) => child.name === name);
    color = tag?.color ?? color;
  }
  return color;
}

/** A colour for a new tag at the top: the first of the palette that is not in use, else the one that is used least. */
export function nextColor(codebook: Codebook): string {
  const uses = new Map(PALETTE.map((color) => [color, 0]));
  for (const { path } of codebook.tags) {
    const color = colorOf(codebook, path).toLowerCase();
    uses.set(color, (uses.get(color) ?? 0) + 1);
  }
  return PALETTE.reduce((least, color) => (uses.get(color)! < uses.get(least)! ? color : least));
}

function hashOf(words: string): number {
  let hash = 0;
  for (let at = 0; at < words.length; at++) hash = (Math.imul(hash, 31) + words.charCodeAt(at)) >>> 0;
  return hash;
}
