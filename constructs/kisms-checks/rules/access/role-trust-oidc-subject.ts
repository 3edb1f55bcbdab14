import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { isIntrinsic, UNKNOWN } from '../../tokens';
import { type Answer, anyOf, ask, unless } from '../answer';
import { listOf, principalsOf, someAllow, statementsOf, type TemplateStatement, textOf } from './statements';

const ACTION = 'sts:AssumeRoleWithWebIdentity';
const OPERATOR = /^(?:ForAnyValue:)?String(?:Equals|EqualsIgnoreCase|Like)$/i;

/** A subject of GitHub names the whole owner: `repo:acme*` would fit `acme-of-somebody-else` too. */
const GITHUB_OWNER = /^repo:[^*?/:]+\//;

/** Of Cognito identity pools, the audience tells whose users they are. */
const COGNITO = /^cognito-identity\.amazonaws\.com:aud$/i;

/**
 * A role for web identities names the subject, not only the provider.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export const roleTrustOidcSubject: KismsRule = {
  id: 'RoleTrustOidcSubject',
  criteria: ['2.5.3', '2.5.2', '2.8.6'],
  title: {
    en: 'The role trusts every subject of an OIDC provider',
    ko: '역할이 OIDC 공급자의 모든 주체를 신뢰합니다',
  },
  why: {
    en: 'A public provider signs tokens for all of its customers: without the subject, their pipelines may assume the role too.',
    ko: '공용 공급자는 모든 고객의 토큰에 서명하므로, 주체를 정하지 않으면 다른 회사의 파이프라인도 역할을 맡을 수 있습니다.',
  },
  fix: {
    en: "Add a StringEquals or StringLike condition on '<provider>:sub' that names the repository, project or service account.",
    ko: "저장소, 프로젝트 또는 서비스 계정을 지정하는 '<provider>:sub' StringEquals 또는 StringLike 조건을 추가하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::IAM::Role'],
  check(node) {
    const { assumeRolePolicyDocument } = node as CfnRole;
    const statements = statementsOf(node, assumeRolePolicyDocument);
    if (statements !== UNKNOWN && !statements.some((statement) => isWebIdentity(statement))) {
      return NagRuleCompliance.NOT_APPLICABLE;
    }
    return unless(
      someAllow(
        node,
        assumeRolePolicyDocument,
        (statement) => isWebIdentity(statement) && ask(namesSubject(statement), (named) => !named),
      ),
    );
  },
};

function isWebIdentity(statement: TemplateStatement): boolean {
  return (
    listOf(statement.Action).some(allowsAction) &&
    principalsOf(statement, 'Federated').some((provider) => !textOf(provider).includes(':saml-provider/'))
  );
}

/** IAM does not mind the case of an action, and takes wildcards. */
function allowsAction(action: unknown): boolean {
  const pattern = textOf(action)
    .replace(/[^\w:*?]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'i').test(ACTION);
}

function namesSubject({ Condition }: TemplateStatement): Answer {
  if (isIntrinsic(Condition)) return UNKNOWN;
  return anyOf(
    Object.entries((Condition ?? {}) as Record<string, unknown>)
      .filter(([operator]) => OPERATOR.test(operator))
      .map(([, tests]) => {
        // The key of a cluster's provider is only known when it exists, so that the whole block is a function.
        if (isIntrinsic(tests)) return UNKNOWN;
        return Object.entries(tests as Record<string, unknown>).some(
          ([key, values]) =>
            (/:sub$/i.test(key) || COGNITO.test(key)) && listOf(values).every((value) => isNarrow(textOf(value))),
        );
      }),
  );
}

function isNarrow(subject: string): boolean {
  if (subject.startsWith('repo:')) return GITHUB_OWNER.test(subject);
  return /^[^*?]{3}/.test(subject.replace(/^[\w-]+:/, ''));
}
