import { parseConfig } from '../config';
import type { RowSource } from '../model/organization-model';

/**
 * Tells file and line of the rows of a config folder, such as `identity-center.yaml:41`.
 *
 * @param directory - the config folder, which holds no error
 */
export function sourcePlaces(directory: string): (source: RowSource) => string {
  const { locate } = parseConfig(directory);
  const known = new Map<RowSource, string>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const { line } = locate({ ...source, severity: 'warning', message: { en: '', ko: '' } });
    const place = line === undefined ? source.file : `${source.file}:${line}`;
    known.set(source, place);
    return place;
  };
}
