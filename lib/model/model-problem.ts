import type { LocalizedText } from '../../constructs';
import type { ConfigPath, Problem } from '../config/problem';

/** A name that the config does not define, with what helps the reader to find the right one. */
export interface UnknownName {
  readonly word: string;
  /** Names that could have been meant. */
  readonly candidates: readonly string[];
  /** What to do when no candidate is near. @default - the message says enough */
  readonly otherwise?: LocalizedText;
}

/** A problem found by the model; the caller turns an unknown name into a "did you mean". */
export interface ModelProblem extends Problem {
  /** @default - no name is unknown */
  readonly unknown?: UnknownName;
}

/** What the names of the config name. */
export type NameKind =
  | 'account'
  | 'OU'
  | 'OU or account'
  | 'Region'
  | 'group'
  | 'permission set'
  | 'customer managed policy';

const KINDS_KO: Record<NameKind, string> = {
  account: '계정',
  OU: 'OU',
  'OU or account': 'OU나 계정',
  Region: '리전',
  group: '그룹',
  'permission set': '권한 세트',
  'customer managed policy': '고객 관리형 정책',
};

/** A value from the config inside a message. */
export const quote = (value: string): string => JSON.stringify(value);

/** What the user calls a place in a config file, for example `accounts[3]`. */
export type PlaceOf = (file: string, path: ConfigPath) => string;

/** Collects the problems of one config file. */
export class ProblemList {
  readonly problems: ModelProblem[] = [];

  /**
   * @param file - config file that the problems are in
   * @param placeOf - how a message calls another place of the config
   */
  constructor(
    private readonly file: string,
    private readonly placeOf: PlaceOf,
  ) {}

  error(path: ConfigPath, message: LocalizedText, unknown?: UnknownName): void {
    this.problems.push({ severity: 'error', file: this.file, path, message, ...(unknown && { unknown }) });
  }

  warning(path: ConfigPath, message: LocalizedText): void {
    this.problems.push({ severity: 'warning', file: this.file, path, message });
  }

  /** What the user calls another place of the file. */
  place(path: ConfigPath): string {
    return this.placeOf(this.file, path);
  }

  /** Reports a name that is not among the known ones. */
  checkName(
    path: ConfigPath,
    kind: NameKind,
    word: string,
    candidates: readonly string[],
    otherwise?: LocalizedText,
  ): void {
    if (candidates.includes(word)) return;
    this.error(
      path,
      { en: `no ${kind} ${quote(word)}`, ko: `${KINDS_KO[kind]} ${quote(word)}이(가) 없습니다` },
      { word, candidates, ...(otherwise && { otherwise }) },
    );
  }

  /** Reports every value that appears twice where it must be unique. */
  checkUnique<Row>(
    rows: readonly Row[],
    value: (row: Row) => string | undefined,
    at: (index: number) => (string | number)[],
    what: LocalizedText,
  ): void {
    const first = new Map<string, number>();
    for (const [index, row] of rows.entries()) {
      const key = value(row);
      if (key === undefined) continue;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, index);
        continue;
      }
      const place = this.place(at(before).slice(0, 2));
      this.error(at(index), {
        en: `${what.en} ${quote(key)} is already used at ${place}`,
        ko: `${what.ko} ${quote(key)}은(는) ${place}에서 이미 쓰였습니다`,
      });
    }
  }
}
