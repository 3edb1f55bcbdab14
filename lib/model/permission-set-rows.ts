import type { PermissionSetPreset, PolicyDocument, PolicyStatement } from '../../constructs';
import type { IdentityCenterConfig } from '../config/schema/identity-center';
import type { IdentityCenterContext, PermissionSetConfig } from './identity-center-context';
import type { PermissionSetRow } from './identity-center-model';
import { DeclaredPolicies, type PolicyReference } from './managed-policies';
import { policyStatements } from './policy-statements';

/** What AWS gives a session when nobody says how long. */
const AWS_SESSION = 'PT1H';

/** The permission sets: what the preset says, then what is written here, then the exceptions. */
export function permissionSetRows(
  config: IdentityCenterConfig,
  documents: ReadonlyMap<string, PolicyDocument>,
  file: string,
  context: IdentityCenterContext,
): PermissionSetRow[] {
  const { managedPolicyArn, privilegeOf } = context.permissionSets;
  const { partition } = context.organization;
  const declared = new DeclaredPolicies(config.customerManagedPolicies ?? [], context);
  const exceptions = exceptionStatements(config, context);
  return config.permissionSets.map((set, index) => {
    const path = ['permissionSets', index];
    const preset = presetOf(set, context);
    const managedPolicies = unique(
      [...(preset?.managedPolicies ?? []), ...(set.managedPolicies ?? [])].map((policy) =>
        managedPolicyArn(policy, partition),
      ),
    );
    const customerManagedPolicies = (set.customerManagedPolicies ?? []).map((reference, nth) =>
      declared.resolve(reference, [...path, 'customerManagedPolicies', nth]),
    );
    const statements = [
      ...(preset?.statements ?? []),
      ...(set.inlinePolicy ? policyStatements(set.inlinePolicy, [...path, 'inlinePolicy'], context) : []),
      ...(exceptions.get(set.name) ?? []),
    ];
    const permissionsBoundary = boundaryOf(set, index, declared, context);
    const { name, relayState } = set;
    return {
      name,
      description: set.description ?? preset?.description ?? name,
      managedPolicies,
      customerManagedPolicies,
      ...(statements.length > 0 && { inlinePolicy: { Version: '2012-10-17', Statement: statements } }),
      ...(permissionsBoundary && { permissionsBoundary }),
      sessionDuration: sessionOf(set, context) ?? AWS_SESSION,
      ...(relayState !== undefined && { relayState }),
      tags: set.tags ?? {},
      privilege: privilegeOf({
        managedPolicies,
        statements,
        customerManaged: customerManagedPolicies.flatMap((policy) => documents.get(policy.name) ?? []),
      }),
      criteria: preset?.criteria ?? [],
      ...(set.preset !== undefined && { preset: set.preset }),
      breakGlass: config.breakGlass?.permissionSets.includes(name) ?? false,
      source: { file, path },
    };
  });
}

function presetOf(
  set: PermissionSetConfig,
  { permissionSets }: IdentityCenterContext,
): PermissionSetPreset | undefined {
  return permissionSets.presets.find(({ id }) => id === set.preset);
}

/** The session that the set or its preset states. */
export function sessionOf(set: PermissionSetConfig, context: IdentityCenterContext): string | undefined {
  return set.sessionDuration ?? presetOf(set, context)?.sessionDuration;
}

/** Statements of the exceptions by permission set; sorted by name, so that the order of lines changes no policy. */
function exceptionStatements(
  { exceptions = [] }: IdentityCenterConfig,
  context: IdentityCenterContext,
): Map<string, PolicyStatement[]> {
  const bySet = new Map<string, PolicyStatement[]>();
  const entries = exceptions.map(({ name, permissionSet, statements }, index) => ({
    name,
    permissionSet,
    statements: policyStatements({ statements }, ['exceptions', index], context),
  }));
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const { permissionSet, statements } of entries)
    bySet.set(permissionSet, [...(bySet.get(permissionSet) ?? []), ...statements]);
  return bySet;
}

function boundaryOf(
  { permissionsBoundary }: PermissionSetConfig,
  index: number,
  declared: DeclaredPolicies,
  { list, organization, permissionSets }: IdentityCenterContext,
): { managedPolicy: string } | { customerManagedPolicy: PolicyReference } | undefined {
  if (!permissionsBoundary) return undefined;
  const at = ['permissionSets', index, 'permissionsBoundary'];
  const { managedPolicy, customerManagedPolicy } = permissionsBoundary;
  if ((managedPolicy === undefined) === (customerManagedPolicy === undefined)) {
    const none = managedPolicy === undefined;
    list.error(at, {
      en: `has ${none ? 'neither managedPolicy nor customerManagedPolicy' : 'both managedPolicy and customerManagedPolicy'}; give exactly one of them`,
      ko: `managedPolicy와 customerManagedPolicy가 모두 ${none ? '없습니다' : '있습니다'}: 둘 중 하나만 적으세요`,
    });
    return undefined;
  }
  if (managedPolicy !== undefined)
    return { managedPolicy: permissionSets.managedPolicyArn(managedPolicy, organization.partition) };
  return (
    customerManagedPolicy && {
      customerManagedPolicy: declared.resolve(customerManagedPolicy, [...at, 'customerManagedPolicy']),
    }
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
