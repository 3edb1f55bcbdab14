import { CfnStackSet, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { checkAccountIds } from './check-accounts';
import { type ConformancePackTemplate, checkTemplateBytes } from './templates';

/** Settings of a {@link KismsConformancePackStackSet}. */
export interface KismsConformancePackStackSetProps {
  /**
   * The pack, of `conformancePackTemplates()`; its Region is the Region of the stacks.
   *
   * **CAUTION**: another name replaces the StackSet, and with it the packs and the history of their results.
   */
  readonly template: ConformancePackTemplate;
  /** OUs, or the root, whose accounts get the pack; OUs below them count too. */
  readonly organizationalUnitIds: readonly string[];
  /** Ids of accounts of these OUs that get no pack. @default - every account gets it */
  readonly excludedAccounts?: readonly string[];
  /**
   * Who deploys: a delegated administrator of StackSets, or the management account (`SELF`).
   *
   * @default 'DELEGATED_ADMIN'
   */
  readonly callAs?: 'DELEGATED_ADMIN' | 'SELF';
}

const TARGET_ID = /^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$/;

/**
 * One conformance pack in every account of some OUs, those that join later too: organization packs know no OUs, so that
 * values which differ by OU (logs kept one year in development, two in production) need this.
 *
 * Turn the rules in question off in {@link KismsConformancePacks} and name them in `onlyRules` here, with a
 * `namePrefix` of its own; else they are evaluated, and paid for, twice. StackSets never reach the management account.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html
 */
export class KismsConformancePackStackSet extends Construct {
  /** @throws Error when there is no OU, an id is malformed, or the template of the stacks is too large */
  constructor(scope: Construct, id: string, props: KismsConformancePackStackSetProps) {
    super(scope, id);
    const { template, organizationalUnitIds, callAs = 'DELEGATED_ADMIN' } = props;
    const bad = organizationalUnitIds.find((target) => !Token.isUnresolved(target) && !TARGET_ID.test(target));
    if (bad !== undefined || organizationalUnitIds.length === 0) {
      throw new Error(
        `'organizationalUnitIds' must hold ids such as "ou-examplerootid-exampleouid", got ${JSON.stringify(bad ?? [])}; take them from the AWS Organizations console`,
      );
    }
    const excluded = checkAccountIds('excludedAccounts', props.excludedAccounts ?? []);
    const templateBody = JSON.stringify({
      Resources: {
        ConformancePack: {
          Type: 'AWS::Config::ConformancePack',
          Properties: { ConformancePackName: template.name, TemplateBody: template.body },
        },
      },
    });
    checkTemplateBytes(`StackSet of conformance pack ${JSON.stringify(template.name)}`, templateBody);
    new CfnStackSet(this, 'Resource', {
      stackSetName: template.name,
      permissionModel: 'SERVICE_MANAGED',
      callAs,
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
      managedExecution: { Active: true },
      // Every account at once, and yet one failure fails the deployment: strict mode would go one by one.
      operationPreferences: {
        concurrencyMode: 'SOFT_FAILURE_TOLERANCE',
        failureToleranceCount: 0,
        maxConcurrentPercentage: 100,
      },
      stackInstancesGroup: [
        {
          deploymentTargets: {
            organizationalUnitIds: [...new Set(organizationalUnitIds)].sort(),
            ...(excluded.length > 0 && { accountFilterType: 'DIFFERENCE', accounts: excluded }),
          },
          regions: [template.region],
        },
      ],
      templateBody,
    });
  }
}
