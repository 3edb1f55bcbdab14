import { type LocalizedText, PERMISSION_SET_PRIVILEGES } from '../../../constructs';
import type { AccessRow } from '../../access/access-matrix';
import { PRIVILEGES } from '../../access/privileges';
import { filterBox, filterChoice } from '../page/controls';
import { ENVIRONMENTS } from '../page/environments';
import { type Column, type Html, html, say, table, thousands } from '../page/html';

const COLUMNS: readonly Column[] = [
  { ko: '계정', en: 'Account' },
  { ko: '환경', en: 'Environment' },
  { ko: '그룹', en: 'Group' },
  { ko: '권한 세트', en: 'Permission set' },
  { ko: '권한 수준', en: 'Privilege' },
  { ko: '근거', en: 'Source' },
];

/** Words of one table of assignments. */
export interface AssignmentWords {
  readonly title: LocalizedText;
  readonly lead: LocalizedText;
  readonly none: LocalizedText;
}

/** A table of assignments that can be narrowed by account, group, permission set and privilege. */
export function assignmentsSection(id: string, words: AssignmentWords, rows: readonly AccessRow[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${say(words.title)}</h2>
    <p class="lead">${say(words.lead)}</p>
    ${rows.length === 0 ? html`<p>${say(words.none)}</p>` : assignmentsTable(`${id}-table`, rows)}</section>`;
}

function assignmentsTable(id: string, rows: readonly AccessRow[]): Html {
  const names = (key: 'group' | 'permissionSet'): { value: string; label: LocalizedText }[] =>
    [...new Set(rows.map((row) => row[key]))].sort().map((value) => ({ value, label: { ko: value, en: value } }));
  const classes = PERMISSION_SET_PRIVILEGES.filter((privilege) => rows.some((row) => row.privilege === privilege));
  const filters = [
    filterChoice(id, 2, { ko: '그룹', en: 'Group' }, names('group')),
    filterChoice(id, 3, { ko: '권한 세트', en: 'Permission set' }, names('permissionSet')),
    filterChoice(
      id,
      4,
      { ko: '권한 수준', en: 'Privilege' },
      classes.map((value) => ({ value, label: PRIVILEGES[value] })),
    ),
  ];
  return html`${filterBox(id, { ko: '계정 찾기', en: 'Find accounts' }, filters)}
    <div class="matrix">${table(
      id,
      say({ ko: `권한 부여 ${thousands(rows.length)}건`, en: `${thousands(rows.length)} assignments` }),
      COLUMNS,
      [html`<tbody>${rows.map(assignmentRow)}</tbody>`],
    )}</div>`;
}

/** As little markup as will do: there may be ten thousand of them. */
function assignmentRow(row: AccessRow): Html {
  return html`<tr data-row><th scope="row"><bdi>${row.account}</bdi></th><td>${say(ENVIRONMENTS[row.environment])}</td><td><bdi>${row.group}</bdi></td><td><bdi>${row.permissionSet}</bdi></td><td class="privilege ${row.privilege}" data-value="${row.privilege}">${say(PRIVILEGES[row.privilege])}</td><td>${row.source}</td></tr>`;
}
