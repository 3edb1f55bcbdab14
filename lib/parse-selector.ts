import { ConfigError, renderPath } from './config';
import { salvage } from './config/salvage';
import { type SelectorConfig, selector as selectorSchema } from './config/schema/selector';
import { YamlSource } from './config/yaml-source';
import { checkSelector } from './model/check-selector';
import { ProblemList } from './model/model-problem';
import type { OrganizationTree } from './model/selector';
import { suggest } from './suggest';

const FILE = 'selector';

/**
 * Reads a selector that somebody typed, as YAML in flow style, for example `{ ous: [Workloads] }`.
 *
 * @throws ConfigError with every problem at once
 */
export function parseSelector(text: string, tree: OrganizationTree): SelectorConfig {
  const source = new YamlSource(FILE, text);
  // What is no YAML at all has no shape to complain about.
  if (source.value === undefined) throw new ConfigError(source.problems);
  const { value, problems } = salvage(FILE, selectorSchema, source);
  const all = [...source.problems, ...problems];
  if (value && all.length === 0) {
    const list = new ProblemList(FILE, (_, path) => renderPath(path));
    checkSelector(tree, value, [], { alsoKnown: { accounts: [], ous: [] } }, list);
    if (list.problems.length === 0) return value;
    all.push(...list.problems.map((problem) => ({ ...suggest(problem), ...source.locate(problem.path, false) })));
  }
  throw new ConfigError(all);
}
