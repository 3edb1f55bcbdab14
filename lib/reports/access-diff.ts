import type { AccessDiff, ChangedGroup, ChangedSet } from '../access/access-diff';
import type { AccessRow } from '../access/access-matrix';
import { groupBy } from '../group-by';
import { markdownTable } from './markdown';

/** Names that a cell lists at most, so that the comment of a pull request stays short. */
const MOST_NAMES = 20;

/** How access differs, as the comment of a pull request; lines that differ only by account are told once. */
export function accessDiffMarkdown(diff: AccessDiff, language: 'en' | 'ko'): string {
  const text = (en: string, ko: string): string => (language === 'ko' ? ko : en);
  const { gained, lost, changedSets, changedGroups, changedAttributes } = diff;
  const section = (title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string[] =>
    rows.length === 0 ? [] : [`### ${title}\n`, markdownTable(headings, rows)];
  const assignments = [
    text('Group', '그룹'),
    text('Permission set', '권한 세트'),
    text('Privilege', '권한 수준'),
    text('Accounts', '계정'),
  ];
  const lines = [
    `## ${text('Access', '접근 권한')}\n`,
    `${text(
      `Gained: ${gained.length}. Lost: ${lost.length}. Changed permission sets: ${changedSets.length}. Changed groups: ${changedGroups.length}.`,
      `추가 ${gained.length}건, 회수 ${lost.length}건, 변경된 권한 세트 ${changedSets.length}개, 변경된 그룹 ${changedGroups.length}개.`,
    )}\n`,
    ...section(text('Gained', '추가'), assignments, byAccounts(gained, language)),
    ...section(text('Lost', '회수'), assignments, byAccounts(lost, language)),
    ...section(
      text('Changed permission sets', '변경된 권한 세트'),
      [
        text('Permission set', '권한 세트'),
        text('Changed', '바뀐 내용'),
        text('Privilege', '권한 수준'),
        text('Groups', '그룹'),
        text('Accounts', '계정'),
      ],
      changedSets.map((set) => changedSetCells(set, language)),
    ),
    ...section(
      text('Changed groups', '변경된 그룹'),
      [text('Group', '그룹'), text('Changed', '바뀐 내용'), text('Accounts', '계정')],
      changedGroups.map((group) => changedGroupCells(group, language)),
    ),
    ...(changedAttributes.length === 0
      ? []
      : [
          `${text('Changed attributes for access control', '변경된 접근 제어 속성')}: ${changedAttributes.join(', ')}\n`,
        ]),
  ];
  return lines.join('\n');
}

function byAccounts(rows: readonly AccessRow[], language: 'en' | 'ko'): string[][] {
  const groups = groupBy(rows, ({ group, permissionSet }) => JSON.stringify([group, permissionSet]));
  return [...groups.keys()].sort().map((key) => {
    const same = groups.get(key) as AccessRow[];
    const { group, permissionSet, privilege, breakGlass } = same[0] as AccessRow;
    const mark = breakGlass ? ' (break-glass)' : '';
    return [
      group,
      `${permissionSet}${mark}`,
      privilege,
      names(
        same.map(({ account }) => account),
        language,
      ),
    ];
  });
}

function changedSetCells({ permissionSet, changed, privilege, groups, accounts }: ChangedSet, language: 'en' | 'ko') {
  const classes = privilege.before === privilege.after ? privilege.after : `${privilege.before} → ${privilege.after}`;
  return [permissionSet, changed.join(', '), classes, names(groups, language), names(accounts, language)];
}

function changedGroupCells({ group, id, membersAdded, membersRemoved, accounts }: ChangedGroup, language: 'en' | 'ko') {
  const changes = [
    ...(id ? [`id ${id.before ?? '-'} → ${id.after ?? '-'}`] : []),
    ...membersAdded.map((member) => `+${member}`),
    ...membersRemoved.map((member) => `-${member}`),
  ];
  return [group, names(changes, language), names(accounts, language)];
}

function names(all: readonly string[], language: 'en' | 'ko'): string {
  const rest = all.length - MOST_NAMES;
  const shown = all.slice(0, MOST_NAMES).join(', ');
  return rest <= 0 ? shown : `${shown} ${{ en: `and ${rest} more`, ko: `외 ${rest}개` }[language]}`;
}
