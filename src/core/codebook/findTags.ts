import { pinyinInitials } from '../text/pinyinInitials';
import type { Codebook } from './codebook';
import { allTags, nameOf } from './codebook';
import { resolveTag } from './oldNames';

/**
 * The tags that somebody may mean who typed that, the likeliest first: by their names of today or before, by any part of
 * their paths, or by the initials of their names in pinyin. None where nothing was typed.
 */
export function findTags(codebook: Codebook, typed: string): string[] {
  const sought = typed.toLowerCase();
  if (sought === '') return [];
  const named = resolveTag(codebook, typed);
  const ranked = allTags(codebook).map(({ path }) => ({ path, rank: path === named ? 0 : rankOf(path, sought) }));
  return ranked
    .filter(({ rank }) => rank < NO_RANK)
    .sort((a, b) => a.rank - b.rank)
    .map(({ path }) => path);
}

const NO_RANK = 5;

function rankOf(path: string, sought: string): number {
  const lower = path.toLowerCase();
  const name = nameOf(lower);
  if (name === sought) return 1;
  if (name.startsWith(sought)) return 2;
  if (lower.includes(sought)) return 3;
  return pinyinInitials(lower).replaceAll('/', '').includes(sought.replaceAll('/', '')) ? 4 : NO_RANK;
}
