import { splitArn } from './wildcard';

/** One request as AWS authorizes it: who does what to which resource, under which circumstances. */
export interface AccessRequest {
  /**
   * ARN of a role, user, federated user, assumed-role session or root user (`arn:aws:iam::111122223333:root`); an AWS
   * service principal such as `cloudtrail.amazonaws.com`; or `*` for an anonymous caller.
   *
   * A session ARN does not hold the path of its role: pass the role ARN where a path matters, as it does for
   * service-linked roles and IAM Identity Center roles.
   */
  readonly principal: string;
  /** One action without wildcards, for example `s3:GetObject`. */
  readonly action: string;
  /** ARN of the resource, or `*` for an action that has none. */
  readonly resource: string;
  /** Account that owns the resource. @default - the account in the resource ARN, else the principal's account */
  readonly resourceAccount?: string;
  /**
   * Condition keys (in any case) and their values. An empty list states that the key is absent from the request; the
   * value of a binary key is base64 text.
   *
   * @default - only the keys that follow from the other properties
   */
  readonly context?: Record<string, string | string[]>;
}

/** The caller of a request, read from `AccessRequest.principal`. */
export interface Caller {
  readonly kind: 'anonymous' | 'federated-user' | 'role' | 'root' | 'service' | 'user';
  /** @default - the caller belongs to no account: an AWS service or anonymous */
  readonly account?: string;
  /** Value of `aws:PrincipalArn`. @default - the caller has no ARN */
  readonly arn?: string;
  readonly serviceLinked: boolean;
}

const NAME = '[\\w+=,.@/-]+';
const IAM_PRINCIPAL = new RegExp(`^arn:[a-z-]+:iam::(\\d{12}):(?:(root)|(user|role)/${NAME})$`);
const STS_PRINCIPAL = new RegExp(
  `^arn:([a-z-]+):sts::(\\d{12}):(?:assumed-role/([^/]+)/${NAME}|federated-user/${NAME})$`,
);
const SERVICE_PRINCIPAL = /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/;

/**
 * Reads the principal of a request.
 *
 * @throws Error when it is none of the documented forms.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parseCaller(principal: string): Caller {
  if (principal === '*') return { kind: 'anonymous', serviceLinked: false };
  if (SERVICE_PRINCIPAL.test(principal)) return { kind: 'service', serviceLinked: false };
  const [iam, iamAccount, root, type] = IAM_PRINCIPAL.exec(principal) ?? [];
  if (iam) {
    const kind = root ? 'root' : type === 'user' ? 'user' : 'role';
    return { kind, account: iamAccount, arn: principal, serviceLinked: principal.includes(':role/aws-service-role/') };
  }
  const [sts, partition, account, role] = STS_PRINCIPAL.exec(principal) ?? [];
  if (sts && role) {
    return { kind: 'role', account, arn: `arn:${partition}:iam::${account}:role/${role}`, serviceLinked: false };
  }
  if (sts) return { kind: 'federated-user', account, arn: principal, serviceLinked: false };
  throw new Error(
    `unknown principal ${JSON.stringify(principal)}: expected the ARN of a role, user, root user or session, a service principal such as "cloudtrail.amazonaws.com", or "*" for an anonymous caller`,
  );
}

/**
 * Account that owns the resource of a request, `aws` for what AWS owns.
 *
 * @throws Error when nothing in the request tells the account.
 */
export function resourceAccountOf(request: AccessRequest, caller: Caller): string {
  const inArn = /^(\d{12}|aws)$/.exec(splitArn(request.resource)?.[4] ?? '')?.[0];
  const account = request.resourceAccount ?? inArn ?? caller.account;
  if (account !== undefined) return account;
  throw new Error(
    `the owner of resource ${JSON.stringify(request.resource)} is not known when ${JSON.stringify(request.principal)} calls: state 'resourceAccount'`,
  );
}

/** @throws Error when the action of a request is not one action, spelled out. */
export function checkAction(action: string): void {
  if (!/^[a-z0-9-]+:[a-z0-9-]+$/i.test(action)) {
    throw new Error(`malformed action ${JSON.stringify(action)}: expected one action such as "s3:GetObject"`);
  }
}
