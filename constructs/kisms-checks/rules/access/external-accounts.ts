import type { CfnResource } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { ResolvedKismsCheckOptions } from '../../options';
import { type Answer, allOf, anyOf, ask } from '../answer';
import { accountOf, isLimitedBy, principalsOf, someAllow } from './statements';

/** Accounts of AWS from which load balancers deliver their logs. */
const AWS_ACCOUNTS: ReadonlySet<string | undefined> = new Set(
  RegionInfo.regions.map(({ elbv2Account }) => elbv2Account),
);

/** Whether a policy lets an account in that is neither the stack's nor trusted, without a condition on one of the keys. */
export function letsOutsidersIn(
  node: CfnResource,
  document: unknown,
  { trustedAccounts }: ResolvedKismsCheckOptions,
  isKey: (key: string) => boolean,
): Answer {
  const isOutside = (principal: unknown): Answer =>
    // Rules of their own speak about everyone.
    principal !== '*' &&
    ask(accountOf(node, principal), (account) => {
      return account !== 'own' && !trustedAccounts.includes(account) && !AWS_ACCOUNTS.has(account);
    });
  return someAllow(node, document, (statement) =>
    allOf([
      anyOf(principalsOf(statement, 'AWS').map(isOutside)),
      ask(isLimitedBy(statement.Condition, isKey), (limited) => !limited),
    ]),
  );
}
