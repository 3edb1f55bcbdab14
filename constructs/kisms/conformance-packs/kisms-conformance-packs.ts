import { Stack, Token } from 'aws-cdk-lib';
import { CfnOrganizationConformancePack } from 'aws-cdk-lib/aws-config';
import { Construct } from 'constructs';
import { checkAccountIds } from './check-accounts';
import type { ConformancePackOptions } from './options';
import { type ConformancePackTemplate, conformancePackTemplates } from './templates';

/** Settings of {@link KismsConformancePacks}. */
export interface KismsConformancePacksProps extends ConformancePackOptions {
  /** Ids of accounts that get no pack, at most 1,000. @default - every account gets them */
  readonly excludedAccounts?: readonly string[];
}

/**
 * Evaluates the K-ISMS rules in every account of the organization, those that join later too, by organization
 * conformance packs that members cannot change.
 *
 * Belongs in the account that administers AWS Config for the organization, once for each Region: rules that evaluate in
 * us-east-1 alone are in the packs of a stack there. The packs reach the management account only when it has the
 * service-linked role of {@link ConformancePackServiceLinkedRole}. An account without a configuration recorder is
 * retried for seven hours. Single resources cannot be exempted, only accounts: exemptions of resources belong in the
 * report.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/conformance-pack-organization-apis.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-organizationconformancepack.html
 */
export class KismsConformancePacks extends Construct {
  /** The packs that were made. */
  readonly templates: readonly ConformancePackTemplate[];

  /** @throws Error when an option is wrong, a pack is too large, or the stack is in another Region than the packs are for */
  constructor(scope: Construct, id: string, props: KismsConformancePacksProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    if (!Token.isUnresolved(region) && region !== props.region) {
      throw new Error(
        `'region' is ${JSON.stringify(props.region)} in a stack of ${JSON.stringify(region)}: make a stack in each Region that has packs`,
      );
    }
    const excluded = checkAccountIds('excludedAccounts', props.excludedAccounts ?? []);
    if (excluded.length > 1000) {
      throw new Error(
        `'excludedAccounts' has ${excluded.length} accounts, and AWS Config takes at most 1000: use KismsConformancePackStackSet for the OUs that need packs`,
      );
    }
    this.templates = conformancePackTemplates(props);
    for (const { name, purpose, body } of this.templates) {
      new CfnOrganizationConformancePack(this, purpose.charAt(0).toUpperCase() + purpose.slice(1), {
        organizationConformancePackName: name,
        templateBody: body,
        ...(excluded.length > 0 && { excludedAccounts: excluded }),
      });
    }
  }
}
