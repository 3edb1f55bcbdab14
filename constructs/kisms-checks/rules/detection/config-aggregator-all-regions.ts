import type { CfnConfigurationAggregator } from 'aws-cdk-lib/aws-config';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { type Answer, anyOf, ask, someItem, unless } from '../answer';

type Source = Pick<CfnConfigurationAggregator.OrganizationAggregationSourceProperty, 'allAwsRegions'>;

/**
 * An aggregator covers every region, those of the future included.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-config-configurationaggregator.html
 */
export const configAggregatorAllRegions: KismsRule = {
  id: 'ConfigAggregatorAllRegions',
  criteria: ['1.2.1', '2.10.2', '3.3.4'],
  title: {
    en: 'The aggregator of AWS Config leaves regions out',
    ko: 'AWS Config 집계자가 일부 리전을 제외합니다',
  },
  why: {
    en: 'Resources in a region that nobody uses are the ones to find: the inventory must show that there are none.',
    ko: '사용하지 않는 리전의 리소스야말로 찾아야 하며, 자산 목록으로 없음을 보일 수 있어야 합니다.',
  },
  fix: {
    en: 'Set allAwsRegions to true instead of listing awsRegions.',
    ko: 'awsRegions를 나열하지 말고 allAwsRegions를 true로 설정하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::Config::ConfigurationAggregator'],
  check(node) {
    const { organizationAggregationSource, accountAggregationSources } = node as CfnConfigurationAggregator;
    const isPartial = ({ allAwsRegions }: Source): Answer => ask(resolved(node, allAwsRegions), (all) => all !== true);
    return unless(
      anyOf([
        ask(
          resolved<Source | undefined>(node, organizationAggregationSource),
          (source) => source !== undefined && isPartial(source),
        ),
        someItem<Source>(node, accountAggregationSources, isPartial),
      ]),
    );
  },
};
