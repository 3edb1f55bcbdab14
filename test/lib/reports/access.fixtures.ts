import type { AccessRow } from '../../../lib/access/access-matrix';
import type { AccessMatrix } from '../../../lib/reports/access-matrix';

export const row = (more: Partial<AccessRow> = {}): AccessRow => ({
  account: 'shop-prod',
  accountId: '888899990000',
  environment: 'prod',
  group: 'dev',
  permissionSet: 'Reader',
  privilege: 'read',
  sessionDuration: 'PT8H',
  breakGlass: false,
  exceptions: [],
  source: 'identity-center.yaml:41',
  ...more,
});

const permissionSet: AccessMatrix['permissionSets'][number] = {
  name: 'Reader',
  description: 'Reads',
  privilege: 'read',
  sessionDuration: 'PT1H30M',
  managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
  customerManagedPolicies: ['/governance/more'],
  permissionsBoundary: '/governance/limit',
  statements: 2,
  criteria: ['2.5.1'],
  breakGlass: false,
};

/** A small matrix: access of every day, break-glass access, and everything that a page can show. */
export const MATRIX: AccessMatrix = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  administrator: 'identity',
  reviewDate: '2026-07-01',
  groups: [
    { name: 'dev', description: 'Developers', id: 'a1b2c3d4-5678-90ab-cdef-11111ea11111', members: [] },
    { name: 'dev-ops', description: 'Operators', members: ['a1b2c3d4-5678-90ab-cdef-22222ea22222'] },
  ],
  permissionSets: [permissionSet, { ...permissionSet, name: 'Admin', privilege: 'admin', sessionDuration: 'PT4H' }],
  exceptions: [
    {
      name: 'EKS',
      permissionSet: 'Reader',
      reason: 'The shop moves',
      owner: 'shop@example.com',
      expires: '2026-09-30',
    },
  ],
  assignments: [
    row(),
    row({ group: 'dev-ops', permissionSet: 'Admin', privilege: 'admin' }),
    row({ account: 'shop-dev', environment: 'dev', accountId: undefined, exceptions: ['EKS', 'RDS'] }),
    row({ group: 'rescue', permissionSet: 'Rescue', privilege: 'admin', breakGlass: true }),
  ],
};

/** A matrix of many accounts and ten groups. */
export function grownMatrix(accounts: number): AccessMatrix {
  const groups = Array.from({ length: 10 }, (_, index) => `group-${index}`);
  return {
    ...MATRIX,
    assignments: Array.from({ length: accounts }, (_, index) =>
      groups.map((group) => row({ account: `service-${index}-prod`, group })),
    ).flat(),
  };
}
