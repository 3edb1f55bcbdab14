import {
  type AuthorizationPolicyType,
  type EffectivePolicies,
  evaluateAccess,
  isAuthorizationPolicy,
  type NamedPolicy,
} from '../../constructs';
import type { ModelProblem } from '../model/model-problem';
import type { Attachment, OrganizationModel } from '../model/organization-model';
import { isWithin } from '../model/selector';
import { AccountIds } from './account-ids';
import type { ComposedPolicy } from './compose-policies';
import { ATTACHED_BY_AWS, attachmentKey, namedPolicy } from './effective-policies';
import { type ProtectedRole, protectedRoles, requiredRequests } from './protected-roles';

/** A request of a protected role that a policy does not certainly let pass. */
interface Denial {
  readonly role: ProtectedRole;
  readonly action: string;
  /** @default - no statement denies it by name */
  readonly sid?: string;
}

/** Actions and patterns that a message lists at most. */
const SHOWN = 3;

/**
 * Reports every SCP and RCP that could keep a protected role (deployment, AWS Control Tower, break-glass) from taking it
 * back.
 *
 * Each policy is judged alone, since a Deny anywhere denies. Condition keys that a request does not state count as unknown,
 * so that a policy is only accepted when it certainly leaves the roles alone. An allow-list does nothing while
 * `FullAWSAccess` is attached beside it, so it is judged as if somebody had detached that.
 */
export function checkLockOut(model: OrganizationModel, policies: readonly ComposedPolicy[]): ModelProblem[] {
  const judge = new Judge(model, policies);
  return policies.flatMap((policy) => {
    const { type } = policy;
    if (!isAuthorizationPolicy(type)) return [];
    const denials = [...judge.denials(policy, type), ...judge.missingFromAllowLists(policy)];
    return denials.length > 0 ? [problemOf(policy, denials)] : [];
  });
}

class Judge {
  private readonly ids: AccountIds;

  constructor(
    private readonly model: OrganizationModel,
    private readonly policies: readonly ComposedPolicy[],
  ) {
    this.ids = new AccountIds(model);
  }

  denials(policy: ComposedPolicy, type: AuthorizationPolicyType): Denial[] {
    return this.bound(policy.attachments, JSON.stringify(policy.content)).flatMap((id) =>
      this.refused(id, type, [ATTACHED_BY_AWS[type], namedPolicy(policy)]),
    );
  }

  /** What the allow-lists of a target, taken together, leave out; reported for the first of them. */
  missingFromAllowLists(policy: ComposedPolicy): Denial[] {
    if (!allowsOnly(policy)) return [];
    return policy.attachments.flatMap((attachment) => {
      const key = attachmentKey(attachment);
      const lists = this.policies.filter(
        (other) => allowsOnly(other) && other.attachments.some((place) => attachmentKey(place) === key),
      );
      if (lists[0] !== policy) return [];
      const allowed = lists.map((list) => allowsOnly(list) as NamedPolicy);
      return this.bound([attachment], JSON.stringify(allowed)).flatMap((id) =>
        this.refused(id, 'SERVICE_CONTROL_POLICY', allowed),
      );
    });
  }

  /** Ids that stand for all accounts of some places: those that the policy names, and one that it does not name. */
  private bound(attachments: readonly Attachment[], text: string): string[] {
    const accounts = this.model.accounts.filter(
      (account) => !account.isManagement && attachments.some((place) => covers(place, account)),
    );
    const ids = accounts.map((account) => this.ids.of(account.name));
    const named = ids.filter((id) => text.includes(id));
    const single = attachments.every((place) => place.kind === 'account');
    const other = ids.find((id) => !named.includes(id)) ?? (single ? undefined : this.ids.newcomer);
    return other === undefined ? named : [other, ...named];
  }

  /** The requests that must work in an account and that these policies, on one level, may refuse. */
  private refused(accountId: string, type: AuthorizationPolicyType, policies: NamedPolicy[]): Denial[] {
    const level = [{ target: 'any', policies }];
    const effective: EffectivePolicies = {
      ...this.ids.organization,
      serviceControlPolicies: type === 'SERVICE_CONTROL_POLICY' ? level : [],
      resourceControlPolicies: type === 'RESOURCE_CONTROL_POLICY' ? level : [],
    };
    const required = requiredRequests(this.model, accountId);
    const callers = protectedRoles(this.model, accountId, this.model.exemptPrincipalArns).map((role) => ({
      role,
      requests: required,
    }));
    if (type === 'RESOURCE_CONTROL_POLICY') callers.push(...this.visitors(required));
    return callers.flatMap(({ role, requests }) =>
      requests.flatMap(({ action, resource }) => {
        const { decision, sid } = evaluateAccess(
          {
            principal: role.arn,
            action,
            resource,
            resourceAccount: accountId,
            context: { 'aws:RequestedRegion': this.model.homeRegion },
          },
          effective,
          { unknownContextKeys: 'unknown' },
        );
        return decision === 'allow' ? [] : { role, action, ...(sid !== undefined && { sid }) };
      }),
    );
  }

  /** CI works in the deployment account and assumes the roles of every other account from there. */
  private visitors(required: readonly { action: string; resource: string }[]) {
    const { model } = this;
    const home = this.ids.of(model.deploymentAccount);
    const requests = required.filter(({ action }) => action === 'sts:AssumeRole');
    return protectedRoles(model, home, model.deploymentPrincipalArns).map((role) => ({ role, requests }));
  }
}

function covers(place: Attachment, account: { readonly name: string; readonly ou: string }): boolean {
  if (place.kind === 'account') return place.name === account.name;
  return place.kind === 'root' || isWithin(account.ou, place.path);
}

/** The Allow statements of an SCP as a policy of their own; `undefined` when it has none. */
function allowsOnly(policy: ComposedPolicy): NamedPolicy | undefined {
  if (policy.type !== 'SERVICE_CONTROL_POLICY') return undefined;
  const { name, document } = namedPolicy(policy);
  const Statement = document.Statement.filter(({ Effect }) => Effect === 'Allow');
  return Statement.length > 0 ? { name, document: { ...document, Statement } } : undefined;
}

function listOf(words: readonly string[]): string {
  const unique = [...new Set(words)];
  const more = unique.length - SHOWN;
  return [...unique.slice(0, SHOWN), ...(more > 0 ? [`+${more}`] : [])].join(', ');
}

function problemOf({ name, source, contentPath }: ComposedPolicy, denials: readonly Denial[]): ModelProblem {
  const policy = JSON.stringify(name);
  const sids = listOf(denials.flatMap(({ sid }) => sid ?? []));
  const by = sids === '' ? policy : `${policy} (${sids})`;
  const actions = listOf(denials.map(({ action }) => action));
  const patterns = listOf(denials.map(({ role }) => role.pattern));
  return {
    severity: 'error',
    file: source.file,
    path: contentPath,
    message: {
      en: `policy ${by} could lock out the roles ${patterns}, which must be able to take it back (${actions}): exempt them by ArnNotLike on aws:PrincipalArn; an allow-list must allow the actions`,
      ko: `정책 ${by}이(가) 정책을 되돌려야 하는 역할 ${patterns}을(를) 막을 수 있습니다(${actions}): aws:PrincipalArn의 ArnNotLike로 예외를 두세요. 허용 목록이면 이 작업을 허용하세요`,
    },
  };
}
