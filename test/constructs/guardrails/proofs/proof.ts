import {
  type AuthorizationGuardrail,
  findGuardrail,
  type GuardrailContext,
  type GuardrailParameterValues,
  packPolicies,
  renderGuardrail,
} from '../../../../constructs/guardrails';
import {
  type AccessRequest,
  type EffectivePolicies,
  evaluateAccess,
  type NamedPolicy,
  type PolicyStatement,
} from '../../../../constructs/policy-evaluator';
import { CONTEXT, isAuthorization, REQUIRED } from '../fixtures';

export const MEMBER = '111122223333';
export const NETWORK = '444455556666';
export const DEPLOYMENT = '666677778888';
export const LOG_ARCHIVE = '777788889999';
export const MANAGEMENT = '123456789012';
export const OUTSIDE = '999988887777';

/** Principals that the proofs speak of. */
export const WHO = {
  developer: `arn:aws:iam::${MEMBER}:role/Developer`,
  session: `arn:aws:sts::${MEMBER}:assumed-role/Developer/kim`,
  administrator: `arn:aws:iam::${MEMBER}:role/aws-reserved/sso.amazonaws.com/ap-northeast-2/AWSReservedSSO_Administrator_0123456789abcdef`,
  user: `arn:aws:iam::${MEMBER}:user/lee`,
  root: `arn:aws:iam::${MEMBER}:root`,
  networkAdmin: `arn:aws:iam::${NETWORK}:role/NetworkAdministrator`,
  pipeline: `arn:aws:iam::${DEPLOYMENT}:role/Pipeline`,
  deployment: `arn:aws:iam::${MEMBER}:role/cdk-hnb659fds-cfn-exec-role-111122223333-ap-northeast-2`,
  controlTower: `arn:aws:iam::${MEMBER}:role/AWSControlTowerExecution`,
  breakGlass: `arn:aws:iam::${MEMBER}:role/break-glass/emergency-access`,
  serviceLinkedRole: `arn:aws:iam::${MEMBER}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
  management: `arn:aws:iam::${MANAGEMENT}:role/Administrator`,
  outsider: `arn:aws:iam::${OUTSIDE}:role/Vendor`,
  lookalike: `arn:aws:iam::${OUTSIDE}:role/AWSControlTowerExecution`,
  anonymous: '*',
  cloudtrail: 'cloudtrail.amazonaws.com',
} as const;

export type Who = keyof typeof WHO;

export interface Request {
  readonly action: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly context?: Record<string, string | string[]>;
}

const FULL_ACCESS: Record<AuthorizationGuardrail['policyType'], NamedPolicy> = {
  SERVICE_CONTROL_POLICY: {
    name: 'FullAWSAccess',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  },
  RESOURCE_CONTROL_POLICY: {
    name: 'RCPFullAWSAccess',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] },
  },
};

export function authorization(id: string): AuthorizationGuardrail {
  const guardrail = findGuardrail(id);
  if (!isAuthorization(guardrail)) throw new Error(`${id} has no statements`);
  return guardrail;
}

export function statementsOf(
  id: string,
  parameters?: Partial<GuardrailParameterValues>,
  context: GuardrailContext = CONTEXT,
): PolicyStatement[] {
  return renderGuardrail(authorization(id), context, { ...REQUIRED[id], ...parameters });
}

/** The statements, packed as they are deployed, attached to the root beside the policies that allow everything. */
export function policiesOf(scps: PolicyStatement[], rcps: PolicyStatement[] = []): EffectivePolicies {
  const level = (type: AuthorizationGuardrail['policyType'], statements: PolicyStatement[]) => [
    {
      target: 'Root',
      policies: [
        FULL_ACCESS[type],
        ...packPolicies(statements, { maxCharacters: 5120 }).map((document, index) => ({
          name: `${type}-${index}`,
          document,
        })),
      ],
    },
  ];
  return {
    organizationId: CONTEXT.organizationId,
    managementAccountId: MANAGEMENT,
    organizationAccountIds: [MEMBER, NETWORK, DEPLOYMENT, LOG_ARCHIVE, MANAGEMENT],
    serviceControlPolicies: level('SERVICE_CONTROL_POLICY', scps),
    resourceControlPolicies: level('RESOURCE_CONTROL_POLICY', rcps),
  };
}

export function requestOf(who: Who, request: Request): AccessRequest {
  const context = { 'aws:RequestedRegion': 'ap-northeast-2', 'aws:SecureTransport': 'true', ...request.context };
  return {
    principal: WHO[who],
    action: request.action,
    resource: request.resource ?? '*',
    resourceAccount: request.resourceAccount ?? MEMBER,
    context,
  };
}

/** What one guardrail alone decides. */
export function decide(id: string, who: Who, request: Request, parameters?: Partial<GuardrailParameterValues>): string {
  const statements = statementsOf(id, parameters);
  const policies =
    authorization(id).policyType === 'SERVICE_CONTROL_POLICY' ? policiesOf(statements) : policiesOf([], statements);
  return evaluateAccess(requestOf(who, request), policies).decision;
}

/** One line of a proof: who, what action on what resource, under which circumstances. */
export type Case = [
  who: Who,
  expected: 'allow' | 'deny',
  action: string,
  resource?: string,
  context?: Request['context'],
];

/** The title of a case, and the case. */
export const titled = <T extends unknown[]>(cases: T[]): [title: string, T][] =>
  cases.map((line) => [line.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '), line]);

/** Runs a table of cases against one guardrail. */
export function prove(id: string, cases: Case[], parameters?: Partial<GuardrailParameterValues>): void {
  describe(`${id}${parameters === undefined ? '' : ` ${JSON.stringify(parameters)}`}`, () => {
    test.each(titled(cases))('%s', (_, [who, expected, action, resource, context]) => {
      expect(decide(id, who, { action, resource, context }, parameters)).toBe(expected);
    });
  });
}
