import type { z } from 'zod';
import { didYouMean } from './did-you-mean';
import type { ConfigPath, Problem } from './problem';
import { type Finding, issueMessage, missingKey, noOption, unknownKey } from './schema-messages';
import { isMapping, keySchemas, knownKeys, schemasAt, startsWith, valueAt } from './schema-walk';
import type { YamlSource } from './yaml-source';

type Issue = z.core.$ZodIssue;

/** A place with a bad value: without it, or without something around it, the rest may be good. */
export interface BadPlace {
  readonly path: ConfigPath;
  /** What to tell; nothing when the place is bad only because of something that is told elsewhere. */
  readonly problem?: Problem;
}

/** An issue that is about one place, not about the options of a union. */
interface Leaf {
  readonly issue: Issue;
  readonly path: ConfigPath;
  /** The issue is about the key of the place. */
  readonly atKey: boolean;
}

/** Turns what a schema says about a file into problems at places of that file. */
export class IssueReader {
  /**
   * @param file - name for the problems
   * @param schema - of the whole file
   * @param source - the whole file
   */
  constructor(
    private readonly file: string,
    private readonly schema: z.core.$ZodType,
    private readonly source: YamlSource,
  ) {}

  /**
   * @param issues - in any order; their paths are those of the file
   */
  read(issues: readonly Issue[]): BadPlace[] {
    const leaves = issues.flatMap((issue) => this.leaves(issue, []));
    const unknown = leaves.flatMap((leaf) => this.unknownKeys(leaf));
    // A misspelt key is one mistake, not an unknown key and a missing one.
    const misspelt = new Set(unknown.map(({ meant }) => JSON.stringify(meant)));
    const values = leaves
      .filter(({ issue }) => issue.code !== 'unrecognized_keys')
      // A refinement has not seen the unknown keys; without them it is asked again.
      .filter(({ issue, path }) => issue.code !== 'custom' || !unknown.some((key) => startsWith(key.path, path)))
      .map((leaf): BadPlace => {
        const { path } = leaf;
        return misspelt.has(JSON.stringify(path)) && !this.value(path).present ? { path } : this.badValue(leaf);
      });
    return [...unknown, ...values];
  }

  /** Issues of the one option of a union that was meant, or the issue itself. */
  private leaves(issue: Issue, parent: ConfigPath): Leaf[] {
    const path = [...parent, ...(issue.path as ConfigPath)];
    if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ issue: inner, path, atKey: true }));
    if (issue.code === 'invalid_union') {
      const meant = issue.errors
        .filter((errors) => !errors.some((error) => error.path.length === 0 && error.code === 'invalid_type'))
        .sort((a, b) => a.length - b.length)[0];
      if (meant) return meant.flatMap((inner) => this.leaves(inner, path));
    }
    return [{ issue, path, atKey: false }];
  }

  private unknownKeys({ issue, path: place }: Leaf): { path: ConfigPath; problem: Problem; meant?: ConfigPath }[] {
    const parent = this.parentOfUnknownKeys(issue, place);
    if (!parent) return [];
    const value = this.value(parent).value;
    const keys = isMapping(value) ? Object.keys(value) : [];
    const known = knownKeys(schemasAt(this.schema, this.source.value, parent));
    // A key that is already there is the least likely to be meant.
    const candidates = [...known.filter((key) => !keys.includes(key)), ...known.filter((key) => keys.includes(key))];
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : keys.filter((key) => !known.includes(key));
    return unknown.map((key) => {
      const meant = didYouMean(key, candidates);
      const path = [...parent, key];
      const problem = this.problem(path, unknownKey(key, known, meant), true);
      return meant === undefined ? { path, problem } : { path, problem, meant: [...parent, meant] };
    });
  }

  /** A mapping whose discriminator is missing has unknown keys too, but the schema stops before it says so. */
  private parentOfUnknownKeys(issue: Issue, path: ConfigPath): ConfigPath | undefined {
    if (issue.code === 'unrecognized_keys') return path;
    if (issue.code !== 'invalid_union' || issue.errors.length > 0) return undefined;
    return this.value(path).present ? undefined : path.slice(0, -1);
  }

  private badValue({ issue, path, atKey }: Leaf): BadPlace {
    const { present, value } = this.value(path);
    const key = path.at(-1);
    if (!present && typeof key === 'string') {
      return { path, problem: this.problem(path.slice(0, -1), missingKey(key), true) };
    }
    const finding: Finding = atKey
      ? { value: key, schemas: keySchemas(schemasAt(this.schema, this.source.value, path.slice(0, -1))) }
      : { value, schemas: schemasAt(this.schema, this.source.value, path), text: this.source.textAt(path) };
    const message =
      issue.code === 'invalid_union' && issue.errors.length > 0
        ? noOption(issue.errors.flat(), finding)
        : issueMessage(issue, finding, path.length === 1 && key === 'version');
    return { path, problem: this.problem(path, message, atKey) };
  }

  private value(path: ConfigPath) {
    return valueAt(this.source.value, path);
  }

  private problem(path: ConfigPath, message: Problem['message'], atKey: boolean): Problem {
    return { severity: 'error', file: this.file, path, message, atKey, ...this.source.locate(path, atKey) };
  }
}
