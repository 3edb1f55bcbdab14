import type { IdentityCenterConfig } from '../config/schema/identity-center';
import { checkAdministrator } from './check-administrator';
import { checkTwice } from './grant-rows';
import type { IdentityCenterContext } from './identity-center-context';
import { type ProblemList, quote } from './model-problem';

/**
 * Groups and permission sets that AWS Control Tower makes and keeps, in lower case.
 *
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/sso-groups.html
 */
const CONTROL_TOWER_GROUPS: ReadonlySet<string> = new Set([
  'awsaccountfactory',
  'awsservicecatalogadmins',
  'awscontroltoweradmins',
  'awssecurityauditpowerusers',
  'awssecurityauditors',
  'awslogarchiveadmins',
  'awslogarchiveviewers',
  'awsauditaccountadmins',
]);
const CONTROL_TOWER_SETS: ReadonlySet<string> = new Set([
  'awsservicecatalogenduseraccess',
  'awsservicecatalogadminfullaccess',
  'awsadministratoraccess',
  'awsorganizationsfullaccess',
  'awspoweruseraccess',
  'awsreadonlyaccess',
]);

/** Reports what is wrong with the instance, its administrator, and the names of groups, permission sets and policies. */
export function checkIdentityCenter(config: IdentityCenterConfig, context: IdentityCenterContext): void {
  checkInstance(config, context);
  if (config.delegatedAdministrator !== undefined) {
    checkAdministrator(config.delegatedAdministrator, ['delegatedAdministrator'], context, {
      en: 'which administers the instance anyway; remove the key, or name a member account',
      ko: '으로, 원래 인스턴스를 관리합니다: 키를 지우거나 멤버 계정을 적으세요',
    });
  }
  checkGroups(config, context.list);
  checkNames(config, context);
}

function checkInstance(
  { instanceArn, region }: IdentityCenterConfig,
  { organization, list }: IdentityCenterContext,
): void {
  const { partition, governedRegions } = organization;
  const found = instanceArn.split(':')[1] as string;
  if (found !== partition) {
    list.error(['instanceArn'], {
      en: `is in the partition ${quote(found)} and the organization in ${quote(partition)}; write the instance of this organization`,
      ko: `${quote(found)} 파티션의 인스턴스이지만 조직은 ${quote(partition)} 파티션입니다: 이 조직의 인스턴스를 적으세요`,
    });
  }
  if (region === undefined || governedRegions.includes(region)) return;
  list.error(
    ['region'],
    {
      en: `${quote(region)} is not among governedRegions of organization.yaml`,
      ko: `${quote(region)}은(는) organization.yaml의 governedRegions에 없습니다`,
    },
    { word: region, candidates: governedRegions },
  );
}

function checkGroups({ groups }: IdentityCenterConfig, list: ProblemList): void {
  const at = (key: string) => (index: number) => ['groups', index, key];
  list.checkUnique(groups, (group) => group.name.toLowerCase(), at('name'), { en: 'group', ko: '그룹' });
  list.checkUnique(groups, (group) => group.id?.toLowerCase(), at('id'), { en: 'group id', ko: '그룹 ID' });
  for (const [index, { name, id, members }] of groups.entries()) {
    if (CONTROL_TOWER_GROUPS.has(name.toLowerCase())) {
      list.error(at('name')(index), {
        en: `${quote(name)} is a group of AWS Control Tower, which changes it itself; leave it alone and make a group of another name`,
        ko: `${quote(name)}은(는) AWS Control Tower가 직접 관리하는 그룹입니다: 그대로 두고 다른 이름의 그룹을 쓰세요`,
      });
    }
    if (members === undefined) continue;
    checkTwice(members, at('members')(index), list);
    if (id === undefined) continue;
    list.error(at('members')(index), {
      en: `the identity provider says who is in ${quote(name)}, which has an id; remove members, or remove id`,
      ko: `id가 있는 ${quote(name)}의 구성원은 ID 공급자가 정합니다: members를 지우거나 id를 지우세요`,
    });
  }
}

function checkNames(config: IdentityCenterConfig, { list, alsoKnown }: IdentityCenterContext): void {
  const { permissionSets, exceptions = [], conflicts = [], customerManagedPolicies = [] } = config;
  const at = (key: string) => (index: number) => [key, index, 'name'];
  const lower = ({ name }: { readonly name: string }) => name.toLowerCase();
  list.checkUnique(permissionSets, lower, at('permissionSets'), { en: 'permission set', ko: '권한 세트' });
  list.checkUnique(customerManagedPolicies, lower, at('customerManagedPolicies'), {
    en: 'customer managed policy',
    ko: '고객 관리형 정책',
  });
  list.checkUnique(exceptions, lower, at('exceptions'), { en: 'exception', ko: '예외' });
  list.checkUnique(conflicts, lower, at('conflicts'), { en: 'conflict', ko: '충돌 규칙' });
  list.checkUnique(
    config.accessControlAttributes ?? [],
    ({ key }) => key,
    (index) => ['accessControlAttributes', index, 'key'],
    { en: 'attribute', ko: '속성' },
  );
  for (const [index, { name }] of permissionSets.entries()) {
    if (!CONTROL_TOWER_SETS.has(name.toLowerCase())) continue;
    list.error(at('permissionSets')(index), {
      en: `${quote(name)} is a permission set of AWS Control Tower, which changes it itself; choose another name`,
      ko: `${quote(name)}은(는) AWS Control Tower가 직접 관리하는 권한 세트입니다: 다른 이름을 쓰세요`,
    });
  }
  const groups = [...config.groups.map(({ name }) => name), ...alsoKnown.groups];
  const sets = [...permissionSets.map(({ name }) => name), ...alsoKnown.permissionSets];
  for (const [index, { permissionSet }] of exceptions.entries())
    list.checkName(['exceptions', index, 'permissionSet'], 'permission set', permissionSet, sets);
  for (const [index, { permissionSets: names }] of conflicts.entries()) {
    for (const [nth, name] of names.entries())
      list.checkName(['conflicts', index, 'permissionSets', nth], 'permission set', name, sets);
    checkTwice(names, ['conflicts', index, 'permissionSets'], list);
  }
  for (const [index, name] of (config.breakGlass?.groups ?? []).entries())
    list.checkName(['breakGlass', 'groups', index], 'group', name, groups);
  for (const [index, name] of (config.breakGlass?.permissionSets ?? []).entries())
    list.checkName(['breakGlass', 'permissionSets', index], 'permission set', name, sets);
}
