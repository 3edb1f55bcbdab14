import { type AccessRequest, evaluateAccess, type LocalizedText, type Verdict } from '../../constructs';
import type { IdentityCenterModel } from '../model/identity-center-model';
import type { OrganizationModel } from '../model/organization-model';
import type { ComposedPolicy } from '../policies/compose-policies';
import { PolicyIndex } from '../policies/effective-policies';
import { everyAssignment, lookUp } from './access-matrix';
import { type Judgement, judgePolicies } from './judge-policies';
import type { ManagedPolicies } from './managed-policies';
import { reservedRoleArn } from './role-arn';
import { policiesOfSet, type SetPolicies } from './set-policies';

/** A question: who may do this, in this account? */
export interface AccessQuestion {
  /** One action, such as `s3:GetObject`. */
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  /** Name of the account that is signed in to. */
  readonly account: string;
  /** Condition keys; an empty list says that the key is absent. */
  readonly context: Readonly<Record<string, string[]>>;
}

/** What a group gets through one permission set. */
export interface AccessAnswer {
  readonly group: string;
  readonly permissionSet: string;
  readonly breakGlass: boolean;
  /** `maybe` when it depends on a policy or a condition key that is not known here. */
  readonly verdict: 'allow' | 'deny' | 'maybe';
  /** Policy and statement. @default - nothing is about the request */
  readonly decidedBy?: string;
  readonly why: LocalizedText;
}

type SetAnswer = Omit<AccessAnswer, 'group' | 'permissionSet' | 'breakGlass'>;

/** Where a question is answered. */
export interface AccessWorld {
  readonly model: OrganizationModel;
  readonly identityCenter: IdentityCenterModel;
  readonly policies: readonly ComposedPolicy[];
  readonly managed: ManagedPolicies;
}

/**
 * Condition keys of a request that a person makes: straight to AWS, over TLS, in the Region of the resource or else the home
 * Region. What is not here, and not given, is unknown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function assumedContext(
  { resource }: AccessQuestion,
  { homeRegion }: OrganizationModel,
): Record<string, string[]> {
  return {
    'aws:RequestedRegion': [resource.split(':')[3] || homeRegion],
    'aws:SecureTransport': ['true'],
    'aws:ViaAWSService': ['false'],
    // Only present when an AWS service calls with its own identity, or with that of a person.
    'aws:CalledVia': [],
    'aws:SourceAccount': [],
    'aws:SourceArn': [],
    'aws:SourceOrgID': [],
    'aws:SourceOrgPaths': [],
    // Only present with the credentials of an instance profile.
    'ec2:RoleDelivery': [],
    'ec2:SourceInstanceARN': [],
  };
}

/**
 * Every group that can sign in to an account and what each of its permission sets makes of a request, by the policies of
 * the set, its boundary, the SCPs of the account and the RCPs of the resource together.
 *
 * Resource policies are not known here: one may grant what this denies within the account, and some services (AWS KMS, IAM
 * role trust) ask for one besides.
 *
 * @throws Error when the model has no account of that name
 */
export function whoCan(question: AccessQuestion, world: AccessWorld): AccessAnswer[] {
  const { identityCenter } = world;
  const index = new PolicyIndex(world.model, world.policies);
  const setOf = lookUp(identityCenter.permissionSets, 'permission set');
  const answers = new Map<string, SetAnswer>();
  return everyAssignment(identityCenter)
    .filter(({ account }) => account === question.account)
    .map(({ group, permissionSet }) => {
      const set = setOf(permissionSet);
      const answer =
        answers.get(permissionSet) ??
        answerFor(
          requestOf(question, world, index, permissionSet),
          policiesOfSet(set, identityCenter.customerManagedPolicies, world.managed),
          index,
          question.account,
        );
      answers.set(permissionSet, answer);
      return { group, permissionSet, breakGlass: set.breakGlass, ...answer };
    });
}

function requestOf(
  question: AccessQuestion,
  { model, identityCenter }: AccessWorld,
  index: PolicyIndex,
  permissionSet: string,
): AccessRequest {
  const { action, resource, account } = question;
  return {
    principal: reservedRoleArn({
      partition: model.partition,
      accountId: index.ids.of(account),
      region: identityCenter.region,
      permissionSet,
    }),
    action,
    resource,
    context: { ...assumedContext(question, model), ...question.context },
  };
}

function answerFor(
  request: AccessRequest,
  { identity, boundary }: SetPolicies,
  index: PolicyIndex,
  account: string,
): SetAnswer {
  const own = judgePolicies(request, identity, index.ids.organization);
  const limit = boundary === undefined ? undefined : judgePolicies(request, [boundary], index.ids.organization);
  const owner = /^\d{12}$/.exec(request.resource.split(':')[4] ?? '')?.[0];
  const isForeign = owner !== undefined && owner !== index.ids.of(account);
  const above = evaluateAccess(request, index.between(account, (owner && index.ids.nameOf(owner)) ?? account), {
    unknownContextKeys: 'unknown',
  });
  return (
    denial(own, limit, above) ??
    doubt(own, limit, above) ??
    (isForeign ? foreign(owner) : undefined) ?? {
      verdict: 'allow',
      ...(own.decidedBy !== undefined && { decidedBy: own.decidedBy }),
      why: { en: 'it allows this, and nothing denies it', ko: '허용하며 거부하는 정책이 없습니다' },
    }
  );
}

/** What denies for certain; a statement before the lack of one. */
function denial(own: Judgement, limit: Judgement | undefined, above: Verdict): SetAnswer | undefined {
  for (const { outcome, decidedBy } of [own, ...(limit ? [limit] : [])]) {
    if (outcome === 'deny') {
      return deny({ en: 'it denies this', ko: '거부합니다' }, decidedBy);
    }
  }
  if (above.decision === 'deny') return deny(above.explanation, organizationPolicy(above));
  if (own.outcome === 'none') {
    return deny({ en: 'no policy of the set allows this', ko: '권한 세트의 어떤 정책도 허용하지 않습니다' });
  }
  if (limit?.outcome === 'none') {
    return deny({ en: 'the permissions boundary does not allow this', ko: '권한 경계가 허용하지 않습니다' });
  }
  return undefined;
}

/** What may deny, or may be needed to allow. */
function doubt(own: Judgement, limit: Judgement | undefined, above: Verdict): SetAnswer | undefined {
  for (const { decidedBy, open } of [own, ...(limit ? [limit] : [])]) {
    if (open) return { verdict: 'maybe', ...(decidedBy !== undefined && { decidedBy }), why: open };
  }
  if (above.decision === 'allow') return undefined;
  const decidedBy = organizationPolicy(above);
  return { verdict: 'maybe', ...(decidedBy !== undefined && { decidedBy }), why: above.explanation };
}

function foreign(owner: string): SetAnswer {
  return {
    verdict: 'maybe',
    why: {
      en: `the resource belongs to account ${owner}: its own policy must allow this as well`,
      ko: `리소스가 계정 ${owner}의 것입니다: 그 리소스의 정책도 허용해야 합니다`,
    },
  };
}

function deny(why: LocalizedText, decidedBy?: string): SetAnswer {
  return { verdict: 'deny', ...(decidedBy !== undefined && { decidedBy }), why };
}

function organizationPolicy({ policy, sid }: Verdict): string | undefined {
  return policy === undefined ? undefined : [policy, sid].filter((part) => part !== undefined).join(' / ');
}
