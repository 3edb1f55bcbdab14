const JOBS = [
  ['platform-admin', 'PlatformAdmin', 'platform-admin', ['Infrastructure']],
  ['platform-reader', 'ReadOnly', 'read-only', ['Workloads', 'Data', 'Sandbox']],
  ['network-ops', 'NetworkOps', 'network-ops', ['Infrastructure']],
  ['security-audit', 'SecurityAudit', 'security-audit', ['Root']],
  ['developer', 'Developer', 'developer', ['Workloads']],
  ['operator', 'Operator', 'developer', ['Workloads']],
  ['data-engineer', 'DataEngineer', 'data-engineer', ['Data']],
  ['experimenter', 'Experimenter', 'developer', ['Sandbox']],
  ['finance', 'Billing', 'billing', ['Root']],
  ['break-glass', 'BreakGlass', 'break-glass', ['Root']],
] as const;

/** Access for a generated organization: ten groups by purpose, each with a permission set of its own; about six in every account. */
export function generateAccess(): Record<string, unknown> {
  return {
    version: 1,
    instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    identityStoreId: 'd-1234567890',
    delegatedAdministrator: 'identity',
    reviewDate: '2026-07-01',
    groups: JOBS.map(([name], index) => ({
      name,
      description: `People who work as ${name}`,
      ...(name !== 'break-glass' && {
        id: `a1b2c3d4-5678-90ab-cdef-${String(index).repeat(5)}ea${String(index).repeat(5)}`,
      }),
    })),
    permissionSets: JOBS.map(([, name, preset]) => ({ name, preset })),
    grants: JOBS.map(([group, set, , ous]) => ({ groups: [group], permissionSets: [set], targets: { ous: [...ous] } })),
    breakGlass: { groups: ['break-glass'], permissionSets: ['BreakGlass'] },
  };
}
