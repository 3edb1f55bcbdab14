import type { z } from 'zod';
import type { ConfigPath, Problem } from './problem';
import { IssueReader } from './schema-problems';
import { isMapping, nearestRemovable, startsWith } from './schema-walk';
import type { YamlSource } from './yaml-source';

/** What a schema made of one file. */
export interface Salvaged<T> {
  /** The part of the file that is valid. @default - nothing usable is left */
  readonly value?: T;
  readonly problems: Problem[];
  /** Places of the file that are not in `value` because of a problem. */
  readonly dropped: ConfigPath[];
  /** Place in the file of a place in `value`. */
  origin(path: ConfigPath): ConfigPath;
}

/** A copy without some places; lists close up, so their elements remember where they came from. */
class Pruned {
  readonly value: unknown;
  private readonly indexes = new Map<unknown, number[]>();

  constructor(
    value: unknown,
    private readonly dropped: ReadonlySet<string>,
  ) {
    this.value = dropped.size === 0 ? value : this.copy(value, []);
  }

  origin(path: ConfigPath): ConfigPath {
    let current = this.value;
    return path.map((part) => {
      const original = typeof part === 'number' ? (this.indexes.get(current)?.[part] ?? part) : part;
      current =
        typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[part] : undefined;
      return original;
    });
  }

  private copy(value: unknown, path: ConfigPath): unknown {
    const kept = (key: string | number) => !this.dropped.has(JSON.stringify([...path, key]));
    if (Array.isArray(value)) {
      const indexes = [...value.keys()].filter(kept);
      const list = indexes.map((index) => this.copy(value[index], [...path, index]));
      this.indexes.set(list, indexes);
      return list;
    }
    if (!isMapping(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => kept(key))
        .map(([key, item]) => [key, this.copy(item, [...path, key])]),
    );
  }
}

/**
 * Checks a file against its schema; what is invalid is reported and left out, so that later checks see the rest.
 *
 * Unknown keys are left out; for any other bad value, the nearest optional key or list element around it. What is left
 * is checked again, until it is valid or nothing is left.
 *
 * @param file - name for the problems
 * @param schema - what the file must be
 * @param source - the file
 */
export function salvage<T>(file: string, schema: z.ZodType<T>, source: YamlSource): Salvaged<T> {
  const reader = new IssueReader(file, schema, source);
  const problems: Problem[] = [];
  const dropped: ConfigPath[] = [];
  let bad: ConfigPath[] = [...source.holes];
  for (;;) {
    const removed = new Set(dropped.map((path) => JSON.stringify(path)));
    const pruned = new Pruned(source.value, removed);
    const result = schema.safeParse(pruned.value);
    if (result.success && bad.length === 0) {
      return { value: result.data, problems, dropped, origin: (path) => pruned.origin(path) };
    }
    const issues = (result.error?.issues ?? []).map((issue) => ({
      ...issue,
      path: [...pruned.origin(issue.path as ConfigPath)],
    }));
    for (const { path, problem } of reader.read(issues)) {
      bad.push(path);
      // A hole was reported when it was found, and what lacks a dropped part is our doing.
      const ours =
        source.holes.some((hole) => startsWith(path, hole)) || dropped.some((place) => startsWith(place, path));
      if (problem && !ours) problems.push(problem);
    }
    for (const path of bad) {
      const place = nearestRemovable(schema, source.value, path, removed);
      if (!place) return { problems, dropped, origin: (path) => path };
      dropped.push(place);
    }
    bad = [];
  }
}
