import type { LocalizedText } from '../../constructs';
import { policiesNamedBy } from '../model/identity-center-rows';
import type { ModelProblem } from '../model/model-problem';
import type { OrganizationModel, RowSource } from '../model/organization-model';

/**
 * Warns of groups and permission sets that no grant uses, and of policies that no permission set names. Only for a config
 * without errors: what is left out because of one seems to be unused as well.
 */
export function checkUnusedAccess({ identityCenter }: OrganizationModel): ModelProblem[] {
  if (!identityCenter) return [];
  const { groups, permissionSets, customerManagedPolicies, assignments, waiting } = identityCenter;
  const granted = [...assignments, ...waiting];
  const named = new Set(permissionSets.flatMap(policiesNamedBy));
  return [
    ...unused(groups, new Set(granted.map(({ group }) => group)), {
      en: 'no grant uses this group; grant it something, or remove it',
      ko: '이 그룹을 쓰는 grants가 없습니다: 권한을 주거나 지우세요',
    }),
    ...unused(permissionSets, new Set(granted.map(({ permissionSet }) => permissionSet)), {
      en: 'no grant uses this permission set; grant it to somebody, or remove it',
      ko: '이 권한 세트를 쓰는 grants가 없습니다: 누군가에게 주거나 지우세요',
    }),
    ...unused(customerManagedPolicies, named, {
      en: 'no permission set names this policy, so it is deployed nowhere; name it, or remove it',
      ko: '이 정책을 쓰는 권한 세트가 없어 어디에도 배포되지 않습니다: 권한 세트에 적거나 지우세요',
    }),
  ];
}

function unused(
  rows: readonly { readonly name: string; readonly source: RowSource }[],
  used: ReadonlySet<string>,
  message: LocalizedText,
): ModelProblem[] {
  return rows
    .filter(({ name }) => !used.has(name))
    .map(({ source }) => ({ severity: 'warning', file: source.file, path: [...source.path, 'name'], message }));
}
