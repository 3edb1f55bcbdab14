import type { awsManagedPolicyArn, PermissionSetPreset, PolicyDocument, privilegeOf } from '../../constructs';
import type { IdentityCenterConfig } from '../config/schema/identity-center';
import type { SelectorUse } from './check-selector';
import type { PlaceOf, ProblemList } from './model-problem';
import type { OrganizationModel } from './organization-model';
import type { ReadPolicyFile } from './policy-rows';
import type { OrganizationTree } from './selector';

export type GroupConfig = IdentityCenterConfig['groups'][number];
export type PermissionSetConfig = IdentityCenterConfig['permissionSets'][number];
export type CustomerManagedPolicyConfig = NonNullable<IdentityCenterConfig['customerManagedPolicies']>[number];

/** What the constructs know of permission sets; handed in, since the model imports nothing that runs. */
export interface PermissionSetFacts {
  readonly presets: readonly PermissionSetPreset[];
  readonly privilegeOf: typeof privilegeOf;
  readonly managedPolicyArn: typeof awsManagedPolicyArn;
  /** Longest session of a privileged set. */
  readonly privilegedSessionHours: number;
  /** Every grammar fault of an IAM policy. */
  readonly checkDocument: (document: PolicyDocument) => readonly string[];
}

/** Names of `identity-center.yaml` whose entries were left out because they are broken themselves. */
export interface AlsoKnownAccess {
  readonly groups: readonly string[];
  readonly permissionSets: readonly string[];
  readonly customerManagedPolicies: readonly string[];
}

/** What the rows of IAM Identity Center are made in. */
export interface IdentityCenterContext {
  readonly tree: OrganizationTree;
  readonly organization: Pick<OrganizationModel, 'homeRegion' | 'governedRegions' | 'managementAccount' | 'partition'>;
  readonly alsoKnown: SelectorUse['alsoKnown'] & AlsoKnownAccess;
  readonly readPolicyFile: ReadPolicyFile;
  readonly placeOf: PlaceOf;
  readonly permissionSets: PermissionSetFacts;
  /** Day to judge dates by, `YYYY-MM-DD`. @default - only `reviewDate` is looked at */
  readonly today?: string;
  readonly list: ProblemList;
}
