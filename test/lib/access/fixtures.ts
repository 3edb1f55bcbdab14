import type { PolicyDocument, PolicyStatement } from '../../../constructs';
import type { AccessSource } from '../../../lib/access/access-matrix';
import type {
  AssignmentRow,
  GroupRow,
  IdentityCenterModel,
  PermissionSetRow,
} from '../../../lib/model/identity-center-model';

const source = { file: 'identity-center.yaml', path: ['grants', 0] };

export const document = (...statements: PolicyStatement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

export const allow = (action: string, more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action: action,
  Resource: '*',
  ...more,
});

export const deny = (action: string, more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  ...allow(action, more),
  Effect: 'Deny',
});

export const group = (name: string, more: Partial<GroupRow> = {}): GroupRow => ({
  name,
  description: `${name} people`,
  members: [],
  breakGlass: false,
  source,
  ...more,
});

export const permissionSet = (name: string, more: Partial<PermissionSetRow> = {}): PermissionSetRow => ({
  name,
  description: `${name} job`,
  managedPolicies: [],
  customerManagedPolicies: [],
  sessionDuration: 'PT4H',
  tags: {},
  privilege: 'read',
  criteria: [],
  breakGlass: false,
  source,
  ...more,
});

/** `group set account`, with the line of the grant at the end when it matters. */
export function assignment(text: string, line = 0): AssignmentRow {
  const [holder = '', set = '', account = ''] = text.split(' ');
  return { group: holder, permissionSet: set, account, source: { ...source, path: ['grants', line] } };
}

export function identityCenter(more: Partial<IdentityCenterModel> = {}): IdentityCenterModel {
  return {
    instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    identityStoreId: 'd-1234567890',
    region: 'ap-northeast-2',
    administrator: 'identity',
    groups: [group('dev'), group('ops')],
    permissionSets: [permissionSet('Reader'), permissionSet('Writer', { privilege: 'write' })],
    customerManagedPolicies: [],
    exceptions: [],
    assignments: [],
    waiting: [],
    accessControlAttributes: [],
    reviewDate: '2026-07-01',
    ...more,
  };
}

/** Three accounts, of which the last is still to be vended. */
export const ACCOUNTS: AccessSource['accounts'] = [
  { name: 'prod', id: '111122223333', environment: 'prod' },
  { name: 'dev', id: '444455556666', environment: 'dev' },
  { name: 'new', environment: 'stage' },
];

/** File and first index of a row's path. */
export const placeOf = ({ file, path }: AssignmentRow['source']): string => `${file}:${path[1]}`;
