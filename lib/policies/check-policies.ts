import { checkPolicyContent, isAuthorizationPolicy, policyQuota } from '../../constructs';
import type { ConfigPath } from '../config';
import type { ModelProblem, PlaceOf } from '../model/model-problem';
import type { OrganizationModel } from '../model/organization-model';
import type { ComposedPolicy } from './compose-policies';
import { attachmentKey } from './effective-policies';

/** Reports what AWS Organizations would refuse: bad grammar, oversized documents, too many policies on a target, equal names. */
export function checkPolicies(
  model: OrganizationModel,
  policies: readonly ComposedPolicy[],
  placeOf: PlaceOf,
): ModelProblem[] {
  const contents = policies.flatMap((policy) =>
    checkPolicyContent(policy.type, policy.content).map((fault) =>
      problemOf(policy, policy.contentPath, { en: fault, ko: `${policy.type} 내용 오류: ${fault}` }),
    ),
  );
  return [...contents, ...checkNames(policies, placeOf), ...checkQuota(model, policies)];
}

function problemOf({ source }: ComposedPolicy, path: ConfigPath, message: ModelProblem['message']): ModelProblem {
  return { severity: 'error', file: source.file, path, message };
}

/** AWS Organizations wants one name once for each policy type. */
function checkNames(policies: readonly ComposedPolicy[], placeOf: PlaceOf): ModelProblem[] {
  const first = new Map<string, ComposedPolicy>();
  return policies.flatMap((policy) => {
    const key = `${policy.type} ${policy.name}`;
    const before = first.get(key);
    // Two sets of one name are reported as such.
    if (!before || (before.guardrails.length > 0 && policy.guardrails.length > 0)) {
      first.set(key, policy);
      return [];
    }
    const place = placeOf(before.source.file, before.source.path);
    return problemOf(policy, [...policy.source.path, 'name'], {
      en: `policy name ${JSON.stringify(policy.name)} is already used by a policy of the same type, of ${place}; choose another`,
      ko: `정책 이름 ${JSON.stringify(policy.name)}은(는) ${place}의 같은 유형 정책에서 이미 쓰였습니다: 다른 이름을 쓰세요`,
    });
  });
}

function checkQuota(model: OrganizationModel, policies: readonly ComposedPolicy[]): ModelProblem[] {
  const onTarget = new Map<string, ComposedPolicy[]>();
  for (const policy of policies) {
    for (const attachment of policy.attachments) {
      const key = `${policy.type} ${attachmentKey(attachment)}`;
      const attached = onTarget.get(key);
      if (attached) attached.push(policy);
      else onTarget.set(key, [policy]);
    }
  }
  const reserved = new Map<string, number>();
  for (const { type, attachment, count } of model.reservedPolicies) {
    const key = `${type} ${attachmentKey(attachment)}`;
    reserved.set(key, (reserved.get(key) ?? 0) + count);
  }
  return [...onTarget].flatMap(([key, attached]) => {
    const last = attached.at(-1) as ComposedPolicy;
    const { maxPerTarget, attachedByAws } = policyQuota(last.type);
    const others = reserved.get(key) ?? 0;
    const total = attached.length + attachedByAws + others;
    if (total <= maxPerTarget) return [];
    const holders = [
      ...attached.map((policy) => policy.name),
      ...(isAuthorizationPolicy(last.type) ? ['FullAWSAccess'] : []),
      ...(others > 0 ? [`${others} reservedPolicies`] : []),
    ].join(', ');
    const target = key.slice(last.type.length + 1);
    return problemOf(last, [...last.source.path, 'targets'], {
      en: `${target} would carry ${total} policies of type ${last.type} (${holders}) but AWS allows ${maxPerTarget}; move some to another level of the OU tree, or merge the sets`,
      ko: `${target}에 ${last.type} 정책이 ${total}개 붙습니다(${holders}). AWS 한도는 ${maxPerTarget}개입니다: 일부를 OU 트리의 다른 단계로 옮기거나 집합을 합치세요`,
    });
  });
}
