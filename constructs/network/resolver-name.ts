import { Token } from 'aws-cdk-lib';

const NAME = /^(?!\d+$)[a-zA-Z0-9\-_' ]{1,64}$/;

/**
 * Checks a name of Route 53 Resolver or Route 53 Profiles.
 *
 * @throws Error when AWS would refuse it
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53profiles_CreateProfile.html
 */
export function checkResolverName(property: string, name: string): void {
  if (Token.isUnresolved(name) || NAME.test(name)) return;
  throw new Error(
    `'${property}' must have 1 to 64 letters, digits, spaces, hyphens and underscores and not only digits, got ${JSON.stringify(name)}`,
  );
}
