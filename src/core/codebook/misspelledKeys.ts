import { isScalar, type Scalar, type YAMLMap } from 'yaml';
import { nearestWord } from '../text/nearestWord';

/** Keys of a map that are probably slips of known ones it lacks. Any other may belong to another program. */
export function misspelledKeys(
  map: YAMLMap,
  known: readonly string[],
): { readonly node: Scalar<string>; readonly meant: string }[] {
  const keys = map.items.flatMap(({ key }) => (isScalar<string>(key) && typeof key.value === 'string' ? [key] : []));
  const missing = known.filter((name) => !keys.some(({ value }) => value === name));
  return keys.flatMap((node) => {
    const meant = known.includes(node.value) ? undefined : nearestWord(node.value, missing);
    return meant === undefined ? [] : [{ node, meant }];
  });
}
