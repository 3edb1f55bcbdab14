import {
  type AuthorizationPolicyType,
  type EffectivePolicies,
  isAuthorizationPolicy,
  type NamedPolicy,
  type PolicyDocument,
  type PolicyLevel,
} from '../../constructs';
import type { AccountRow, Attachment, OrganizationModel } from '../model/organization-model';
import { ROOT } from '../model/selector';
import { AccountIds } from './account-ids';
import type { ComposedPolicy } from './compose-policies';

/** Key of an attachment, for maps and reports. */
export function attachmentKey(attachment: Attachment): string {
  if (attachment.kind === 'root') return ROOT;
  return attachment.kind === 'ou' ? attachment.path : `account ${attachment.name}`;
}

/** The places between the root and an account that can carry policies, root first. */
function levelsOf({ name, ou }: Pick<AccountRow, 'name' | 'ou'>): Attachment[] {
  const parts = ou === ROOT ? [] : ou.split('/');
  return [
    { kind: 'root' },
    ...parts.map((_, index) => ({ kind: 'ou' as const, path: parts.slice(0, index + 1).join('/') })),
    { kind: 'account', name },
  ];
}

/** AWS attaches these to every target when the policy type is enabled, and this product leaves them attached. */
export const ATTACHED_BY_AWS: Record<AuthorizationPolicyType, NamedPolicy> = {
  SERVICE_CONTROL_POLICY: {
    name: 'FullAWSAccess',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  },
  RESOURCE_CONTROL_POLICY: {
    name: 'RCPFullAWSAccess',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] },
  },
};

/** A composed SCP or RCP as the evaluator takes it. */
export function namedPolicy({ name, content }: ComposedPolicy): NamedPolicy {
  return { name, document: content as unknown as PolicyDocument };
}

/** Looks up which SCPs and RCPs bind which account. */
export class PolicyIndex {
  readonly ids: AccountIds;
  private readonly ous: ReadonlyMap<string, string>;
  private readonly byTarget = new Map<string, ComposedPolicy[]>();

  constructor(model: OrganizationModel, policies: readonly ComposedPolicy[]) {
    this.ids = new AccountIds(model);
    this.ous = new Map(model.accounts.map((account) => [account.name, account.ou]));
    for (const policy of policies) {
      if (!isAuthorizationPolicy(policy.type)) continue;
      for (const attachment of policy.attachments) {
        const key = attachmentKey(attachment);
        const onTarget = this.byTarget.get(key);
        if (onTarget) onTarget.push(policy);
        else this.byTarget.set(key, [policy]);
      }
    }
  }

  /** The policies in force for a call from one account (SCP) to a resource of another (RCP). */
  between(principalAccount: string, resourceAccount: string): EffectivePolicies {
    return {
      ...this.ids.organization,
      serviceControlPolicies: this.levels(principalAccount, 'SERVICE_CONTROL_POLICY'),
      resourceControlPolicies: this.levels(resourceAccount, 'RESOURCE_CONTROL_POLICY'),
    };
  }

  private levels(name: string, type: AuthorizationPolicyType): PolicyLevel[] {
    const ou = this.ous.get(name) ?? ROOT;
    return levelsOf({ name, ou }).map((level) => {
      const target = attachmentKey(level);
      const own = (this.byTarget.get(target) ?? []).filter((policy) => policy.type === type);
      return { target, policies: [ATTACHED_BY_AWS[type], ...own.map(namedPolicy)] };
    });
  }
}
