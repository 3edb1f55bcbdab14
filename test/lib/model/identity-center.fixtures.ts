import { checkPolicyDocument } from '../../../constructs';
import { renderPath } from '../../../lib/config';
import type { IdentityCenterConfig } from '../../../lib/config/schema/identity-center';
import type { AssignmentRow, IdentityCenterModel } from '../../../lib/model/identity-center-model';
import { identityCenterRows } from '../../../lib/model/identity-center-rows';
import type { ModelProblem } from '../../../lib/model/model-problem';
import type { OrganizationTree } from '../../../lib/model/selector';
import { organizationalUnit } from './organization-tree';

/** A config with nothing but what is given. */
export function identityCenter(config: Partial<IdentityCenterConfig>): IdentityCenterConfig {
  return {
    version: 1,
    instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    identityStoreId: 'd-1234567890',
    reviewDate: '2026-07-01',
    groups: [],
    permissionSets: [],
    grants: [],
    ...config,
  };
}

export const group = (name: string, more: Partial<IdentityCenterConfig['groups'][number]> = {}) => ({
  name,
  description: name,
  ...more,
});

export const set = (name: string, more: Partial<IdentityCenterConfig['permissionSets'][number]> = {}) => ({
  name,
  ...more,
});

/** The rows that the model makes of a config, with presets and privileges that need no AWS knowledge. */
export function rowsOf(
  config: IdentityCenterConfig,
  tree: OrganizationTree = { accounts: [], organizationalUnits: [organizationalUnit('Workloads')] },
  today?: string,
): { model: IdentityCenterModel; problems: readonly ModelProblem[] } {
  const { rows, problems } = identityCenterRows(config, {
    tree,
    organization: {
      homeRegion: 'ap-northeast-2',
      governedRegions: ['ap-northeast-2', 'us-east-1'],
      managementAccount: 'management',
      partition: 'aws',
    },
    alsoKnown: { accounts: [], ous: [], groups: [], permissionSets: [], customerManagedPolicies: [] },
    placeOf: (_, path) => renderPath(path),
    readPolicyFile: () => ({ problem: { en: 'no files here', ko: '파일이 없습니다' } }),
    permissionSets: {
      presets: [],
      privilegedSessionHours: 4,
      privilegeOf: ({ managedPolicies = [] }) =>
        managedPolicies.some((policy) => policy.endsWith('/AdministratorAccess')) ? 'admin' : 'read',
      managedPolicyArn: (name, partition) =>
        name.startsWith('arn:') ? name : `arn:${partition}:iam::aws:policy/${name}`,
      checkDocument: (document) => checkPolicyDocument(document, 'IDENTITY_POLICY'),
    },
    today,
  });
  if (!rows.identityCenter) throw new Error('there is a config, so there are rows');
  return { model: rows.identityCenter, problems };
}

/** `path: message` of each problem, in English. */
export function messages(problems: readonly ModelProblem[]): string[] {
  return problems.map(({ severity, path, message }) => `${severity} ${path.join('.')}: ${message.en}`);
}

/** `group permission-set account`. */
export const tripleOf = ({ group, permissionSet, account }: AssignmentRow): string =>
  `${group} ${permissionSet} ${account}`;
