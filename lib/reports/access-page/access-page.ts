import type { AccessMatrix } from '../access-matrix';
import { splitBreakGlass } from '../access-matrix';
import { type PageSection, pageDocument } from '../page/document';
import { type Figure, header } from '../page/header';
import { html, name, say } from '../page/html';
import { assignmentsSection } from './assignments';
import { exceptionsSection, groupsSection, setsSection } from './definitions';
import { ACCESS_STYLE } from './style';

const SECTIONS: readonly PageSection[] = [
  { id: 'access', ko: '접근 권한', en: 'Access' },
  { id: 'break-glass', ko: '비상 접근', en: 'Break-glass' },
  { id: 'sets', ko: '권한 세트', en: 'Permission sets' },
  { id: 'groups', ko: '그룹', en: 'Groups' },
  { id: 'exceptions', ko: '예외', en: 'Exceptions' },
];

/** The access matrix on one page, in Korean and English, for the people who review access: which group may do what where. */
export function accessPage(organizationId: string, matrix: AccessMatrix): string {
  const { daily, emergency } = splitBreakGlass(matrix.assignments);
  return pageDocument({
    title: { ko: `${organizationId} 접근 권한표`, en: `${organizationId} access matrix` },
    header: header(
      { ko: '접근 권한표', en: 'Access matrix' },
      html`<code>${organizationId}</code> · IAM Identity Center <code>${matrix.instanceArn}</code> · ${say({ ko: '관리 주체', en: 'administered by' })} ${name(matrix.administrator)} · ${say({ ko: '검토 기준일', en: 'review date' })} <code>${matrix.reviewDate}</code>`,
      figures(matrix),
    ),
    sections: SECTIONS,
    main: html`${assignmentsSection(
      'access',
      {
        title: { ko: '접근 권한', en: 'Access' },
        lead: {
          ko: '어떤 그룹이 어느 계정에서 어떤 권한 세트를 쓸 수 있는지, 그 근거가 설정의 몇 번째 줄인지 보여 줍니다.',
          en: 'Which group may use which permission set in which account, and the line of the configuration that says so.',
        },
        none: { ko: '부여된 권한이 없습니다.', en: 'No access is granted.' },
      },
      daily,
    )}
    ${assignmentsSection(
      'break-glass',
      {
        title: { ko: '비상 접근', en: 'Break-glass access' },
        lead: {
          ko: '평소에는 쓰지 않으며, 쓰면 경보가 울립니다.',
          en: 'Not for every day: its use raises an alarm.',
        },
        none: { ko: '비상 접근 권한이 없습니다.', en: 'There is no break-glass access.' },
      },
      emergency,
    )}
    ${setsSection(matrix.permissionSets)}
    ${groupsSection(matrix)}
    ${exceptionsSection(matrix.exceptions)}`,
    style: ACCESS_STYLE,
  });
}

function figures({ assignments, groups, permissionSets, exceptions }: AccessMatrix): Figure[] {
  const admins = assignments.filter(({ privilege }) => privilege === 'admin').length;
  const { emergency } = splitBreakGlass(assignments);
  return [
    {
      label: { ko: '권한 부여', en: 'Assignments' },
      value: assignments.length,
      detail: { ko: `비상 접근 ${emergency.length}`, en: `${emergency.length} for break-glass` },
    },
    { label: { ko: '관리자 권한 부여', en: 'Admin assignments' }, value: admins },
    {
      label: { ko: '접근 대상 계정', en: 'Accounts with access' },
      value: new Set(assignments.map(({ account }) => account)).size,
    },
    { label: { ko: '그룹', en: 'Groups' }, value: groups.length },
    { label: { ko: '권한 세트', en: 'Permission sets' }, value: permissionSets.length },
    { label: { ko: '예외', en: 'Exceptions' }, value: exceptions.length },
  ];
}
