import { checkPolicyDocument, type PolicyDocument } from '../policy-evaluator';
import { isAwsManagedPolicyArn } from './aws-managed-policy';

/** A policy of the organization's own that must exist by this name and path in every account the set is granted in. */
export interface CustomerManagedPolicyReference {
  /** 1 to 128 characters. */
  readonly name: string;
  /** Starts and ends with a slash. @default '/' */
  readonly path?: string;
}

/** The most that the role of a permission set may do, whatever its policies say; one of the two. */
export interface PermissionSetBoundary {
  /** ARN of an AWS managed policy. @default - `customerManagedPolicy` is given */
  readonly managedPolicy?: string;
  /** @default - `managedPolicy` is given */
  readonly customerManagedPolicy?: CustomerManagedPolicyReference;
}

/** What AWS limits of a permission set, without the CDK: the config and the construct are checked by the same rules. */
export interface PermissionSetContent {
  /** 1 to 32 letters, digits and `_+=,.@-`. */
  readonly name: string;
  /** 1 to 700 characters of Latin-1: no Korean. @default - no description */
  readonly description?: string;
  /** ARNs. @default - none */
  readonly managedPolicies?: readonly string[];
  /** @default - none */
  readonly customerManagedPolicies?: readonly CustomerManagedPolicyReference[];
  /** @default - no inline policy */
  readonly inlinePolicy?: PolicyDocument;
  /** @default - no boundary */
  readonly permissionsBoundary?: PermissionSetBoundary;
  /** 60 to 720. @default - one hour, which is what AWS takes */
  readonly sessionMinutes?: number;
  /** 1 to 240 characters. @default - the console's start page */
  readonly relayState?: string;
  /** At most 50. @default - no tags */
  readonly tags?: Readonly<Record<string, string>>;
}

const MAX_POLICIES = 25;
const MAX_INLINE_BYTES = 10_240;
const RELAY_STATE = /^[a-zA-Z0-9&$@#\\/%?=~\-_'"|!:,.;*+[\] (){}]{1,240}$/;
const POLICY_PATH = /^(\/[A-Za-z0-9.,+@=_-]+)*\/$/;

/**
 * Everything that IAM Identity Center would refuse in a permission set, as sentences; empty when it is fine.
 *
 * AWS managed and customer managed policies share one quota, which no request raises. An inline policy is measured as
 * IAM does it: without white space.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html
 */
export function checkPermissionSet(content: PermissionSetContent): string[] {
  const { name, description, sessionMinutes, relayState, tags = {}, permissionsBoundary } = content;
  const { managedPolicies = [], customerManagedPolicies = [], inlinePolicy } = content;
  const problems: string[] = [];
  const refuse = (wrong: boolean, problem: string) => wrong && problems.push(problem);

  refuse(
    !/^[\w+=,.@-]{1,32}$/.test(name),
    `the name ${JSON.stringify(name)} must be 1 to 32 letters, digits and "_+=,.@-"`,
  );
  refuse(
    description !== undefined && !/^[\t\n\r\u0020-\u007E\u00A1-\u00FF]{1,700}$/.test(description),
    'the description must have 1 to 700 characters of Latin-1; write it in English',
  );
  refuse(
    sessionMinutes !== undefined && !(sessionMinutes >= 60 && sessionMinutes <= 720),
    `the session lasts ${sessionMinutes} minutes but may last PT1H to PT12H`,
  );
  refuse(
    relayState !== undefined && !RELAY_STATE.test(relayState),
    'the relay state must be a URL of 1 to 240 ASCII characters',
  );
  refuse(Object.keys(tags).length > 50, `the set has ${Object.keys(tags).length} tags but may have 50`);
  for (const [key, value] of Object.entries(tags)) {
    refuse(key.length < 1 || key.length > 128, `the tag key ${JSON.stringify(key)} must have 1 to 128 characters`);
    refuse(value.length > 256, `the value of tag ${JSON.stringify(key)} must have at most 256 characters`);
  }
  problems.push(...checkPolicies(managedPolicies, customerManagedPolicies));
  if (permissionsBoundary) problems.push(...checkBoundary(permissionsBoundary));
  if (inlinePolicy) problems.push(...checkInlinePolicy(inlinePolicy));
  return problems;
}

function checkPolicies(managed: readonly string[], own: readonly CustomerManagedPolicyReference[]): string[] {
  const count = managed.length + own.length;
  const names = [...managed, ...own.map(fullName)];
  const twice = names.find((policy, index) => names.indexOf(policy) !== index);
  return [
    ...(count > MAX_POLICIES
      ? [`the set has ${count} managed policies but may have ${MAX_POLICIES}; join some of them`]
      : []),
    ...(twice === undefined ? [] : [`the policy ${JSON.stringify(twice)} is listed twice; remove one`]),
    ...managed.flatMap(checkManaged),
    ...own.flatMap(checkReference),
  ];
}

function checkManaged(arn: string): string[] {
  return isAwsManagedPolicyArn(arn) ? [] : [`${JSON.stringify(arn)} is not the ARN of an AWS managed policy`];
}

function checkReference({ name, path = '/' }: CustomerManagedPolicyReference): string[] {
  return [
    ...(/^[\w+=,.@-]{1,128}$/.test(name)
      ? []
      : [`the policy name ${JSON.stringify(name)} must be 1 to 128 letters, digits and "_+=,.@-"`]),
    ...(POLICY_PATH.test(path) && path.length <= 512
      ? []
      : [`the policy path ${JSON.stringify(path)} must have at most 512 characters, such as "/" or "/governance/"`]),
  ];
}

function checkBoundary({ managedPolicy, customerManagedPolicy }: PermissionSetBoundary): string[] {
  if ((managedPolicy === undefined) === (customerManagedPolicy === undefined)) {
    return ["the permissions boundary must have exactly one of 'managedPolicy' and 'customerManagedPolicy'"];
  }
  return [
    ...(managedPolicy === undefined ? [] : checkManaged(managedPolicy)),
    ...(customerManagedPolicy === undefined ? [] : checkReference(customerManagedPolicy)),
  ];
}

function checkInlinePolicy(policy: PolicyDocument): string[] {
  const text = JSON.stringify(policy);
  const bytes = Buffer.byteLength(text.replace(/\s/g, ''));
  return [
    ...(bytes > MAX_INLINE_BYTES
      ? [
          `the inline policy has ${bytes} bytes without white space but may have ${MAX_INLINE_BYTES}; move statements to a customer managed policy`,
        ]
      : []),
    ...(/^[\u0020-\u00FF]*$/.test(text) ? [] : ['the inline policy has characters outside Latin-1; remove them']),
    ...checkPolicyDocument(policy, 'IDENTITY_POLICY').map((problem) => `the inline policy: ${problem}`),
  ];
}

function fullName({ name, path = '/' }: CustomerManagedPolicyReference): string {
  return `${path}${name}`;
}
