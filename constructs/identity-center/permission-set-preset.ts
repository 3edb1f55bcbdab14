import type { LocalizedText } from '../localized-text';
import type { PolicyStatement } from '../policy-evaluator';
import type { PermissionSetPrivilege } from './privilege';

/** A permission set for one job, to be taken by name and added to. */
export interface PermissionSetPreset {
  /** Name in the config and in reports, kebab-case. */
  readonly id: string;
  readonly title: LocalizedText;
  /** What the set is for: the description AWS shows, English because AWS takes Latin-1 only. */
  readonly description: string;
  /** AWS managed policies, by path and name. */
  readonly managedPolicies: string[];
  /** What the set changes of these policies: mostly explicit denials, so that a review reads the difference only. */
  readonly statements: PolicyStatement[];
  /** ISO 8601; `admin` sets at most four hours. */
  readonly sessionDuration: string;
  /** What `privilegeOf` says of the policies. */
  readonly privilege: PermissionSetPrivilege;
  /** ISMS-P criteria that the set serves, for example `2.5.5`. Our judgement, not legal advice. */
  readonly criteria: string[];
  /** AWS documentation that the set is built from. */
  readonly source: string;
}
