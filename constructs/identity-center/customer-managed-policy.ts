import { Validations } from 'aws-cdk-lib';
import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { OneOrMany, PolicyDocument } from '../policy-evaluator';
import { checkPolicyDocument } from '../policy-evaluator';

/** Settings of a {@link CustomerManagedPolicy}. */
export interface CustomerManagedPolicyProps {
  /**
   * Name that permission sets and boundaries say, the same in every account; 1 to 128 characters.
   *
   * **CAUTION**: another name replaces the policy.
   */
  readonly policyName: string;
  /**
   * Path that permission sets and boundaries say.
   *
   * **CAUTION**: another path replaces the policy.
   *
   * @default '/'
   */
  readonly path?: string;
  readonly document: PolicyDocument;
  /** @default - no description */
  readonly description?: string;
  /** Whether the policy only limits what others allow, so that allowing everything in it grants nothing. @default false */
  readonly isBoundary?: boolean;
}

const listOf = (value: OneOrMany | undefined): string[] => (value === undefined ? [] : [value].flat());

/**
 * A policy that permission sets name, deployed to an account before a set that names it is granted there.
 *
 * Wildcards are acknowledged: the author of the policy answers for them, and the access matrix shows what they amount to.
 *
 * @throws Error when the name, the path or the document is malformed
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocmp.html
 */
export class CustomerManagedPolicy extends Construct {
  constructor(scope: Construct, id: string, props: CustomerManagedPolicyProps) {
    super(scope, id);
    const { policyName, path = '/', document, description, isBoundary = false } = props;
    if (!/^[\w+=,.@-]{1,128}$/.test(policyName)) {
      throw new Error(`'policyName' must be 1 to 128 letters, digits and "+=,.@_-", got ${JSON.stringify(policyName)}`);
    }
    if (!/^\/(?:[\u0021-\u007E]{1,510}\/)?$/.test(path)) {
      throw new Error(`'path' must begin and end with "/", got ${JSON.stringify(path)}`);
    }
    const problems = checkPolicyDocument(document, 'IDENTITY_POLICY');
    if (problems.length > 0) throw new Error(`'document' of ${JSON.stringify(policyName)}: ${problems.join('; ')}`);

    const policy = new CfnManagedPolicy(this, 'Resource', {
      managedPolicyName: policyName,
      path,
      policyDocument: document,
      ...(description !== undefined && { description }),
    });
    const reason = `Written for the permission sets that name ${policyName}; its author answers for it`;
    for (const finding of wildcards(document)) {
      Validations.of(policy).acknowledge({ id: `AwsSolutions::AwsSolutions-IAM5[${finding}]`, reason });
      Validations.of(policy).acknowledge({ id: `Kisms::Kisms-IAMNoWildcardPermissions[${finding}]`, reason });
    }
    for (const rule of isBoundary
      ? ['IAMPolicyNoStatementsWithAdminAccess', 'IAMPolicyNoStatementsWithFullAccess']
      : []) {
      Validations.of(policy).acknowledge({
        id: `NIST.800.53.R5::NIST.800.53.R5-${rule}`,
        reason: `${policyName} is a permissions boundary: it limits what other policies allow and grants nothing`,
      });
    }
  }
}

/** What cdk-nag finds in a document, each once. */
function wildcards({ Statement }: PolicyDocument): string[] {
  const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');
  const findings = allowed.flatMap(({ Action, Resource }) => [
    ...listOf(Action).map((action) => `Action::${action}`),
    ...listOf(Resource).map((resource) => `Resource::${resource}`),
  ]);
  return [...new Set(findings.filter((finding) => finding.includes('*')))];
}
