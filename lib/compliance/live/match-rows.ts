import type { LocalizedText } from '../../../constructs';
import { CONFIG_RULES } from '../../../constructs/kisms';
import { groupBy } from '../../group-by';
import type { DeployedRule } from '../sources';
import type { ExportedFile, ExportedRow } from './export-rows';
import type { LiveVerdict } from './live-results';

/** Something in an export that does not fit. */
export interface ExportProblem {
  /** Path in the folder of exports. */
  readonly file: string;
  /** Path in the file. */
  readonly place: string;
  readonly message: LocalizedText;
}

/** What exports are matched with. */
export interface LiveOrganization {
  /** Names of the accounts by id. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly rules: readonly DeployedRule[];
}

interface Matched {
  readonly verdicts: readonly LiveVerdict[];
  readonly otherRules: readonly string[];
  readonly problems: readonly ExportProblem[];
}

/** What AWS Config adds to the name of a rule in a pack. */
const IN_A_PACK = /^(.+)-conformance-pack-[a-z0-9]+$/;

const IDENTIFIERS = new Map(CONFIG_RULES.map(({ name, identifier }) => [name, identifier]));

const VERDICTS = { COMPLIANT: 'compliant', NON_COMPLIANT: 'nonCompliant', INSUFFICIENT_DATA: 'unknown' } as const;

/**
 * Finds the account and the rule of every exported row. An aggregate also holds the rules of AWS Security Hub, of AWS
 * Control Tower and of other packs, which are told apart; what claims to be of our packs must fit.
 */
export function matchRows(files: readonly ExportedFile[], organization: LiveOrganization): Matched {
  const verdicts: LiveVerdict[] = [];
  const otherRules = new Set<string>();
  const problems = unfinished(files);
  const matchRow = rowMatcher(organization);
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : '';
    const fault = packFault(file, folder, organization);
    if (fault) {
      problems.push({ file: file.path, place: 'ConformancePackName', message: fault });
      continue;
    }
    for (const row of file.rows) {
      const match = matchRow(row, row.account ?? folder, file.pack === undefined);
      if ('message' in match) problems.push({ file: file.path, place: row.place, message: match.message });
      else if ('otherRule' in match) otherRules.add(match.otherRule);
      else if (row.compliance !== 'NOT_APPLICABLE') {
        const { resource } = row;
        verdicts.push({ ...match, verdict: VERDICTS[row.compliance], ...(resource !== undefined && { resource }) });
      }
    }
  }
  return { verdicts, otherRules: [...otherRules].sort(), problems };
}

type Match =
  | Pick<LiveVerdict, 'rule' | 'account'>
  | { readonly otherRule: string }
  | { readonly message: LocalizedText };

function rowMatcher({ accounts, rules }: LiveOrganization) {
  const on = new Set(rules.filter(({ packs }) => packs.length > 0).map(({ identifier }) => identifier));
  return ({ ruleName }: ExportedRow, id: string, isAggregate: boolean): Match => {
    const account = accounts.get(id);
    if (account === undefined) {
      return problem(
        `no account of the organization has the id ${JSON.stringify(id)}`,
        `조직에 ID가 ${JSON.stringify(id)}인 계정이 없습니다`,
      );
    }
    const inPack = IN_A_PACK.exec(ruleName)?.[1];
    const name = inPack ?? ruleName;
    const rule = IDENTIFIERS.get(name);
    if (rule !== undefined && on.has(rule) && !(isAggregate && inPack === undefined)) return { rule, account };
    if (isAggregate && (inPack === undefined || rule !== undefined)) return { otherRule: name };
    return rule === undefined
      ? problem(
          `the catalogue has no rule ${JSON.stringify(name)}`,
          `통제 목록에 ${JSON.stringify(name)} 규칙이 없습니다`,
        )
      : problem(
          `the config has the rule ${JSON.stringify(rule)} off: deploy the config, and export again`,
          `설정에서 꺼진 규칙 ${JSON.stringify(rule)}입니다: 설정을 배포한 뒤 다시 내보내세요`,
        );
  };
}

function problem(en: string, ko: string): { readonly message: LocalizedText } {
  return { message: { en, ko } };
}

/** What is wrong with an export of a pack as a whole. */
function packFault(
  { pack }: ExportedFile,
  folder: string,
  { accounts, rules }: LiveOrganization,
): LocalizedText | undefined {
  if (pack === undefined) return undefined;
  if (!accounts.has(folder)) {
    return {
      en: `an export of a pack does not say its account: put it into a folder named by the 12 digits of an account of the organization, not ${JSON.stringify(folder)}`,
      ko: `팩 내보내기에는 계정이 없습니다: 조직 계정의 12자리 ID를 이름으로 하는 폴더에 넣으세요(현재 ${JSON.stringify(folder)})`,
    };
  }
  // In the accounts of an organization AWS Config writes OrgConformsPack-<name>-<id>.
  const name = pack.replace(/^OrgConformsPack-(.+)-[a-z0-9]+$/, '$1');
  const ours = new Set(rules.flatMap((rule) => rule.packs));
  if (ours.has(name)) return undefined;
  const names = [...ours].sort().join(', ');
  return {
    en: `${JSON.stringify(pack)} is no pack of the config, which has ${names}`,
    ko: `${JSON.stringify(pack)}은(는) 설정에 없는 팩입니다. 설정의 팩: ${names}`,
  };
}

/** Pages of one export come in any order, but the last one, which names no other, must be there. */
function unfinished(files: readonly ExportedFile[]): ExportProblem[] {
  const series = groupBy(files, (file) => JSON.stringify([file.path.split('/').slice(0, -1), file.series]));
  return [...series.values()].flatMap((pages) => {
    const last = pages.at(-1) as ExportedFile;
    return pages.some(({ hasNext }) => !hasNext)
      ? []
      : [
          {
            file: last.path,
            place: 'NextToken',
            message: {
              en: 'the export is not complete: save the next page, asked for with --next-token, as a further file',
              ko: '내보내기가 끝나지 않았습니다: --next-token으로 다음 페이지를 받아 다른 파일로 저장하세요',
            },
          },
        ];
  });
}
