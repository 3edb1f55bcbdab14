import type { CfnOrganizationalUnit, CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { statementsOf } from '../access/statements';
import { type Answer, anyOf, ask, unless } from '../answer';
import { refersTo, siblings } from '../siblings';

/**
 * An OU, or one above it, carries a service control policy that denies other regions; policies are looked for in the stack
 * of the OU.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 */
export const regionDenial: KismsRule = {
  id: 'RegionDenial',
  criteria: ['3.3.4', '2.10.2'],
  title: {
    en: 'No service control policy keeps the OU in the chosen regions',
    ko: 'OU를 지정한 리전으로 제한하는 서비스 제어 정책이 없습니다',
  },
  why: {
    en: 'Personal information that can be stored in any region may go abroad without anybody deciding it.',
    ko: '모든 리전에 저장할 수 있으면 아무도 결정하지 않은 채 개인정보가 국외로 이전될 수 있습니다.',
  },
  fix: {
    en: 'Attach an SCP that denies requests by aws:RequestedRegion to the root or the OU; acknowledge it if Control Tower does.',
    ko: 'aws:RequestedRegion으로 요청을 거부하는 SCP를 루트나 OU에 연결하고, Control Tower가 대신한다면 예외로 등록하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::Organizations::OrganizationalUnit'],
  check(node) {
    const lineage = lineageOf(node as CfnOrganizationalUnit);
    const denials = siblings<CfnPolicy>(node, 'AWS::Organizations::Policy').filter(deniesRegions);
    const covered = anyOf(
      denials.map((policy) =>
        ask(resolved<readonly unknown[] | undefined>(policy, policy.targetIds), (targets = []) =>
          anyOf(targets.map((target) => covers(target, lineage))),
        ),
      ),
    );
    return unless(ask(covered, (isCovered) => !isCovered));
  },
};

/** The OU and those above it in the stack, lowest first. */
function lineageOf(unit: CfnOrganizationalUnit): CfnOrganizationalUnit[] {
  const parent = unitsAround(unit).find((other) => refersTo(unit.parentId, other));
  return parent === undefined ? [unit] : [unit, ...lineageOf(parent)];
}

function unitsAround(unit: CfnOrganizationalUnit): CfnOrganizationalUnit[] {
  return siblings<CfnOrganizationalUnit>(unit, unit.cfnResourceType);
}

function covers(target: unknown, lineage: readonly CfnOrganizationalUnit[]): Answer {
  if (typeof target === 'string') return target.startsWith('r-') || target === lineage.at(-1)?.parentId;
  if (lineage.some((unit) => refersTo(target, unit))) return true;
  // Another OU of the stack is neither this one nor above it; anything else may be the root.
  return lineage.slice(0, 1).some((unit) => unitsAround(unit).some((other) => refersTo(target, other)))
    ? false
    : UNKNOWN;
}

function deniesRegions(policy: CfnPolicy): boolean {
  if (resolved(policy, policy.type) !== 'SERVICE_CONTROL_POLICY') return false;
  const statements = statementsOf(policy, policy.content);
  return (
    statements !== UNKNOWN &&
    statements.some(
      ({ Effect, Condition }) => Effect === 'Deny' && /"aws:RequestedRegion"/i.test(JSON.stringify(Condition ?? {})),
    )
  );
}
