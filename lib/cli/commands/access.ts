import { type AccessVersion, accessDiff, isSameAccess } from '../../access/access-diff';
import { type AccessFilter, type AccessRow, accessMatrix } from '../../access/access-matrix';
import { PRIVILEGES } from '../../access/privileges';
import { sourcePlaces } from '../../access/source-places';
import { type LoadedOrganization, loadConfig } from '../../load-config';
import { accessDiffMarkdown } from '../../reports/access-diff';
import { accessCsv, accessMarkdown, splitBreakGlass } from '../../reports/access-matrix';
import { renderTable } from '../../reports/table';
import { UserError } from '../../user-error';
import { type Command, type CommandCall, EXIT, type Language, printJson } from '../command';
import { checkOptionName, loadIdentityCenter } from './identity-center';

/** `org-governance access` */
export const access: Command = {
  name: 'access',
  summary: {
    en: 'print the access matrix: which group may use which permission set in which account; or how it differs',
    ko: '접근 권한표를 보여 줍니다. 어떤 그룹이 어느 계정에서 어떤 권한 세트를 쓰는지, 또는 무엇이 달라졌는지',
  },
  options: {
    group: { type: 'string', value: 'NAME', help: { en: 'only this group', ko: '이 그룹만' } },
    account: { type: 'string', value: 'NAME', help: { en: 'only this account', ko: '이 계정만' } },
    set: { type: 'string', value: 'NAME', help: { en: 'only this permission set', ko: '이 권한 세트만' } },
    format: {
      type: 'string',
      value: 'csv|md',
      help: { en: 'CSV or Markdown instead of a table', ko: '표 대신 CSV나 Markdown으로 출력' },
    },
    diff: {
      type: 'string',
      value: 'DIR',
      help: {
        en: 'access gained and lost since this other config folder, as Markdown; exit code 2 when it differs',
        ko: '다른 설정 폴더와 비교해 추가되고 회수된 권한을 Markdown으로 출력. 다르면 종료 코드 2',
      },
    },
  },
  run(call) {
    const { io, config, json, language, options } = call;
    const format = formatOf(call);
    if (typeof options.diff === 'string') return printDiff(call, options.diff);
    const { organization, identityCenter } = loadIdentityCenter(config);
    const filter = filterOf(call, [organization]);
    const rows = accessMatrix({ accounts: organization.model.accounts, identityCenter }, sourcePlaces(config), filter);
    if (json) printJson(io, { ok: true, assignments: rows });
    else io.out({ csv: accessCsv, md: accessMarkdown, table: tables }[format](rows, language));
    return EXIT.ok;
  },
};

function printDiff(call: CommandCall, base: string): number {
  const [before, after] = [loadConfig(base), loadConfig(call.config)];
  const filter = filterOf(call, [before, after]);
  const diff = accessDiff(versionOf(before), versionOf(after), filter);
  if (call.json) printJson(call.io, { ok: true, ...diff });
  else call.io.out(accessDiffMarkdown(diff, call.language));
  return isSameAccess(diff) ? EXIT.ok : EXIT.differences;
}

/** A version without Identity Center gives nobody access. */
function versionOf({ directory, model }: LoadedOrganization): AccessVersion {
  const source = { accounts: model.accounts, identityCenter: model.identityCenter ?? NOTHING };
  return { ...source, rows: accessMatrix(source, sourcePlaces(directory)) };
}

const NOTHING: AccessVersion['identityCenter'] = {
  groups: [],
  permissionSets: [],
  customerManagedPolicies: [],
  exceptions: [],
  assignments: [],
  waiting: [],
  accessControlAttributes: [],
};

/** The lines that are asked for; a name must be known to one of the versions. */
function filterOf({ options }: CommandCall, versions: readonly LoadedOrganization[]): AccessFilter {
  const known = {
    group: versions.flatMap(({ model }) => model.identityCenter?.groups ?? []),
    account: versions.flatMap(({ model }) => model.accounts),
    set: versions.flatMap(({ model }) => model.identityCenter?.permissionSets ?? []),
  };
  for (const [option, rows] of Object.entries(known)) {
    const word = options[option];
    if (typeof word === 'string') checkOptionName(option, word, rows);
  }
  const { group, account, set } = options;
  return {
    ...(typeof group === 'string' && { group }),
    ...(typeof account === 'string' && { account }),
    ...(typeof set === 'string' && { permissionSet: set }),
  };
}

function formatOf({ options: { format, diff }, json }: CommandCall): 'csv' | 'md' | 'table' {
  if (format === undefined) return 'table';
  if (json || diff !== undefined) {
    throw new UserError({
      en: '--format cannot be combined with --json or --diff, which is Markdown',
      ko: '--format은 --json이나 --diff(Markdown으로 출력)와 함께 쓸 수 없습니다',
    });
  }
  if (format === 'csv' || format === 'md') return format;
  throw new UserError({
    en: `--format must be csv or md, got ${JSON.stringify(format)}`,
    ko: `--format은 csv나 md여야 합니다: ${JSON.stringify(format)}`,
  });
}

function tables(rows: readonly AccessRow[], language: Language): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const headings = [
    text('account', '계정'),
    text('group', '그룹'),
    text('permission set', '권한 세트'),
    text('privilege', '권한 수준'),
    text('session', '세션'),
    text('source', '근거'),
  ];
  const { daily, emergency } = splitBreakGlass(rows);
  const table = (some: readonly AccessRow[]): string =>
    renderTable(
      headings,
      some.map((row) => [
        row.account,
        row.group,
        row.permissionSet,
        PRIVILEGES[row.privilege][language],
        row.sessionDuration,
        row.source,
      ]),
    );
  return [
    table(daily),
    ...(emergency.length > 0 ? [`\n${text('Break-glass', '비상 접근')}\n`, table(emergency)] : []),
    text(
      `${daily.length} assignments, and ${emergency.length} for break-glass\n`,
      `권한 부여 ${daily.length}건, 비상 접근 ${emergency.length}건\n`,
    ),
  ].join('');
}
