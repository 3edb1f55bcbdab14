import type { AccessRequest, Caller } from './access-request';

/** Values of a condition key; an empty list when the key is absent from the request. */
export type KeyValues = readonly string[] | 'unknown';

/** The condition keys of one request. */
export interface RequestContext {
  /** Values of a key, which is in lower case. */
  lookup(key: string): KeyValues;
}

/** What the context is derived from, besides the request itself. */
export interface RequestContextOptions {
  readonly organizationId: string;
  readonly organizationAccountIds: string[];
  readonly resourceAccount: string;
  /** What a key is that is neither stated nor derived. */
  readonly unknownContextKeys: 'absent' | 'unknown';
}

const PRINCIPAL_TYPES: Record<Exclude<Caller['kind'], 'service'>, string> = {
  anonymous: 'Anonymous',
  'federated-user': 'FederatedUser',
  role: 'AssumedRole',
  root: 'Account',
  user: 'User',
};

/**
 * Condition keys of a request: those it states, then those that follow from its principal and resource.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
export function createRequestContext(
  request: AccessRequest,
  caller: Caller,
  options: RequestContextOptions,
): RequestContext {
  const keys = derivedKeys(request.principal, caller, options);
  for (const [key, values] of Object.entries(request.context ?? {})) keys.set(key.toLowerCase(), [values].flat());
  const unstated: KeyValues = options.unknownContextKeys === 'unknown' ? 'unknown' : [];
  return { lookup: (key) => keys.get(key) ?? unstated };
}

function derivedKeys(principal: string, caller: Caller, options: RequestContextOptions): Map<string, string[]> {
  const { organizationId, organizationAccountIds, resourceAccount } = options;
  const keys = new Map<string, string[]>([['aws:resourceaccount', [resourceAccount]]]);
  if (organizationAccountIds.includes(resourceAccount)) keys.set('aws:resourceorgid', [organizationId]);

  // AWS documents that a service principal belongs to no organization, but not its ARN, account and type.
  if (caller.kind === 'service') {
    keys.set('aws:principalisawsservice', ['true']);
    keys.set('aws:principalservicename', [principal]);
    keys.set('aws:principalorgid', []);
    return keys;
  }
  keys.set('aws:principaltype', [PRINCIPAL_TYPES[caller.kind]]);
  keys.set('aws:principalaccount', [caller.account ?? 'anonymous']);
  keys.set('aws:principalarn', caller.arn ? [caller.arn] : []);
  keys.set('aws:principalisawsservice', caller.kind === 'anonymous' ? [] : ['false']);
  keys.set('aws:principalservicename', []);
  if (caller.kind === 'anonymous') keys.set('aws:principalorgid', []);
  // A caller from outside may belong to another organization, so the key is left unstated.
  else if (organizationAccountIds.includes(caller.account ?? '')) keys.set('aws:principalorgid', [organizationId]);
  return keys;
}
