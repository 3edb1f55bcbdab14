import { CfnConformancePack } from 'aws-cdk-lib/aws-config';
import { Construct } from 'constructs';
import type { ConformancePackTemplate } from './templates';

/** Settings of a {@link KismsAccountConformancePack}. */
export interface KismsAccountConformancePackProps {
  /**
   * The pack, of `conformancePackTemplates()`.
   *
   * **CAUTION**: another name replaces the pack, and with it the history of its results.
   */
  readonly template: ConformancePackTemplate;
}

/**
 * One conformance pack in one account, where its values differ from those of the organization's packs.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-conformancepack.html
 */
export class KismsAccountConformancePack extends Construct {
  constructor(scope: Construct, id: string, { template }: KismsAccountConformancePackProps) {
    super(scope, id);
    new CfnConformancePack(this, 'Resource', { conformancePackName: template.name, templateBody: template.body });
  }
}
