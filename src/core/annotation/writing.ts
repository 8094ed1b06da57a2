import { isMap } from 'yaml';
import { commentsIn } from '../yaml/comments';
import { canonical, shapeOf } from '../yaml/shape';

/** What a person put into an entry besides what it says: its comments, and the order of its keys and its target's. */
export const writingOf = (node: unknown, lines: string): string =>
  canonical([
    commentsIn(lines).map(({ text }) => text),
    keysOf(node),
    isMap(node) ? keysOf(node.get('target', true)) : [],
  ]);

/** The keys of a map in their order. */
export const keysOf = (map: unknown): string[] => (isMap(map) ? map.items.map(({ key }) => shapeOf(key)) : []);
