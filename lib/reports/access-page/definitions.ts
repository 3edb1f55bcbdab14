import type { LocalizedText } from '../../../constructs';
import { PRIVILEGES } from '../../access/privileges';
import type { AccessMatrix } from '../access-matrix';
import { type Html, html, name, say, shortList, table } from '../page/html';

/** What every permission set is made of. */
export function setsSection(sets: AccessMatrix['permissionSets']): Html {
  const rows = sets.map(
    (set) => html`<tr><th scope="row">${name(set.name)}<br><small>${name(set.description)}</small></th>
    <td class="privilege ${set.privilege}">${say(PRIVILEGES[set.privilege])}</td><td class="session">${say(sessionWords(set.sessionDuration))}</td>
    <td>${policies(set)}</td><td>${set.criteria.join(', ') || '–'}</td></tr>`,
  );
  return html`<section id="sets" aria-labelledby="sets-title">
    <h2 id="sets-title">${say({ ko: '권한 세트', en: 'Permission sets' })}</h2>
    <p class="note">${say({
      ko: '권한 수준은 정책에서 계산한 값이고, ISMS-P 연결은 심사 준비를 돕기 위한 이 제품의 판단이며 법률 자문이 아닙니다.',
      en: 'The privilege is derived from the policies. The link to ISMS-P criteria is our own judgement, an aid for preparing the audit and not legal advice.',
    })}</p>
    ${table(
      'sets-table',
      say({ ko: '권한 세트와 정책', en: 'Permission sets and their policies' }),
      [
        { ko: '권한 세트', en: 'Permission set' },
        { ko: '권한 수준', en: 'Privilege' },
        { ko: '세션', en: 'Session' },
        { ko: '정책', en: 'Policies' },
        { ko: 'ISMS-P 기준', en: 'ISMS-P criteria' },
      ],
      [html`<tbody>${rows}</tbody>`],
    )}</section>`;
}

/** `PT1H30M` as people say it. */
function sessionWords(duration: string): LocalizedText {
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  const parts = [hours && [`${hours}시간`, `${hours} h`], minutes && [`${minutes}분`, `${minutes} min`]].filter(
    Array.isArray,
  );
  if (parts.length === 0) return { ko: duration, en: duration };
  return { ko: parts.map(([ko]) => ko).join(' '), en: parts.map(([, en]) => en).join(' ') };
}

function policies(set: AccessMatrix['permissionSets'][number]): Html {
  const names = [...set.managedPolicies, ...set.customerManagedPolicies];
  const items = [
    ...names.map((policy) => html`<li><code>${policy}</code></li>`),
    ...(set.statements === 0
      ? []
      : [
          html`<li>${say({ ko: `인라인 문장 ${set.statements}개`, en: `${set.statements} inline statement${set.statements === 1 ? '' : 's'}` })}</li>`,
        ]),
    ...(set.permissionsBoundary === undefined
      ? []
      : [
          html`<li>${say({ ko: '권한 경계', en: 'Permissions boundary' })} <code>${set.permissionsBoundary}</code></li>`,
        ]),
  ];
  return items.length === 0 ? html`–` : html`<ul class="plain">${items}</ul>`;
}

/** Every group, where its members are managed, and in how many accounts it has access. */
export function groupsSection({ groups, assignments }: AccessMatrix): Html {
  const accounts = new Map<string, Set<string>>();
  for (const { group, account } of assignments) {
    const known = accounts.get(group) ?? new Set();
    accounts.set(group, known.add(account));
  }
  const rows = groups.map(
    (group) => html`<tr><th scope="row">${name(group.name)}<br><small>${name(group.description)}</small></th>
    <td>${
      group.id === undefined
        ? html`${say({ ko: '이 저장소', en: 'This repository' })}${group.members.length === 0 ? undefined : shortList(group.members.map((member) => html`<code>${member}</code>`))}`
        : html`${say({ ko: 'ID 공급자', en: 'Identity provider' })} <code>${group.id}</code>`
    }</td><td class="figure">${accounts.get(group.name)?.size ?? 0}</td></tr>`,
  );
  return html`<section id="groups" aria-labelledby="groups-title">
    <h2 id="groups-title">${say({ ko: '그룹', en: 'Groups' })}</h2>
    <p class="lead">${say({
      ko: 'ID 공급자가 만든 그룹의 구성원은 ID 공급자에서 함께 검토하세요.',
      en: 'Review the members of a group of the identity provider there as well.',
    })}</p>
    ${table(
      'groups-table',
      say({ ko: '그룹과 구성원을 관리하는 곳', en: 'Groups and where their members are managed' }),
      [
        { ko: '그룹', en: 'Group' },
        { ko: '구성원 관리', en: 'Members managed in' },
        { ko: '계정 수', en: 'Accounts', figures: true },
      ],
      [html`<tbody>${rows}</tbody>`],
    )}</section>`;
}

/** Statements that a set carries for a named reason until a day. */
export function exceptionsSection(exceptions: AccessMatrix['exceptions']): Html {
  const rows = exceptions.map(
    (exception) => html`<tr><th scope="row">${name(exception.name)}</th><td>${name(exception.permissionSet)}</td>
    <td>${name(exception.reason)}</td><td>${name(exception.owner)}</td><td>${exception.expires}</td></tr>`,
  );
  return html`<section id="exceptions" aria-labelledby="exceptions-title">
    <h2 id="exceptions-title">${say({ ko: '예외', en: 'Exceptions' })}</h2>
    ${
      exceptions.length === 0
        ? html`<p class="good"><span aria-hidden="true">✓</span> ${say({ ko: '예외가 없습니다.', en: 'There is no exception.' })}</p>`
        : table(
            'exceptions-table',
            say({ ko: '기한이 있는 예외', en: 'Exceptions and their last day' }),
            [
              { ko: '예외', en: 'Exception' },
              { ko: '권한 세트', en: 'Permission set' },
              { ko: '사유', en: 'Reason' },
              { ko: '담당', en: 'Owner' },
              { ko: '만료일', en: 'Expires' },
            ],
            [html`<tbody>${rows}</tbody>`],
          )
    }</section>`;
}
