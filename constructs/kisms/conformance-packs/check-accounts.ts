import { Token } from 'aws-cdk-lib';

/**
 * Account ids without repetition, sorted.
 *
 * @throws Error when one is not 12 digits
 */
export function checkAccountIds(property: string, accountIds: readonly string[]): string[] {
  const bad = accountIds.find((accountId) => !Token.isUnresolved(accountId) && !/^\d{12}$/.test(accountId));
  if (bad !== undefined) {
    throw new Error(
      `'${property}' must hold account ids of 12 digits, got ${JSON.stringify(bad)}; names are not ids, and ids need quotes in YAML`,
    );
  }
  return [...new Set(accountIds)].sort();
}
