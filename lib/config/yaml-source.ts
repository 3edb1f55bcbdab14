import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { LocalizedText } from '../../constructs';
import type { ConfigPath, Problem } from './problem';
import { composeYaml } from './yaml-compose';
import { duplicateKey, EMPTY, inexactNumber, keyNotString, REFUSED, reservedKey } from './yaml-messages';

const RESERVED_KEYS: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);

/** 1-based place in a file. */
export interface Position {
  readonly line: number;
  /** In characters, so that an editor's column agrees. */
  readonly column: number;
}

type MapPair = Pair<ParsedNode, ParsedNode | null>;

/** The content of one config file, which still knows where each value stands. */
export class YamlSource {
  /** Plain data. `undefined` when the text is no YAML. */
  readonly value: unknown;
  /** What is wrong with the text itself. */
  readonly problems: Problem[] = [];
  /** Places whose value is unknown because of a problem; they hold `null`. */
  readonly holes: ConfigPath[] = [];

  /** Characters of two UTF-16 code units, which an editor counts as one column. */
  private readonly hasWideCharacters: boolean;
  private readonly lines = new LineCounter();
  private readonly root?: ParsedNode | null;
  private readonly pairs = new Map<YAMLMap.Parsed<ParsedNode, ParsedNode | null>, ReadonlyMap<unknown, MapPair>>();
  private readonly complained = new Set<string>();
  private readonly path: (string | number)[] = [];

  /**
   * @param file - name for the problems
   * @param text - without byte order mark and control characters
   */
  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {
    this.hasWideCharacters = /[\ud800-\udfff]/.test(text);
    this.lines.addNewLine(0);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lines.addNewLine(at + 1);

    const { document, problems } = composeYaml(text);
    for (const { offset, message } of problems) this.reportLine(offset, message);
    if (!document) return;
    this.root = document.contents;
    if (isScalar(this.root) && this.root.value === null) this.report(this.root.range[0], EMPTY, []);
    else if (this.root) this.value = this.convert(this.root);
    else this.report(0, EMPTY, []);
  }

  /**
   * Place of a value, or of its key; of the nearest thing around it when the value does not exist.
   *
   * @param path - place inside the file
   * @param atKey - the key and not the value
   */
  locate(path: ConfigPath, atKey = false): Position {
    let node = this.root;
    let key: ParsedNode | undefined;
    for (const part of path) {
      const found = this.step(node, part);
      if (!found) return this.positionAt((key ?? node)?.range[0] ?? 0);
      ({ key, node } = found);
    }
    const target = atKey || isEmpty(node) ? (key ?? node) : node;
    return this.positionAt(target?.range[0] ?? 0);
  }

  /**
   * A scalar the way it is written, for example `012345678901`.
   *
   * @param path - place of the scalar
   */
  textAt(path: ConfigPath): string | undefined {
    let node = this.root;
    for (const part of path) node = this.step(node, part)?.node;
    return isScalar(node) ? node.source : undefined;
  }

  private step(node: ParsedNode | null | undefined, part: string | number) {
    if (isSeq<ParsedNode>(node))
      return typeof part === 'number' && node.items[part] ? { node: node.items[part] } : undefined;
    if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
    const pair = this.pairsOf(node).get(part);
    return pair && { key: pair.key, node: pair.value };
  }

  /** The package finds a key by trying one after the other; thousands of problems would take minutes. */
  private pairsOf(map: YAMLMap.Parsed<ParsedNode, ParsedNode | null>): ReadonlyMap<unknown, MapPair> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map<unknown, MapPair>();
    for (const pair of map.items) {
      if (isScalar(pair.key) && !pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
    }
    this.pairs.set(map, pairs);
    return pairs;
  }

  private positionAt(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    if (!this.hasWideCharacters) return { line, column: col };
    const before = this.text.slice(offset - col + 1, offset);
    return { line, column: [...before].length + 1 };
  }

  private report(offset: number, message: LocalizedText, path: ConfigPath = [...this.path], atKey = false): void {
    this.problems.push({ severity: 'error', file: this.file, path, message, atKey, ...this.positionAt(offset) });
  }

  /** One slip makes the parser complain several times about the same line. */
  private reportLine(offset: number, message: LocalizedText): void {
    const key = `${this.positionAt(offset).line} ${message.en}`;
    if (!this.complained.has(key)) this.report(offset, message, []);
    this.complained.add(key);
  }

  private convert(node: ParsedNode | null): unknown {
    if (isAlias(node)) return this.hole();
    if (isSeq<ParsedNode>(node)) return node.items.map((item, index) => this.at(index, () => this.convert(item)));
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.convertMap(node.items);
    return isScalar(node) ? this.convertScalar(node as Scalar.Parsed) : null;
  }

  private convertMap(pairs: readonly MapPair[]): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const firsts = new Map<string, number>();
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? key.value : undefined;
      const offset = key.range[0];
      if (typeof name !== 'string') {
        // An alias is reported as such.
        if (!isAlias(key)) this.report(offset, keyNotString(isScalar(key) ? key.source : undefined), undefined, true);
        continue;
      }
      this.at(name, () => {
        const first = firsts.get(name);
        if (name === '<<') this.reportLine(offset, REFUSED.alias);
        else if (RESERVED_KEYS.has(name)) this.report(offset, reservedKey(name), undefined, true);
        else if (first !== undefined)
          this.report(offset, duplicateKey(name, this.positionAt(first).line), undefined, true);
        else result[name] = this.convert(value);
      });
      if (!firsts.has(name)) firsts.set(name, offset);
    }
    return result;
  }

  private convertScalar({ value, source, range }: Scalar.Parsed): unknown {
    if (typeof value !== 'number') return value;
    const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (exact && !/^[-+]?0\d/.test(source)) return value;
    this.report(range[0], inexactNumber(source));
    return this.hole();
  }

  private hole(): null {
    this.holes.push([...this.path]);
    return null;
  }

  private at<T>(part: string | number, work: () => T): T {
    this.path.push(part);
    const result = work();
    this.path.pop();
    return result;
  }
}

function isEmpty(node: ParsedNode | null | undefined): boolean {
  return !node || (isScalar(node) && node.value === null && node.source === '');
}
